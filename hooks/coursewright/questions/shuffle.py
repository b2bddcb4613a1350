"""An order that gives nothing away: of a question's digest, so the same at every build, and never the right one."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b


def shuffled(items: Sequence[str], digest: str) -> list[str]:
    """Different texts in an order that hangs on the digest alone, and is never the one given (of two or more)."""
    mixed = sorted(items, key=lambda item: blake2b(f"{digest} {item}".encode(), digest_size=8).digest())
    return [*mixed[1:], mixed[0]] if mixed == list(items) and mixed else mixed
