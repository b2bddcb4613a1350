"""Ways through a course: some of its lessons, in an order, and for groups what they do together, week by week."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """A week of a path, or all of it."""

    lessons: tuple[str, ...]
    """Modules and lessons as their author named them: a module is all its lessons."""
    title: str = ""
    together: tuple[str, ...] = ()
    """Activities and worksheets for the hour that a group spends together: ``module/lesson/name``."""
    talk: str = ""
    """What each learner talks about with a manager."""


@dataclass(frozen=True, slots=True)
class CoursePath:
    """A way through the course."""

    name: str
    title: str
    description: str
    hours: int
    """The hours that its lessons take at most; 0 if its author says nothing."""
    stages: tuple[Stage, ...]
    in_weeks: bool

    @property
    def path(self) -> str:
        """The page that the build makes of it."""
        return f"paths/{self.name}.md"
