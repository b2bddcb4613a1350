"""Mistakes as a command lists them: those of all editions together, each once."""

from __future__ import annotations

from collections.abc import Iterable

import click

from coursewright.problem import Problem
from coursewright.words import FALLBACK, load_words


def tell_mistakes(problems: Iterable[Problem]) -> int:
    """List mistakes by file, line and column. Gives their number."""
    each_once = sorted(set(problems))
    if each_once:
        click.echo(load_words(FALLBACK).of("mistakes.count", n=len(each_once)), err=True)
    for problem in each_once:
        click.echo(str(problem), err=True)
    return len(each_once)
