"""The sentences of the self-assessments: one for each lesson that has one."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.views.common import ViewContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What a learner can say of herself after a lesson."""

    text: str
    id: str
    formerly: str
    title: str
    url: str
    paths: str
    """The names of the paths that its lesson is in, with spaces between them."""


@dataclass(frozen=True, slots=True)
class AssessedModule:
    """The sentences of a module."""

    name: str
    title: str
    sentences: tuple[Sentence, ...]


def assessment_view(context: ViewContext) -> tuple[AssessedModule, ...]:
    """The modules that have any sentences."""
    modules = []
    course = context.course
    taken = {
        path.name: {lesson.id for stage in path.stages for lesson in course.taken(stage.lessons)}
        for path in course.paths
    }
    for module in course.modules:
        sentences = tuple(
            Sentence(
                text=lesson.can_do,
                id=lesson.id,
                formerly=" ".join(lesson.formerly),
                title=lesson.title,
                url=context.address(lesson.path),
                paths=" ".join(name for name, lessons in taken.items() if lesson.id in lessons),
            )
            for lesson in module.lessons
            if lesson.can_do
        )
        if sentences:
            modules.append(AssessedModule(module.name, module.title, sentences))
    return tuple(modules)
