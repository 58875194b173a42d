"""Stop every letter from everybody here."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.people.models import Consent, Suppression
from causeway.domains.people.policies import may_withdraw_consent
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class StopEverything(Command[None]):
    """Withdraw every consent of an address, and put it on the list of those who want nothing.

    Letters that a person asks for themselves (a confirmation, a password, an answer) still go out.
    """

    subject_index: bytes


def find_subject(command: StopEverything) -> bytes:
    """The blind index of the address."""
    return command.subject_index


@performs(StopEverything, policy=may_withdraw_consent, says="stopped every letter to an address", finds=find_subject)
def stop_everything(_actor: Actor, _command: StopEverything, subject_index: bytes) -> Done[None]:
    now = clock.now()
    Consent.objects.filter(subject_index=subject_index, withdrawn_at=None).update(withdrawn_at=now)
    Suppression.objects.get_or_create(subject_index=subject_index, defaults={"since": now})
    return Done(None)
