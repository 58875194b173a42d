"""Correct one's own signature."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions import digests
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.policies import may_answer_for_signature
from causeway.domains.petitions.signing import checked_name
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Refused


@dataclass(frozen=True, kw_only=True)
class CorrectSignature(Command[Signature]):
    """Spell one's name anew (an empty ``name`` leaves it), and say whether it may be shown."""

    signature_id: UUID
    shows_name: bool
    name: str = ""


@performs(
    CorrectSignature,
    policy=may_answer_for_signature,
    says="corrected a signature",
    finds=locked(Signature, "signature_id"),
)
def correct_signature(_actor: Actor, command: CorrectSignature, signature: Signature) -> Done[Signature]:
    if signature.source != Signature.Source.ONLINE:
        raise Refused(_("A name on paper stands as it was written. You can withdraw it."))
    if command.name.strip():
        signature.name = checked_name(command.name)
        signature.same_line = digests.of_line(signature.name, signature.postcode, signature.petition_id)
    signature.shows_name = command.shows_name
    signature.save(update_fields=["name", "same_line", "shows_name"])
    return Done(signature, about=signature.petition_id)
