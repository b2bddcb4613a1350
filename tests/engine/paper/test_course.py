"""The sheets of the course that ships fit their pages, and what the printer gives up on is laid out another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.build import CourseBuild
from coursewright.paper import printer
from tests.engine.pages import markdown_with
from tests.engine.paper.printing import SITE
from tests.engine.site.building import ROOT


def test_every_sheet_fits_below_its_address(tmp_path: Path) -> None:
    build = CourseBuild(ROOT / "docs", "docs", "learner", "en")
    paper = build.paper_edition(markdown_with, lambda path: SITE + path.removesuffix(".md") + ".html", tmp_path)
    sheets = [
        each for each in build.prints if not each.is_pack and each.form == "blank" and each.paper.name == "letter"
    ]
    assert len(sheets) > 20
    for each in sheets:
        paper.print_one(each.path, build.problems, build.place_of)
    assert [str(problem) for problem in build.problems] == []


def test_what_cannot_be_laid_out_in_columns_is_laid_out_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import weasyprint

    styles: list[int] = []
    render = weasyprint.HTML.render

    def fails_once(self: weasyprint.HTML, **options: object) -> object:
        styles.append(id(options["stylesheets"]))
        if len(styles) == 1:
            raise AssertionError
        return render(self, **options)

    monkeypatch.setattr(weasyprint.HTML, "render", fails_once)
    html = "<!doctype html><html lang=en><title>Tea</title><article><h1>Tea</h1><p>Warm the pot.</p></article></html>"
    assert printer.print_document(html, tmp_path).pages == 1
    assert len(styles) == 2
