"""The tags of a printed document, where WeasyPrint leaves them short of PDF/UA-1 (ISO 32000-1, 14.8.4.3.3).

An item of a list holds a label and a body; WeasyPrint tags paragraphs in an item as its direct children. It lets the
head of a group of rows go on to head the groups below it. And it tells the place of a picture in CSS pixels from the
top of the page, not in points from its foot.
"""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

POINTS = 0.75
"""Points of a CSS pixel (CSS Values and Units, 5.2)."""

_IN_ITEMS = (Name.Lbl, Name.LBody)


def fix_structure(pdf: Pdf) -> None:
    """Put what stands in an item of a list, and is no label, into a body; tell heads and places as PDF does."""
    waiting: list[Object] = [pdf.Root.StructTreeRoot] if "/StructTreeRoot" in pdf.Root else []
    while waiting:
        element = waiting.pop()
        kids = [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]
        waiting += kids
        if element.get("/S") == Name.Figure and "/A" in element and "/BBox" in element.A:
            _place(element)
        if element.get("/S") == Name.Table:
            _keep_heads_in_their_groups([kid for kid in kids if Name.TBody == kid.S])
        if element.get("/S") == Name.LI and any(kid.S not in _IN_ITEMS for kid in kids):
            _gather(pdf, element, kids)


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _gather(pdf: Pdf, item: Object, kids: Sequence[Object]) -> None:
    labels = [kid for kid in kids if Name.Lbl == kid.S]
    rest = [kid for kid in kids if Name.Lbl != kid.S]
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array(rest)))
    if "/Pg" in item:
        body.Pg = item.Pg
    for kid in rest:
        kid.P = body
        if Name.LBody == kid.S:
            kid.S = Name.Div  # the body of the item is the one around it
    item.K = Array([*labels, body])


def _keep_heads_in_their_groups(groups: Sequence[Object]) -> None:
    """Let the heads that stand in a group of rows be told with the cells of that group alone."""
    cells = [[cell for row in _kids(group) for cell in _kids(row)] for group in groups]
    own = [{bytes(cell.ID) for cell in group if "/ID" in cell} for group in cells]
    for group, heads in zip(cells, own, strict=True):
        others = set().union(*own) - heads
        for cell in group:
            if others and "/Headers" in cell.get("/A", {}):
                cell.A.Headers = Array([head for head in cell.A.Headers if bytes(head) not in others])


def _place(figure: Object) -> None:
    height = float(figure.Pg.MediaBox[3])
    left, top, right, bottom = (float(side) * POINTS for side in figure.A.BBox)
    figure.A.BBox = Array([round(side, 3) for side in (left, height - bottom, right, height - top)])
