"""A hook that fails where a text says so, as a faulty plugin, template or extension would."""

from __future__ import annotations

from pathlib import Path

from tests.engine.site.building import ROOT

FAULTY = "faulty.py"
CONFIG = f"""\
INHERIT: {ROOT / "mkdocs.yml"}
hooks:
  - hooks/course_site.py
  - {FAULTY}
"""
HOOK = """\
from jinja2 import ChoiceLoader, DictLoader
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pathlib import Path


def fails(config, where):
    plan = Path(config.config_file_path).with_name("fails-in")
    if plan.is_file() and plan.read_text(encoding="utf-8") == where:
        raise ValueError("planted in " + where)


class Fails(Preprocessor):
    def run(self, lines):
        if "Finches hum." in lines:
            raise KeyError("planted in the extension")
        return lines


class Extended(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Fails(md), "fails", 1)


def on_config(config):
    fails(config, "config")
    config.markdown_extensions.append(Extended())


def on_files(files, *, config):
    fails(config, "files")


def on_page_content(html, *, page, config, files):
    if page.file.src_uri.endswith("finch.md"):
        fails(config, "page")


def on_env(env, *, config, files):
    fails(config, "env")
    broken = {"home.html": "{{ nothing.more }}"}
    plan = Path(config.config_file_path).with_name("fails-in")
    if plan.is_file() and plan.read_text(encoding="utf-8") == "template":
        env.loader = ChoiceLoader([DictLoader(broken), env.loader])


def on_page_context(context, *, page, config, nav):
    if page.file.src_uri.endswith("finch.md"):
        fails(config, "context")


def on_post_build(*, config):
    fails(config, "post")
"""


def make_faulty(project: Path) -> None:
    """Let a project have the hook."""
    (project / FAULTY).write_text(HOOK, encoding="utf-8")
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")


def fail_in(project: Path, where: str) -> None:
    """Let the next builds fail there; nowhere, if it's empty."""
    (project / "fails-in").write_text(where, encoding="utf-8")
