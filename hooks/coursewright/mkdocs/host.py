"""What runs this: MkDocs, or ProperDocs, its maintained fork, which answers to the same name in imports."""

from __future__ import annotations

import logging

import mkdocs

host_log = logging.getLogger(mkdocs.__name__)
"""Whose warnings ``--strict`` counts; loggers of plugins are below it."""
build_log = logging.getLogger(f"{mkdocs.__name__}.commands.build")
log = logging.getLogger(f"{mkdocs.__name__}.hooks.coursewright")
"""Our own."""
