"""Take an address off the list of those who want nothing."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.people.models import Suppression
from causeway.domains.people.policies import may_withdraw_consent
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class AllowLettersAgain(Command[None]):
    """Undo “stop everything”: nothing is sent until a consent is given anew."""

    subject_index: bytes


def find_subject(command: AllowLettersAgain) -> bytes:
    """The blind index of the address."""
    return command.subject_index


@performs(
    AllowLettersAgain, policy=may_withdraw_consent, says="allowed letters to an address again", finds=find_subject
)
def allow_letters_again(_actor: Actor, _command: AllowLettersAgain, subject_index: bytes) -> Done[None]:
    Suppression.objects.filter(subject_index=subject_index).delete()
    return Done(None)
