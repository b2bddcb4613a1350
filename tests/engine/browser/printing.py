"""What a browser prints, and what can be read and measured on it."""

from __future__ import annotations

import io
from collections import Counter

import pdfplumber
import pypdfium2 as pdfium
from pdfplumber.page import Page as Sheet
from playwright.sync_api import Page

WHITE = b"\xff\xff\xff"
MARGIN = 30
"""Points, about 10 mm: nothing stands nearer to an edge."""
MM = 72 / 25.4
"""Points in a millimetre."""


def printed(page: Page, paper: str = "A4") -> pdfium.PdfDocument:
    return pdfium.PdfDocument(page.pdf(format=paper, print_background=True))


def words_of(document: pdfium.PdfDocument) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def grounds(page: pdfium.PdfPage) -> set[bytes]:
    """The colours of a page: in its corners, in the middle of its sides, and within its margins, where it is empty."""
    picture = page.render(rev_byteorder=True)
    width, height, data = picture.width, picture.height, bytes(picture.buffer)

    def colour(x: int, y: int) -> bytes:
        start = y * picture.stride + x * picture.n_channels
        return data[start : start + 3]

    inside = Counter(colour(x, y) for y in range(0, height, 3) for x in range(0, width, 3))
    edges = [(x, y) for x in (2, width // 2, width - 3) for y in (2, height // 2, height - 3)]
    edges.remove((width // 2, height // 2))
    return {colour(x, y) for x, y in edges} | {inside.most_common(1)[0][0]}


def right_edge(page: pdfium.PdfPage) -> float:
    """How far to the right text stands on a page, in points."""
    text = page.get_textpage()
    return max(float(text.get_rect(number)[2]) for number in range(text.count_rects()))


def sheets(page: Page, paper: str = "A4") -> list[Sheet]:
    """The pages that are printed, to be measured."""
    return list(pdfplumber.open(io.BytesIO(page.pdf(format=paper, print_background=True))).pages)


def words_on(sheet: Sheet) -> str:
    """The words of one page, line by line, with single spaces."""
    return " ".join(sheet.extract_text().split())
