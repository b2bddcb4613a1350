"""The installed plugin makes what the hook makes, and an author's settings win."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

import coursewright
from coursewright.mkdocs.defaults import MARKDOWN, SCRIPTS, STYLES, set_defaults, theme_folder
from tests.engine.site.building import ROOT, SMALL_COURSES, Edition, build, digests, new_project, whole
from tests.engine.site.installed import build_wheel, build_with_plugin, unpack

SMALLEST = "site_name: A course\nplugins: [search, coursewright]\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def package(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack(wheel, tmp_path_factory.mktemp("a package"))


def test_the_wheel_holds_the_library_its_words_fonts_and_theme_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"coursewright", f"coursewright-{coursewright.__version__}.dist-info"}
    theme = {path.relative_to(ROOT / "overrides").as_posix() for path in (ROOT / "overrides").rglob("*.*")}
    packed = {name.removeprefix("coursewright/theme/") for name in names if name.startswith("coursewright/theme/")}
    assert theme <= packed
    for needed in (
        "words/en.yml",
        "paper/sheet.css",
        "paper/fonts/CoursewrightSans-Regular.ttf",
        "paper/document.html",
        "cli/starter/course/dot-gitignore",
        "cli/starter/pages/lesson.md",
    ):
        assert f"coursewright/{needed}" in names
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


@pytest.mark.parametrize("edition", ["learner", "trainer"])
def test_plugin_and_hook_make_the_same_site(package: Path, tmp_path: Path, edition: Edition) -> None:
    hooked = new_project(tmp_path / "with hook", SMALL_COURSES / "canary")
    extra = f"extra: {{edition: {edition}, worksheets: {{pdf: {str(edition == 'learner').lower()}}}}}\n"
    (hooked / "own.yml").write_text(f'INHERIT: mkdocs.yml\ncopyright: ""\n{extra}', encoding="utf-8")
    _share_cache(hooked)
    expected = whole(build(hooked, tmp_path / "expected", config="own.yml"))

    plugged = tmp_path / "with plugin"
    shutil.copytree(SMALL_COURSES / "canary", plugged / "docs")
    _share_cache(plugged)
    (plugged / "mkdocs.yml").write_text(SMALLEST + extra, encoding="utf-8")
    made = whole(build_with_plugin(package, plugged, tmp_path / "made"))

    assert any(path.endswith(".pdf") for path in digests(made.site)) == (edition == "learner")
    assert digests(made.site) == digests(expected.site)


def _share_cache(project: Path) -> None:
    """Let a project find what others have printed: the same document is the same file."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    (project / ".cache").symlink_to(ROOT / ".cache")


def _configured(tmp_path: Path, **settings: Any) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    file = io.BytesIO(yaml.dump({"site_name": "A course", **settings}).encode())
    config = load_config(file, config_file_path=str(tmp_path / "mkdocs.yml"))
    set_defaults(config)
    return config


def test_without_settings_all_defaults_hold(tmp_path: Path) -> None:
    config = _configured(tmp_path)
    assert config.theme.name == "material"
    assert config.theme.dirs[0] == str(theme_folder())
    assert not config.use_directory_urls
    assert config.extra["edition"] == "learner"
    assert config.extra_css == list(STYLES)
    assert [str(script) for script in config.extra_javascript] == list(SCRIPTS)
    assert set(MARKDOWN) <= set(config.markdown_extensions)
    assert {"material/search", "material/offline"} == set(config.plugins)
    assert config.exclude_docs
    assert config.exclude_docs.match_file("course.yml")


def test_an_authors_settings_win(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    config = _configured(
        tmp_path,
        use_directory_urls=True,
        theme={"name": "material", "custom_dir": str(tmp_path / "own"), "features": ["toc.integrate"], "logo": "a.svg"},
        extra={"edition": "trainer", "polyfills": ["own.js"]},
        extra_css=["own.css"],
        extra_javascript=["own.js"],
        exclude_docs="/drafts/\n!/glossary.yml\n",
        validation={"links": {"anchors": "warn"}},
        markdown_extensions=[{"toc": {"permalink": False}}, "sane_lists"],
        plugins=["search", {"offline": {"enabled": False}}],
    )
    assert config.theme.dirs[:2] == [str(tmp_path / "own"), str(theme_folder())]
    assert config.theme["features"] == ["toc.integrate"]
    assert config.theme["logo"] == "a.svg"
    assert config.theme["font"] is False
    assert config.use_directory_urls
    assert config.extra["edition"] == "trainer"
    assert config.extra["polyfills"][0] == "own.js"
    assert config.extra_css == [*STYLES, "own.css"]
    assert str(config.extra_javascript[-1]) == "own.js"
    assert config.exclude_docs
    assert config.exclude_docs.match_file("drafts/a.md")
    assert config.exclude_docs.match_file("course.yml")
    assert not config.exclude_docs.match_file("glossary.yml")
    toc = {key: MARKDOWN["toc"][key] for key in ("permalink_title", "slugify")}
    assert config.mdx_configs["toc"] == {"permalink": False, **toc}
    assert "sane_lists" in config.markdown_extensions
    assert config.validation.links.anchors > config.validation.links.not_found
    assert [name for name in config.plugins if "offline" in name] == ["material/offline"]


def test_what_a_configuration_of_0_1_names_is_in_the_one_style_and_the_one_script(tmp_path: Path) -> None:
    named = ("fonts", "look", "page", "blocks", "lesson", "map", "question", "sheet", "print")
    scripts = ("theme/chrome", "words", "store", "self-check", "work-sheet", "progress")
    config = _configured(
        tmp_path,
        extra_css=[*(f"assets/course/{name}.css" for name in named), "own.css"],
        extra_javascript=[*({"path": f"assets/course/{name}.js", "defer": True} for name in scripts), "own.js"],
    )
    assert config.extra_css == [*STYLES, "own.css"]
    assert [str(script) for script in config.extra_javascript] == [*SCRIPTS, "own.js"]


def test_another_theme_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"theme\.name.*readthedocs"):
        _configured(tmp_path, theme="readthedocs")
