"""End a rota."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.facts import ShiftsCalledOff
from causeway.domains.campaigns.models import Rota, Shift, Turn
from causeway.domains.campaigns.rota_policies import may_run_rota
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class EndRota(Command[Rota]):
    """End a rota today: the shifts still to come are called off, and whoever took one is told."""

    rota_id: UUID


@performs(EndRota, policy=may_run_rota, says="ended the rota “{rota}”", finds=locked(Rota, "rota_id"))
def end_rota(_actor: Actor, _command: EndRota, rota: Rota) -> Done[Rota]:
    if rota.ended_at:
        raise Conflict(_("This rota has ended already."))
    fact = call_off(rota)
    return Done(
        rota,
        events=[fact] if fact else [],
        scope=rota.campaign.alliance_id,
        about=rota.pk,
        named={"rota": rota.title},
    )


def call_off(rota: Rota) -> ShiftsCalledOff | None:
    """Call off what is still to come of a rota; says whom to tell."""
    ahead = Shift.objects.filter(rota=rota, starts_at__gt=clock.now(), called_off_at=None)
    turns = list(Turn.objects.filter(shift__in=ahead, state=Turn.State.TAKEN).values_list("person_id", "shift_id"))
    ahead.update(called_off_at=clock.now())
    rota.ended_at = clock.now()
    rota.save(update_fields=["ended_at"])
    if not turns:
        return None
    people = tuple(sorted({person_id for person_id, _shift_id in turns}))
    return ShiftsCalledOff(
        rota_id=rota.pk, person_ids=people, shift_ids=tuple(sorted({shift_id for _person_id, shift_id in turns}))
    )
