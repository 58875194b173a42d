"""Call a by-election."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.call_election import checked_dates
from causeway.domains.assemblies.commands.drawing_up import draw_up, draw_up_election, draw_up_roll
from causeway.domains.assemblies.committee_policies import may_call_by_election
from causeway.domains.assemblies.committee_queries import by_election_of, places_to_elect
from causeway.domains.assemblies.committee_standing import is_over
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Committee, Process
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CallByElection(Command[Process]):
    """Elect to the places that no countback could fill, by the rule and the roll of the committee's election."""

    committee_id: UUID
    nominations_close_at: datetime
    opens_at: datetime
    closes_at: datetime


@performs(
    CallByElection,
    policy=may_call_by_election,
    says="called a by-election for “{committee}”",
    finds=locked(Committee, "committee_id"),
)
def call_by_election(_actor: Actor, command: CallByElection, committee: Committee) -> Done[Process]:
    places = places_to_elect(committee)
    if not places or is_over(committee):
        raise Conflict(_("No place of this committee waits for a by-election."))
    if by_election_of(committee):
        raise Conflict(_("A by-election is under way."))
    checked_dates(command)
    whole, body = committee.election, body_of(committee.election)
    process = draw_up(
        body,
        blueprint=Process.Blueprint.ELECTION,
        title=_("By-election: %(committee)s") % {"committee": committee.name[:140]},
        about=committee.duties,
        why_here=whole.why_here,
        result_for=whole.result_for,
        part_of=whole,
    )
    draw_up_roll(process, body, section=whole.roll.section)
    draw_up_election(process, seats=places, reserved={}, command=command)
    return in_committees_trail(committee, process)
