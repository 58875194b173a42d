"""What can be checked: each kind with the functions that say who sees it and who may write on it.

``project/impact_subjects.py`` is the one table. So this room checks what rooms above it hold without knowing them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of subject. Its rows have a title as ``str()`` gives it, and a page of their own.

    ``seen``: the rows that an actor sees. ``written``: those on which an actor may put their name to a check. ``runs``:
    whether an actor publishes and withdraws the check of a row. ``trail``: the body in whose trail that stands.
    """

    name: str
    title: str | Promise
    model: type[Model]
    seen: Callable[[Actor], QuerySet[Any]]
    written: Callable[[Actor], QuerySet[Any]]
    runs: Callable[[Actor, Any], bool]
    trail: Callable[[Any], UUID]


_kinds: dict[str, Kind] = {}


def offer(kinds: Sequence[Kind]) -> None:
    """Called once at start, with the table of ``project/impact_subjects.py``."""
    _kinds.clear()
    _kinds.update({kind.name: kind for kind in kinds})


def kinds() -> list[Kind]:
    """Every kind, in the order of the table."""
    return list(_kinds.values())


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises Missing."""
    if name not in _kinds:
        raise Missing
    return _kinds[name]


@dataclass(frozen=True)
class Subject:
    """One thing that can be checked, of one kind."""

    kind: Kind
    row: Any

    @property
    def title(self) -> str:
        return str(self.row)

    def is_seen_by(self, actor: Actor) -> bool:
        return self.kind.seen(actor).filter(pk=self.row.pk).exists()

    def is_written_by(self, actor: Actor) -> bool:
        return self.kind.written(actor).filter(pk=self.row.pk).exists()

    def is_run_by(self, actor: Actor) -> bool:
        return self.kind.runs(actor, self.row)


def subject_at(kind_name: str, subject_id: UUID) -> Subject:
    """The subject of that kind. Who may know of it, the policies say. Raises Missing."""
    kind = kind_named(kind_name)
    row = kind.model._default_manager.filter(pk=subject_id).first()
    if row is None:
        raise Missing
    return Subject(kind, row)
