"""Withdraw a consent: as easy as giving it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.people.models import Consent
from causeway.domains.people.policies import may_withdraw_consent
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class WithdrawConsent(Command[int]):
    """Stop one organisation's or alliance's letters to an address; returns how many consents ended.

    ``subject_index`` comes from ``addresses.index_of_address``. An empty ``channel`` or ``purpose`` means every one.
    """

    subject_index: bytes
    controller_id: UUID
    channel: str = ""
    purpose: str = ""


def find_subject(command: WithdrawConsent) -> bytes:
    """The blind index of the address."""
    return command.subject_index


@performs(
    WithdrawConsent, policy=may_withdraw_consent, says="recorded that a consent was withdrawn", finds=find_subject
)
def withdraw_consent(_actor: Actor, command: WithdrawConsent, subject_index: bytes) -> Done[int]:
    running = Consent.objects.filter(
        subject_index=subject_index, controller_id=command.controller_id, withdrawn_at=None
    )
    if command.channel:
        running = running.filter(channel=command.channel)
    if command.purpose:
        running = running.filter(purpose=command.purpose)
    ended = running.update(withdrawn_at=clock.now())
    return Done(ended, scope=command.controller_id)
