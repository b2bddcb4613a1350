"""What is inside a PDF: the tree of its structure, its fields, and every byte and word of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String


@dataclass
class Node:
    """An element of the structure."""

    kind: str
    """Its type, such as ``P``; for a field or link, ``Widget`` or ``Link``."""
    said: str = ""
    """Its alternative text; of a field, its title."""
    children: list[Node] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Its own content: page from 0, and number of the mark there."""

    def walk(self) -> Iterator[Node]:
        """The element and all in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def structure(pdf: Pdf) -> Node:
    """The root of the structure."""
    return _node(pdf.Root.StructTreeRoot, {page.obj.objgen: number for number, page in enumerate(pdf.pages)})


def kids_of(element: Object) -> list[Any]:
    """What is right in an element of the structure: other elements, and numbers or records of marks."""
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _node(element: Object, pages: Mapping[tuple[int, int], int]) -> Node:
    node = Node(str(element.get("/S", "/Root"))[1:], str(element.get("/Alt", "")))
    for kid in kids_of(element):
        if isinstance(kid, int):
            node.marks.append((pages[element.Pg.objgen], kid))
        elif kid.get("/Type") == Name.MCR:
            page = kid.Pg if "/Pg" in kid else element.Pg
            node.marks.append((pages[page.objgen], int(kid.MCID)))
        elif kid.get("/Type") == Name.OBJR:
            annotation = kid.Obj
            said = annotation.get("/TU", annotation.get("/Contents", ""))
            node.children.append(Node(str(annotation.Subtype)[1:], str(said)))
        else:
            node.children.append(_node(kid, pages))
    return node


def elements(parent: Object) -> Iterator[Object]:
    """The elements of a structure below one of them."""
    for kid in kids_of(parent):
        if not isinstance(kid, int) and "/S" in kid:
            yield kid
            yield from elements(kid)


_SPOKEN = re.compile(r"H[1-6]|P|LI|T[RHD]|Figure|Div|Widget")
"""Elements that are told by themselves."""


def read_aloud(file: Path) -> str:
    """What those who listen hear of a file: a line for each element, with its type."""
    with pikepdf.open(file) as pdf, pdfplumber.open(file) as read:
        letters: dict[tuple[int, int], str] = {}
        for number, page in enumerate(read.pages):
            for char in page.chars:
                mark = (number, char["mcid"])
                letters[mark] = letters.get(mark, "") + char["text"]
        return "".join(f"{line}\n" for line in _spoken(structure(pdf), letters))


def _spoken(root: Node, letters: Mapping[tuple[int, int], str]) -> Iterator[str]:
    kind: str = ""
    said: list[str] = []
    for node in root.walk():
        if _SPOKEN.fullmatch(node.kind):
            if said:
                yield f"{kind}: {' '.join(said)}"
            kind, said = node.kind, node.said.split()
        elif kind == "Widget":
            yield f"{kind}: {' '.join(said)}"
            kind, said = node.kind, []
        for mark in node.marks:
            said += letters.get(mark, "").split()
    if said:
        yield f"{kind}: {' '.join(said)}"


def headings(pdf: Pdf) -> list[int]:
    """The levels of the headings, in reading order."""
    kinds = [node.kind for node in structure(pdf).walk()]
    return [int(kind[1]) for kind in kinds if re.fullmatch(r"H[1-6]", kind)]


def outline(pdf: Pdf) -> list[tuple[int, str]]:
    """The entries of the outline, each with its level."""
    with pdf.open_outline() as entries:
        return list(_entries(entries.root, 0))


def _entries(items: Any, level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _entries(item.children, level + 1)


def widgets(pdf: Pdf) -> Iterator[Object]:
    """The annotations of fields, page by page."""
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            if annotation.get("/Subtype") == Name.Widget:
                yield annotation


def name_of(widget: Object) -> str:
    """The name of a field, by one of its annotations."""
    return str(widget.T if "/T" in widget else widget.Parent.T)


def short_name(widget: Object) -> str:
    """The name of a field within its sheet."""
    return name_of(widget).partition("_")[2]


@cache
def words(file: Path) -> str:
    """All that can be read in a file, in the order in which it was written, with single spaces."""
    read = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
    return " ".join(read.stdout.split())


@cache
def insides(file: Path) -> str:
    """Every byte of a file, its streams unpacked, and every text in it as a reader shows it."""
    pieces = [file.read_bytes().decode("latin-1"), words(file)]
    with pikepdf.open(file) as pdf:
        for each in pdf.objects:
            pieces += _texts(each)
        pieces += _texts(pdf.trailer)
    return "\n".join(pieces)


def _texts(value: Any) -> Iterator[str]:
    """The texts right in an object; other objects that it names are visited by themselves."""
    if isinstance(value, (String, Name)):
        yield str(value)
    elif isinstance(value, (Dictionary, Stream)):
        if isinstance(value, Stream):
            yield value.read_bytes().decode("latin-1")
        for key, each in value.items():
            yield key
            yield from _own_texts(each)
    elif isinstance(value, Array):
        for each in value:
            yield from _own_texts(each)


def _own_texts(value: Any) -> Iterator[str]:
    if isinstance(value, Object) and not value.is_indirect:
        yield from _texts(value)
