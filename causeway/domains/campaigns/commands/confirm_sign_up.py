"""Confirm a visitor's sign-up, or change the answer, from the letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.sign_up_for_event import MOST_GUESTS, require_open
from causeway.domains.campaigns.event_policies import holds_sign_up
from causeway.domains.campaigns.facts import PlaceFreed, SignUpCounted
from causeway.domains.campaigns.models import Event, SignUp
from causeway.domains.campaigns.places import move_up, seat
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid, Missing
from causeway.kernel.events import Event as Fact


@dataclass(frozen=True, kw_only=True)
class ConfirmSignUp(Command[SignUp]):
    """Make a sign-up count. Confirming twice is confirming once; another answer corrects the first."""

    sign_up_id: UUID
    answer: str = ""
    guests: int | None = None


def find_sign_up(command: Any) -> SignUp:
    """The sign-up, with its event locked: places are given one at a time."""
    event_id = SignUp.objects.filter(pk=command.sign_up_id).values_list("event_id", flat=True).first()
    if event_id is None:
        raise Missing
    event = Event.objects.select_for_update(no_key=True).get(pk=event_id)
    sign_up = event.sign_ups.filter(pk=command.sign_up_id).first()
    if sign_up is None:
        raise Missing
    sign_up.event = event
    return sign_up


@performs(
    ConfirmSignUp,
    policy=holds_sign_up,
    says="confirmed a sign-up for the event “{event}”",
    finds=find_sign_up,
)
def confirm_sign_up(_actor: Actor, command: ConfirmSignUp, sign_up: SignUp) -> Done[SignUp]:
    event = sign_up.event
    before = (sign_up.confirmed_at is not None, sign_up.answer, sign_up.guests)
    answer = command.answer or sign_up.answer
    guests = sign_up.guests if command.guests is None else command.guests
    facts: list[Fact] = []
    if before != (True, answer, guests):
        require_open(event)
        if answer not in SignUp.Answer.values or not 0 <= guests <= MOST_GUESTS:
            raise Invalid(guests=_("Choose an answer, and up to %(most)s people.") % {"most": MOST_GUESTS})
        sign_up.answer, sign_up.guests = answer, guests
        sign_up.confirmed_at = sign_up.confirmed_at or clock.now()
        seat(event, sign_up)
        sign_up.save()
        facts = [PlaceFreed(sign_up_id=moved.pk) for moved in move_up(event)]
    if not before[0]:
        facts = [SignUpCounted(sign_up_id=sign_up.pk), *facts]
    return Done(sign_up, events=facts, scope=event.campaign.alliance_id, about=event.pk, named={"event": event.title})
