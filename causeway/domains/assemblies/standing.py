"""What an actor is within a process: on its roll, or running it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from causeway.domains.assemblies.bodies import belongs_to, body_of, members_by_section, members_of, runs_body
from causeway.domains.assemblies.models import Elector, Process, Roll
from causeway.kernel.actors import Actor, Member
from causeway.kernel.reading import once_a_reading
from causeway.kernel.sealing import blind_index

SHOWN_FROM = 10  # a section is shown as a number from ten people up


def index_of_elector(person_id: UUID) -> bytes:
    """The blind index under which a person stands on rolls."""
    return blind_index(str(person_id), "assemblies.elector")


def runs(actor: Actor, process: Process) -> bool:
    """Whether the actor runs the process. That gives no vote in it. A recall runs by itself: nobody can hold it up."""
    return process.blueprint != Process.Blueprint.RECALL and runs_body(actor, body_of(process))


def belongs(actor: Actor, process: Process) -> bool:
    """Whether the actor stands in the body that decides."""
    return belongs_to(actor, body_of(process))


@once_a_reading
def elector_of(actor: Actor, roll: Roll) -> Elector | None:
    """The actor's place on the roll, with whether they have voted; None for whoever is not on it."""
    if not isinstance(actor, Member):
        return None
    mine = Elector.objects.filter(roll=roll, person_index=index_of_elector(actor.person_id))
    return mine.select_related("voted").first()


def has_voted(elector: Elector) -> bool:
    """Whether this elector has voted."""
    return hasattr(elector, "voted")


def people_for(roll: Roll) -> frozenset[UUID]:
    """Whom the roll's rule finds today: members only, for no office gives a vote. Never shown or listed."""
    body = body_of(roll.process)
    if roll.rule == Roll.Rule.SECTION:
        return members_by_section(body).get(roll.section, frozenset())
    return members_of(body)


def sections_of(person_id: UUID, process: Process) -> set[str]:
    """The sections of the body in which a person is a member; for their own use only."""
    sections = members_by_section(body_of(process))
    return {section for section, members in sections.items() if person_id in members}


def numbers_by_section(roll: Roll, people: Iterable[UUID]) -> dict[str, int]:
    """How many of these stand in each section of the body: nothing at all where one would show too few people.

    Somebody who belongs to two sections counts in both, so the numbers may add up to more than the roll.
    """
    on_roll = frozenset(people)
    sections = members_by_section(body_of(roll.process))
    numbers = {section: len(members & on_roll) for section, members in sections.items()}
    found = {section: number for section, number in numbers.items() if number}
    return found if all(number >= SHOWN_FROM for number in found.values()) else {}
