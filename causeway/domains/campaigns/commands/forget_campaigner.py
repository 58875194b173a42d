"""Forget what stands here about somebody whose account was erased."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from causeway.domains.campaigns.commands.drop_shift import is_near
from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.facts import PlaceFreed, ShiftDroppedLate
from causeway.domains.campaigns.ladder_standing import index_of_asked
from causeway.domains.campaigns.leaving import ladder_indexes, sign_ups_of
from causeway.domains.campaigns.models import (
    Asked,
    AskedStep,
    CalendarKey,
    CampaignRole,
    Contact,
    Event,
    ReminderChoice,
    Rota,
    SignUp,
    Step,
    Task,
    Turn,
)
from causeway.domains.campaigns.places import move_up
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.events import Event as Fact


@dataclass(frozen=True, kw_only=True)
class ForgetCampaigner(Command[None]):
    """Delete sign-ups, contacts, steps on ladders, appointments, the calendar address and coming shifts of an account
    and its address; open tasks are free again. Shifts that were served and tasks that were done stay, with the bare
    identifier only, because others planned and counted with them.
    """

    person_id: UUID
    email: str = field(repr=False)


@performs(ForgetCampaigner, policy=is_the_system, says="forgot what campaigns held about an erased account")
def forget_campaigner(_actor: Actor, command: ForgetCampaigner, _subject: Any) -> Done[None]:
    person_id = command.person_id
    facts = [*_give_back_shifts(person_id), *_withdraw_sign_ups(command)]
    CampaignRole.objects.filter(person_id=person_id).delete()
    Task.objects.filter(taken_by_id=person_id, done_on=None).update(taken_by=None)
    CalendarKey.objects.filter(person_id=person_id).delete()
    ReminderChoice.objects.filter(person_id=person_id).delete()
    asked = index_of_asked(command.email)
    Contact.objects.filter(address_index=asked).delete()
    Asked.objects.filter(address_index=asked).delete()
    on_ladders = ladder_indexes(command.email)
    Step.objects.filter(person_index__in=on_ladders).delete()
    AskedStep.objects.filter(person_index__in=on_ladders).delete()
    return Done(None, events=facts, scope=person_id)


def _give_back_shifts(person_id: UUID) -> list[Fact]:
    """End the turns that are still to come, with each rota locked in the order of their keys."""
    coming = Turn.objects.filter(person_id=person_id, shift__ends_at__gt=clock.now())
    rotas = set(coming.values_list("shift__rota_id", flat=True))
    list(Rota.objects.select_for_update(no_key=True).filter(pk__in=rotas).order_by("pk"))
    turns = list(coming.select_related("shift"))
    late = {turn.shift_id for turn in turns if turn.state == Turn.State.TAKEN and is_near(turn.shift)}
    Turn.objects.filter(pk__in=[turn.pk for turn in turns]).delete()
    return [ShiftDroppedLate(shift_id=shift_id) for shift_id in sorted(late)]


def _withdraw_sign_ups(command: ForgetCampaigner) -> list[Fact]:
    """Delete the sign-ups, with each event locked in the order of their keys; whoever waits moves up."""
    sign_ups = sign_ups_of(command.person_id, command.email)
    events = Event.objects.select_for_update(no_key=True).filter(pk__in={each.event_id for each in sign_ups})
    freed: list[Fact] = []
    for event in events.order_by("pk"):
        SignUp.objects.filter(event=event, pk__in=[each.pk for each in sign_ups]).delete()
        if event.ends_at > clock.now() and event.cancelled_at is None:
            freed += [PlaceFreed(sign_up_id=moved.pk) for moved in move_up(event)]
    return freed
