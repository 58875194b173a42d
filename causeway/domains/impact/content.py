"""What a check says, whether it is being written or was published: the same shape for pages, files and editions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.utils.functional import cached_property

from causeway.domains.impact.frame import GOALS, POINTS, WAYS, Point
from causeway.domains.impact.models import Bearing, Effect, ImpactCheck


@dataclass(frozen=True)
class Told:
    """One effect. ``id`` is that of its row while it can still be changed."""

    group: str
    group_words: str
    place: str
    when: str
    direction: str
    size: str
    text: str
    source: str
    source_url: str
    id: str = ""

    @property
    def who(self) -> str:
        """The group as people read it."""
        return self.group_words or str(Effect.Group(self.group).label)

    @property
    def direction_label(self) -> str:
        return str(Effect.Direction(self.direction).label)

    @property
    def when_label(self) -> str:
        return str(Effect.When(self.when).label)


@dataclass(frozen=True)
class Asked:
    """One question, and its answer where there is one."""

    text: str
    answer: str
    source: str
    source_url: str
    id: str = ""


@dataclass(frozen=True)
class Borne:
    """How the proposal bears on one point of the frame."""

    point: str
    sense: str
    text: str

    @property
    def sense_label(self) -> str:
        return str(Bearing.Sense(self.sense).label)

    @property
    def about(self) -> Point:
        return POINTS[self.point]


@dataclass(frozen=True)
class Content:
    """A whole check."""

    gist: str
    effects: tuple[Told, ...]
    questions: tuple[Asked, ...]
    bearings: tuple[Borne, ...]

    @cached_property
    def open_questions(self) -> list[Asked]:
        return [question for question in self.questions if not question.answer]

    @cached_property
    def answered(self) -> list[Asked]:
        return [question for question in self.questions if question.answer]

    @cached_property
    def goals(self) -> list[Borne]:
        return self._on(GOALS)

    @cached_property
    def ways(self) -> list[Borne]:
        return self._on(WAYS)

    def _on(self, points: Iterable[Point]) -> list[Borne]:
        said = {borne.point: borne for borne in self.bearings}
        return [said[point.key] for point in points if point.key in said]

    def groups_that(self, direction: str, when: str) -> list[str]:
        """The groups that gain, lose or are unclear then, each once, in the order in which they were written."""
        return list(
            dict.fromkeys(told.who for told in self.effects if (told.direction, told.when) == (direction, when))
        )


def content_of(check: ImpactCheck) -> Content:
    """The working copy."""
    names = [field.name for field in fields(Told) if field.name != "id"]
    return Content(
        gist=check.gist,
        effects=tuple(
            Told(**{name: getattr(row, name) for name in names}, id=str(row.pk)) for row in check.effects.all()
        ),
        questions=tuple(
            Asked(row.text, row.answer, row.source, row.source_url, id=str(row.pk)) for row in check.questions.all()
        ),
        bearings=tuple(Borne(row.point, row.sense, row.text) for row in check.bearings.all())
        if check.uses_frame
        else (),
    )


def as_json(content: Content) -> dict[str, Any]:
    """What an edition keeps: no identifiers, for their rows go on changing."""
    kept = {name: list(part) if isinstance(part, tuple) else part for name, part in asdict(content).items()}
    for one in (*kept["effects"], *kept["questions"]):
        del one["id"]
    return kept


def from_json(kept: dict[str, Any]) -> Content:
    """An edition, read again."""
    return Content(
        gist=kept["gist"],
        effects=tuple(Told(**one) for one in kept["effects"]),
        questions=tuple(Asked(**one) for one in kept["questions"]),
        bearings=tuple(Borne(**one) for one in kept["bearings"]),
    )
