"""Do what follows once a signature is confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.petitions.commands import twins
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class SettleSignature(Command[None]):
    """Forget the same person's other forms, take their line on paper as the same signature, and drop what we no
    longer need: the e-mail address, unless they agreed to be written to. Done twice, it changes nothing more."""

    signature_id: UUID


@performs(
    SettleSignature,
    policy=only_a_job,
    says="settled a confirmed signature",
    finds=locked(Signature, "signature_id"),
)
def settle_signature(_actor: Actor, _command: SettleSignature, signature: Signature) -> Done[None]:
    if signature.confirmed_at is None:
        return Done(None)
    same = Signature.objects.filter(petition_id=signature.petition_id)
    same.filter(same_person=signature.same_person, confirmed_at=None).delete()
    if signature.duplicate_of_id is None:
        twins.match(signature)
    signature.reachable = signature.reachable or bool(signature.wishes)
    signature.wishes = []
    if not signature.reachable:
        signature.email = ""
    signature.save(update_fields=["email", "wishes", "reachable"])
    return Done(None, about=signature.petition_id)
