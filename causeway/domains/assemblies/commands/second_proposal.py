"""Second a motion or an amendment."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.finding_motions import proposal_on_floor
from causeway.domains.assemblies.models import Amendment, Motion, Seconding
from causeway.domains.assemblies.motion_course import Standing, standing_of
from causeway.domains.assemblies.motion_policies import may_second
from causeway.domains.assemblies.motion_standing import OnFloor
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class SecondProposal(Command[Seconding]):
    """Say that a motion or an amendment should be voted on: once each, and never one's own."""

    proposal_id: UUID
    organisation_id: UUID | None = None


@performs(SecondProposal, policy=may_second, says="seconded “{proposal}” in “{process}”", finds=proposal_on_floor)
def second_proposal(actor: Actor, _command: SecondProposal, floor: OnFloor) -> Done[Seconding]:
    proposal, person_id = floor.subject, signed_in(actor)
    assert isinstance(proposal, Motion | Amendment)  # noqa: S101 - the finder finds nothing else
    if standing_of(proposal) not in {Standing.SECONDING, Standing.ON_AGENDA}:
        raise Conflict(_("This is settled. It needs no seconder any more."))
    same = Q(person_id=person_id) | (Q(seconded_for=floor.organisation) if floor.organisation else Q())
    if proposal.secondings.filter(same).exists():
        raise Conflict(_("You have seconded this already. It counts once."))
    seconding = Seconding.objects.create(
        **{"motion" if isinstance(proposal, Motion) else "amendment": proposal},
        person_id=person_id,
        seconded_for=floor.organisation,
        seconded_on=clock.today(),
    )
    return in_trail(floor.process, seconding, proposal=name_of(proposal))


def name_of(proposal: Motion | Amendment) -> str:
    """What a motion or an amendment is called in the trail."""
    if isinstance(proposal, Motion):
        return proposal.title
    return f"{proposal.motion.title}, amendment {proposal.number}"
