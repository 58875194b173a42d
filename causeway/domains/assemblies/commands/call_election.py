"""Call the election of a committee."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.bodies import Body, find_body, has_sections
from causeway.domains.assemblies.commands.drawing_up import ElectionDates, draw_up, draw_up_election, draw_up_roll
from causeway.domains.assemblies.dates import checked_vote
from causeway.domains.assemblies.models import Process
from causeway.domains.assemblies.policies import may_set_up_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

MOST_PLACES = 50


@dataclass(frozen=True, kw_only=True)
class CallElection(Command[Process]):
    """Set up an election by the single transferable vote. People put themselves forward once the roll is settled.

    ``seats``: the places to fill. ``reserved``: of these, at least so many for members of a section.
    """

    body_id: UUID
    title: str
    about: str = ""
    why_here: str
    seats: int
    reserved: dict[str, int] = field(default_factory=dict)
    section: str = ""
    result_for: str = Process.Audience.MEMBERS
    nominations_close_at: datetime
    opens_at: datetime
    closes_at: datetime


@performs(CallElection, policy=may_set_up_process, says="called the election “{process}”", finds=find_body)
def call_election(_actor: Actor, command: CallElection, body: Body) -> Done[Process]:
    checked_dates(command)
    if not 1 <= command.seats <= MOST_PLACES:
        raise Invalid(seats=_("Give a number from 1 to %(most)s.") % {"most": MOST_PLACES})
    process = draw_up(
        body,
        blueprint=Process.Blueprint.ELECTION,
        title=command.title,
        about=command.about,
        why_here=command.why_here,
        result_for=command.result_for,
    )
    draw_up_roll(process, body, section=command.section)
    draw_up_election(process, seats=command.seats, reserved=checked_reserved(command, body), command=command)
    return in_trail(process, process)


def checked_dates(command: ElectionDates) -> None:
    """Raise Invalid unless there is time to put names forward, and then to vote."""
    checked_vote(command.opens_at, command.closes_at)
    if not clock.now() < command.nominations_close_at <= command.opens_at:
        raise Invalid(nominations_close_at=_("Nominations close from now on, and before the vote opens."))


def checked_reserved(command: CallElection, body: Body) -> dict[str, int]:
    """The places kept for sections, without the noughts. Raises Invalid where they do not fit."""
    reserved = {str(Section(section)): number for section, number in command.reserved.items() if number}
    if not reserved:
        return {}
    if not has_sections(body) or command.section:
        raise Invalid(reserved=_("Places can be kept for sections only where all sections elect."))
    if min(reserved.values()) < 0 or sum(reserved.values()) > command.seats:
        raise Invalid(reserved=_("More places are kept for sections than there are."))
    return reserved
