"""Weigh a point of the frame of future generations."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.wording import a_choice, some_text
from causeway.domains.impact.frame import POINTS
from causeway.domains.impact.models import Bearing, ImpactCheck
from causeway.domains.impact.policies import may_write_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class WeighPoint(Command[ImpactCheck]):
    """Say whether the proposal helps or harms a goal or a way of working, and why; without a sense it is left out."""

    check_id: UUID
    point: str
    sense: str = ""
    text: str = ""


@performs(
    WeighPoint,
    policy=may_write_check,
    says="weighed a point of the frame in the impact check of “{subject}”",
    finds=locked(ImpactCheck, "check_id"),
)
def weigh_point(_actor: Actor, command: WeighPoint, check: ImpactCheck) -> Done[ImpactCheck]:
    if command.point not in POINTS:
        raise Invalid(point=_("Choose one of the goals or ways of working."))
    if not command.sense:
        Bearing.objects.filter(check_of=check, point=command.point).delete()
        return in_trail(check, check)
    said = {
        "sense": a_choice(command.sense, "sense", Bearing.Sense),
        "text": some_text(command.text, "text", longest=600),
    }
    Bearing.objects.update_or_create(check_of=check, point=command.point, defaults=said)
    return in_trail(check, check)
