"""Orders and names that give nothing away: made of a question's digest, so the same at every build."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T", bound=str)


def shuffled(items: Sequence[T], digest: str) -> list[T]:
    """Different texts in an order that hangs on the digest alone, and is never the one given (of two or more)."""
    mixed = sorted(items, key=lambda item: blake2b(f"{digest} {item}".encode(), digest_size=8).digest())
    return [*mixed[1:], mixed[0]] if mixed == list(items) and mixed else mixed


def hidden_names(count: int, digest: str) -> list[str]:
    """A name for each of some answers, which doesn't tell anyone who reads the page's source where it belongs."""
    return [blake2b(f"{digest} {place}".encode(), digest_size=4).hexdigest() for place in range(count)]
