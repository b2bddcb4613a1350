"""A name is added to a list in YAML, and nothing else of the file changes."""

from __future__ import annotations

import pytest

from coursewright.cli.lists import NoList, names_in, with_name

# The new name is marked by ⟦ and ⟧, with all that comes with it.
LAYOUTS = {
    "block": "title: T\nmodules:\n  - a\n  - b⟦\n  - new⟧\n",
    "block at the margin": "modules:\n- a\n- b⟦\n- new⟧\ntitle: T\n",
    "block with comments": "modules:  # in order\n  - a  # first\n  # then\n  - b  # last⟦\n  - new⟧\n\n# The end\n",
    "block with wide marks": "modules:\n    -   a⟦\n    -   new⟧\n",
    "block without a last line end": "modules:\n  - a⟦\n  - new⟧",
    "block in quotes": "modules:\n  - 'a'\n  - \"b\"⟦\n  - new⟧\n",
    "flow": "modules: [a, b⟦, new⟧]\ntitle: T\n",
    "flow with spaces": "modules: [ a, b⟦, new⟧ ]  # two\n",
    "flow with a last comma": "modules: [a, b⟦, new⟧,]\n",
    "flow over lines": "modules: [\n  a,\n  b⟦,\n  new⟧\n]\n",
    "flow over lines with a last comma": "modules: [\n  a,\n  b,⟦\n  new,⟧\n]\n",
    "flow over lines with comments": "modules: [\n  a,  # first\n  b⟦,⟧  # last⟦\n  new⟧\n]\n",
    "flow that ends on its last line": "modules: [a,\n          b⟦,\n          new⟧]\n",
    "flow of one on a line": "modules: [\n  a⟦,\n  new⟧\n]\n",
    "empty flow": "modules:⟦ [new]⟧\ntitle: T\n",
    "no value": "modules:⟦ [new]⟧  # none yet\ntitle: T\n",
    "no key": "title: T\n⟦modules: [new]\n⟧",
    "no key and no last line end": "title: T⟦\nmodules: [new]\n⟧",
    "nothing": "⟦modules: [new]\n⟧",
    "carriage returns": "modules:\r\n  - a\r\n  - b⟦\r\n  - new⟧\r\ntitle: T\r\n",
    "flow over lines with carriage returns": "modules: [\r\n  a,\r\n  b⟦,\r\n  new⟧\r\n]\r\n",
    "byte order mark": "\ufeffmodules:\n  - a⟦\n  - new⟧\n",
    "front matter": "---\ntitle: T\nmodules: [a⟦, new⟧]\n---\n\nmodules: [a]\n\n---\n",
    "front matter in block": "---\nmodules:\n  - a⟦\n  - new⟧\npurpose: P\n---\n",
    "front matter without the key": "---\ntitle: T\n⟦modules: [new]\n⟧---\n\nText\n",
    "front matter that ends in dots": "---\nmodules: [a⟦, new⟧]\n...\n",
}
REPLACED = {"empty flow": "modules: []\ntitle: T\n"}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_the_name_comes_last_and_the_rest_stays(layout: str) -> None:
    after = layout.replace("⟦", "").replace("⟧", "")
    parts = layout.replace("⟧", "⟦").split("⟦")
    before = "".join(parts[::2])
    for text in [before, *(REPLACED[name] for name in REPLACED if LAYOUTS[name] == layout)]:
        added = with_name(text, "modules", "new")
        assert added == after
        assert names_in(added, "modules") == [*names_in(text, "modules"), "new"]


@pytest.mark.parametrize(
    "text",
    [
        "modules: a\n",
        "modules: {a: b}\n",
        "modules:\n  - {a: b}\n",
        "modules: [a\n",
        "- modules\n",
        "{title: T}\n",
        "title: &x T\nother: *y\n",
        "modules: " + "[" * 5000,
    ],
)
def test_a_list_that_is_not_understood_is_left_alone(text: str) -> None:
    with pytest.raises(NoList):
        with_name(text, "modules", "new")
