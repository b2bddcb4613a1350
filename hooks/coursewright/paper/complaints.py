"""What libraries say while a document is printed: about the document, or about the machine and themselves.

Only what is known to be about the document becomes a mistake in a lesson. All else says nothing about what an author
has written, whatever a later version may come to say; a build tells it once, and doesn't fail.
"""

from __future__ import annotations

import logging
import warnings

from coursewright.machine import lacking

LOGGERS = ("weasyprint", "fontTools")
"""Whose warnings are gathered; the former prints, and calls the latter."""

NO_FONT = ".notdef glyph rendered for Unicode string unsupported by fonts: "
"""Begins a message about a character that no font of this machine has."""

OF_DOCUMENT = (
    # Pictures and other files that a sheet shows or holds
    "Failed to load image at ",
    "Failed to render SVG image ",
    "Failed to load stylesheet at ",
    "Failed to load attachment: ",
    'Image "%s" has no required alt description',
    "Failed to apply CSS rule in SVG rule: ",
    NO_FONT,
    # Links, tables and styles that an author has written as HTML
    "Content discarded: target points to undefined anchor ",
    "No anchor #%s for internal URI reference",
    "This row has more columns than the table",
    "Ignored `%s",
    "Parse error at ",
    "Error: %s at ",
    "Invalid ",
    "Unknown rule ",
    "Unknown empty rule ",
    "Missing %s descriptor in '@font-face' rule at ",
    "Font-face %r cannot be loaded",
)
"""How messages begin that are about the document, before values are put into them."""

HARMLESS = ("Anchor defined twice: ",)
"""Lines of code carry anchors, the same in each sheet of a pack; nothing on paper leads to them."""

_WITHOUT_SUBSET = ("Using fontTools instead of HarfBuzz-Subset", "HarfBuzz-Subset will be required")


def unknown_character(complaint: str) -> str:
    """The character that no font has, if a complaint is about one."""
    return complaint.removeprefix(f'{NO_FONT}"')[0] if complaint.startswith(f'{NO_FONT}"') else ""


class Listener(logging.Handler):
    """Gathers what is said while a document is printed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.complaints: list[str] = []
        """What is about the document."""
        self.notices: list[str] = []
        """What is about the machine or a library; each once."""
        self._warnings = warnings.catch_warnings(record=True)

    def emit(self, record: logging.LogRecord) -> None:
        """Sort a message."""
        if str(record.msg).startswith(OF_DOCUMENT):
            self.complaints.append(record.getMessage())
        elif not str(record.msg).startswith(HARMLESS):
            self._notice(record.getMessage())

    def _notice(self, message: str) -> None:
        if message.startswith(_WITHOUT_SUBSET):
            message = str(lacking("HarfBuzz-Subset", "libharfbuzz-subset 4.1"))
        if message not in self.notices:
            self.notices.append(message)

    def __enter__(self) -> Listener:
        self._warned = self._warnings.__enter__()
        warnings.simplefilter("always")
        for name in LOGGERS:
            logging.getLogger(name).addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(self)
        self._warnings.__exit__(None, None, None)
        for warning in self._warned or ():
            self._notice(str(warning.message))
