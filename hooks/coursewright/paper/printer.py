"""A document becomes a PDF: tagged as PDF/UA-1 (ISO 14289-1) asks, with its fonts in it, the same bytes every time.

WeasyPrint is imported with the first document, as that takes a second and needs Pango, a library of the system.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

import pikepdf

from coursewright.drawing.paper_links import PICTURES
from coursewright.paper.acroform import fix_form
from coursewright.paper.complaints import Listener
from coursewright.paper.structure import fix_structure

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcherResponse

FONTS = "paper:"
"""Begins the address of a font in the style."""

FOLDER = Path(__file__).parent
STYLES = ("sheet.css", "run-sheet.css", "notes.css")
PLAIN = "plain.css"
"""The style of last resort."""


class Printed(NamedTuple):
    """A document on paper."""

    pdf: bytes
    pages: int
    complaints: tuple[str, ...]
    """What the printer could not do as the document says, such as show a damaged picture."""
    notices: tuple[str, ...] = ()
    """What the printer or a library of it said of itself or of the machine."""


class LibraryMissing(Exception):
    """A library of the system that printing needs is not there."""


def print_document(html: str, docs: Path) -> Printed:
    """Print a document.

    Args:
        html: The document.
        docs: The folder of the sources, from which its pictures come.

    Raises:
        LibraryMissing: The system lacks Pango.
    """
    forms = 'class="fillable"' in html
    with Listener() as starting:  # what the style of all documents is told of is no fault of the first of them
        load()
        _style(STYLES)
    with Listener() as listener:
        document = _laid_out(html, docs, forms)
        pdf = document.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=forms)
    fixed = _fixed(io.BytesIO(pdf))
    notices = (*starting.complaints, *starting.notices, *listener.notices)
    return Printed(fixed, len(document.pages), tuple(listener.complaints), tuple(dict.fromkeys(notices)))


def _laid_out(html: str, docs: Path, forms: bool) -> Any:
    weasyprint = _weasyprint()
    style, fonts = _style(STYLES)
    page = weasyprint.HTML(string=html, url_fetcher=fetcher(docs))
    try:
        return page.render(stylesheets=[style], font_config=fonts, pdf_forms=forms)
    except AssertionError:
        # WeasyPrint 70 gives up on some columns that end with a page; without them it lays out the same words.
        plain, fonts = _style((*STYLES, PLAIN))
        return page.render(stylesheets=[plain], font_config=fonts, pdf_forms=forms)


def _fixed(file: io.BytesIO) -> bytes:
    """The bytes of a PDF with its fields and tags fixed; the same bytes for the same document."""
    with pikepdf.open(file) as pdf:
        fix_form(pdf)
        fix_structure(pdf)
        fixed = io.BytesIO()
        streams = pikepdf.ObjectStreamMode.generate
        pdf.save(fixed, deterministic_id=True, object_stream_mode=streams, recompress_flate=False)
    return fixed.getvalue()


def load() -> None:
    """Load what printing needs. Raises LibraryMissing."""
    _weasyprint()


def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:  # cffi does not find the library
        raise LibraryMissing(str(error).partition("\n")[0]) from error
    return weasyprint


@cache
def _style(names: tuple[str, ...]) -> tuple[CSS, FontConfiguration]:
    """The style and its fonts, shared by all documents of a process: to load them takes longer than a sheet."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
    return CSS(string=text, font_config=fonts, url_fetcher=fetcher(FOLDER)), fonts


@cache
def fetcher(docs: Path) -> Any:
    """What fetches fonts, pictures of the course and pictures that a document holds itself; all else is refused."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    roots = {FONTS: (FOLDER / "fonts").resolve(), PICTURES: docs.resolve()}

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            scheme, _, path = url.partition(":")
            if scheme == "data":
                return super().fetch(url, headers)
            root = roots.get(f"{scheme}:")
            file = (root / unquote(path)).resolve() if root else None
            if root is None or file is None or not file.is_relative_to(root) or not file.is_file():
                raise ValueError(f"{url} is no part of the course")
            return URLFetcherResponse(url, body=file.read_bytes())

    return Fetcher()
