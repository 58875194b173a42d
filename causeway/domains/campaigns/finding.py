"""Find a shift or a turn with its rota locked: the places of one rota are given one at a time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from causeway.domains.campaigns.models import Rota, Shift, Turn
from causeway.kernel.errors import Missing


def shift_with_rota_locked(command: Any) -> Shift:
    """The shift that the command's ``shift_id`` names. Raises Missing."""
    rota_id = Shift.objects.filter(pk=command.shift_id).values_list("rota_id", flat=True).first()
    rota = _lock(rota_id)
    shift = Shift.objects.filter(pk=command.shift_id, called_off_at=None).first()
    if shift is None:
        raise Missing
    shift.rota = rota
    return shift


def turn_with_rota_locked(command: Any) -> Turn:
    """The turn that the command's ``turn_id`` names. Raises Missing."""
    rota_id = Turn.objects.filter(pk=command.turn_id).values_list("shift__rota_id", flat=True).first()
    rota = _lock(rota_id)
    turn = Turn.objects.select_related("shift", "person").filter(pk=command.turn_id).first()
    if turn is None:
        raise Missing
    turn.shift.rota = rota
    return turn


def _lock(rota_id: UUID | None) -> Rota:
    if rota_id is None:
        raise Missing
    rota = Rota.objects.select_for_update(no_key=True).filter(pk=rota_id).first()
    if rota is None:
        raise Missing
    return rota
