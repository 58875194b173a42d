"""Decide to whom the next letters of an ask go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.ladder_standing import PURPOSE, standing_on
from causeway.domains.campaigns.models import Ask, Asked, AskedStep, Contact
from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.models import Channel, Suppression
from causeway.domains.people.queries import contactable
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs

A_BATCH = 50
BETWEEN_ASKS = timedelta(days=7)


@dataclass(frozen=True)
class Batch:
    """To whom the job sends now, and whether it was the last batch."""

    contact_ids: tuple[UUID, ...]
    finished: bool


@dataclass(frozen=True, kw_only=True)
class SendNextStep(Command[Batch]):
    """Take the next contacts of an ask: those who still agree, were not asked within seven days, and stopped nothing.

    What is decided is stored before anything is sent, so an interrupted job asks nobody twice.
    """

    ask_id: UUID


@performs(
    SendNextStep,
    policy=is_the_system,
    says="sent a part of a message about “{campaign}”",
    finds=locked(Ask, "ask_id"),
)
def send_next_step(_actor: Actor, _command: SendNextStep, ask: Ask) -> Done[Batch]:
    batch = Batch((), finished=True) if ask.finished_at else _take_batch(ask)
    return Done(batch, scope=ask.campaign.alliance_id, about=ask.pk, named={"campaign": ask.campaign.name})


def _take_batch(ask: Ask) -> Batch:
    left = Contact.objects.filter(campaign=ask.campaign, controller_id=ask.controller_id).order_by("pk")
    if ask.reached:
        left = left.filter(pk__gt=ask.reached)
    looked_at = list(left[:A_BATCH])
    on_rung = standing_on(ask.campaign, ask.rung, among=[bytes(contact.person_index) for contact in looked_at])
    here = [contact for contact in looked_at if bytes(contact.person_index) in on_rung]
    goes_to = _sort_out(ask, here)
    Asked.objects.bulk_create(
        Asked(ask=ask, address_index=contact.address_index, at=clock.now()) for contact in goes_to
    )
    AskedStep.objects.bulk_create(
        (AskedStep(campaign=ask.campaign, person_index=contact.person_index) for contact in goes_to),
        ignore_conflicts=True,
    )
    if len(looked_at) < A_BATCH:
        ask.finished_at = clock.now()
    if looked_at:
        ask.reached = looked_at[-1].pk
    ask.save()
    return Batch(tuple(contact.pk for contact in goes_to), finished=ask.finished_at is not None)


def _sort_out(ask: Ask, contacts: list[Contact]) -> list[Contact]:
    """Count each contact under what becomes of it; returns those who are written to."""
    emails = [contact.email for contact in contacts]
    agreed = contactable(emails, ask.controller_id, Channel.EMAIL, PURPOSE)
    stopped = {
        bytes(index)
        for index in Suppression.objects.filter(
            subject_index__in=[index_of_address(email) for email in emails]
        ).values_list("subject_index", flat=True)
    }
    lately = Asked.objects.filter(
        address_index__in=[contact.address_index for contact in contacts], at__gt=clock.now() - BETWEEN_ASKS
    )
    asked: set[bytes] = {bytes(index) for index in lately.values_list("address_index", flat=True)}
    goes_to = []
    for contact in contacts:
        if index_of_address(contact.email) in stopped:
            ask.suppressed += 1
        elif contact.email not in agreed:
            ask.no_consent += 1
        elif bytes(contact.address_index) in asked:
            ask.too_soon += 1
        else:
            ask.sent += 1
            goes_to.append(contact)
    return goes_to
