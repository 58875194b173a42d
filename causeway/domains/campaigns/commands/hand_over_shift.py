"""Hand a shift over."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.facts import ShiftOffered
from causeway.domains.campaigns.finding import turn_with_rota_locked
from causeway.domains.campaigns.models import Turn
from causeway.domains.campaigns.rota_policies import holds_turn
from causeway.domains.campaigns.rota_queries import people_to_ask
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class HandOverShift(Command[Turn]):
    """Ask somebody on the rota to take over, or, without ``to_person_id``, whoever can.

    One keeps the turn until somebody takes it. ``keep`` takes the wish for cover back.
    """

    turn_id: UUID
    to_person_id: UUID | None = None
    keep: bool = False


@performs(
    HandOverShift,
    policy=holds_turn,
    says="looked for somebody to take over a shift of “{rota}”",
    finds=turn_with_rota_locked,
)
def hand_over_shift(actor: Actor, command: HandOverShift, turn: Turn) -> Done[Turn]:
    shift = turn.shift
    if turn.state != Turn.State.TAKEN:
        raise Conflict(_("This shift is not yours yet. Accept it or decline it."))
    if shift.ends_at <= clock.now():
        raise Conflict(_("This shift is over."))
    facts = []
    if command.keep:
        Turn.objects.filter(instead_of=turn).delete()
        turn.cover_wanted = False
    elif command.to_person_id is None:
        turn.cover_wanted = True
    else:
        if command.to_person_id not in {person.pk for person in people_to_ask(actor, shift)}:
            raise Invalid(person=_("Choose somebody from the list."))
        offered = Turn.objects.create(
            shift=shift,
            person_id=command.to_person_id,
            state=Turn.State.OFFERED,
            instead_of=turn,
            since=clock.now(),
        )
        facts.append(ShiftOffered(turn_id=offered.pk))
    turn.save(update_fields=["cover_wanted"])
    return Done(
        turn,
        events=facts,
        scope=shift.rota.campaign.alliance_id,
        about=shift.rota_id,
        named={"rota": shift.rota.title},
    )
