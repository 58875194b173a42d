"""Ask somebody to take a shift."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.facts import ShiftOffered
from causeway.domains.campaigns.finding import shift_with_rota_locked
from causeway.domains.campaigns.models import Shift, Turn
from causeway.domains.campaigns.rota_policies import may_run_rota
from causeway.domains.campaigns.rota_queries import people_to_ask
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class OfferShift(Command[Turn]):
    """Ask one person of the campaign to take a shift. It is theirs only once they accept."""

    shift_id: UUID
    person_id: UUID


@performs(
    OfferShift,
    policy=may_run_rota,
    says="asked somebody to take a shift of “{rota}”",
    finds=shift_with_rota_locked,
)
def offer_shift(actor: Actor, command: OfferShift, shift: Shift) -> Done[Turn]:
    if shift.ends_at <= clock.now():
        raise Conflict(_("This shift is over."))
    if command.person_id not in {person.pk for person in people_to_ask(actor, shift)}:
        raise Invalid(person=_("Choose somebody from the list."))
    turn = Turn.objects.create(shift=shift, person_id=command.person_id, state=Turn.State.OFFERED, since=clock.now())
    return Done(
        turn,
        events=[ShiftOffered(turn_id=turn.pk)],
        scope=shift.rota.campaign.alliance_id,
        about=shift.rota_id,
        named={"rota": shift.rota.title},
    )
