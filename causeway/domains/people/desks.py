"""Who answers requests about data that are addressed to a body. This room knows no body; the table does.

``project/desks.py`` says it: which bodies there are to ask, and which of them somebody answers for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.actors import Actor, Member


@dataclass(frozen=True)
class Desks:
    """``name_of`` names a body that can be asked, or gives None; ``held_by`` lists those that an actor answers for."""

    name_of: Callable[[UUID], str | None]
    held_by: Callable[[Actor], list[UUID]]


_desks: list[Desks] = []


def open_desks(desks: Desks) -> None:
    """Called once at start, with the table of ``project/desks.py``."""
    _desks[:] = [desks]


def body_named(body_id: UUID) -> tuple[UUID, str] | None:
    """A body that can be asked about data, with its name, if there is one."""
    name = _desks[0].name_of(body_id) if _desks else None
    return (body_id, name) if name is not None else None


def bodies_answered_for(actor: Actor) -> list[UUID]:
    """The bodies whose requests the actor answers, as somebody who runs them."""
    return _desks[0].held_by(actor) if _desks and isinstance(actor, Member) else []
