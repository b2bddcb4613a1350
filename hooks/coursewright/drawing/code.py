"""QR codes (ISO/IEC 18004), as the address of a picture."""

from __future__ import annotations

from functools import cache

import segno


@cache
def draw_code(address: str) -> str:
    """An address as a QR code with its quiet zone; its error correction bears a stain or a fold (level M)."""
    return str(segno.make(address, error="m", micro=False).svg_data_uri(border=4, omitsize=True))
