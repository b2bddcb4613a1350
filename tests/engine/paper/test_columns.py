"""What the printer gives up on is laid out another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursewright.paper import printer


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
