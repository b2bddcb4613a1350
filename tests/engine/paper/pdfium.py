"""Pages as PDFium reads and shows them. All that it opens is closed at once, and in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from tests.engine.paper.measuring import MM, Area


@contextmanager
def _pages(file: Path, forms: bool = False) -> Iterator[list[Any]]:
    with closing(pypdfium2.PdfDocument(file)) as pdf:
        if forms:
            pdf.init_forms()
        pages = [pdf[number] for number in range(len(pdf))]
        try:
            yield pages
        finally:
            for page in pages:
                page.close()


def texts(file: Path, within: Area | None = None) -> list[str]:
    """What can be read on each page, or in an area of it, with single spaces, wherever its lines end."""
    found = []
    with _pages(file) as pages:
        for page in pages:
            height = page.get_height()
            bounds = (
                {
                    "left": within.left * MM,
                    "right": within.right * MM,
                    "top": height - within.top * MM,
                    "bottom": height - within.bottom * MM,
                }
                if within
                else {}
            )
            with closing(page.get_textpage()) as text:
                found.append(" ".join(text.get_text_bounded(**bounds).split()))
    return found


def pictures(file: Path, dots: float, most: int | None = None) -> Iterator[Image.Image]:
    """The pages of a file, or the first of them, with so many dots in a millimetre; fields and what is in them too."""
    with _pages(file, forms=True) as pages:
        for page in pages[:most]:
            with closing(page.render(scale=dots / MM, may_draw_forms=True)) as bitmap:
                yield bitmap.to_pil().copy()
