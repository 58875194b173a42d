"""Withdraw a signature."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.petitions.commands import twins
from causeway.domains.petitions.commands.stop_letters import StopLetters
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.policies import may_answer_for_signature
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.perform import perform


@dataclass(frozen=True, kw_only=True)
class WithdrawSignature(Command[None]):
    """Take one's name off a petition: the row is deleted, and what was agreed to with it ends. A line on paper
    with the same name and postcode counts again: it may be somebody else’s, and is withdrawn on its own."""

    signature_id: UUID


@performs(
    WithdrawSignature,
    policy=may_answer_for_signature,
    says="withdrew a signature",
    finds=locked(Signature, "signature_id"),
)
def withdraw_signature(actor: Actor, _command: WithdrawSignature, signature: Signature) -> Done[None]:
    perform(actor, StopLetters(signature_id=signature.pk))
    heir = twins.hand_on(signature)
    signature.delete()
    return Done(None, events=twins.counting_again(heir), about=signature.petition_id)
