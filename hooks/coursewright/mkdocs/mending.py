"""What Material's own templates write that isn't valid HTML, put right as a template is read."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import BaseLoader, Environment

MENDED = {
    "base.html": [
        (f'type="checkbox" id="{name}" autocomplete="off"', f'type="checkbox" id="{name}"')
        for name in ("__drawer", "__search")
    ]
}
"""By template: what it says, and what it should. HTML lets a checkbox have no ``autocomplete``."""


class MendingLoader(BaseLoader):
    """Reads templates through another loader."""

    def __init__(self, loader: BaseLoader) -> None:
        """Read through ``loader``."""
        self._loader = loader

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """A template's source, mended."""
        source, path, is_fresh = self._loader.get_source(environment, template)
        for said, meant in MENDED.get(template, ()):
            source = source.replace(said, meant)
        return source, path, is_fresh

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()


def mend_templates(env: Environment) -> None:
    """Let an environment read Material's templates mended, if it doesn't yet."""
    if env.loader is not None and not isinstance(env.loader, MendingLoader):
        env.loader = MendingLoader(env.loader)
