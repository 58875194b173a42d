"""Decide whether a letter about a signature may go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from causeway.domains.petitions import digests
from causeway.domains.petitions.models import ServiceLetter, Signature
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs

MOST_A_DAY = 10
MOST_A_DAY_FOR_ONE_PETITION = 3


@dataclass(frozen=True, kw_only=True)
class AdmitLetter(Command[bool]):
    """Note that a letter goes to the signer's address, unless it has had its day's fill: so nobody can flood a
    stranger's letterbox with our letters. Asked again about the same signature, the answer is yes again."""

    signature_id: UUID


@performs(
    AdmitLetter,
    policy=only_a_job,
    says="noted a letter to a signer",
    finds=found(Signature, "signature_id"),
)
def admit_letter(_actor: Actor, _command: AdmitLetter, signature: Signature) -> Done[bool]:
    if ServiceLetter.objects.filter(about=signature.pk).exists():
        return Done(True)
    address = digests.of_letterbox(signature.email)
    lately = ServiceLetter.objects.filter(address=address, sent_at__gt=clock.now() - timedelta(days=1))
    sent = [bytes(same_person) for same_person in lately.values_list("same_person", flat=True)]
    about_this = sent.count(bytes(signature.same_person))
    if len(sent) >= MOST_A_DAY or about_this >= MOST_A_DAY_FOR_ONE_PETITION:
        return Done(False)
    ServiceLetter.objects.create(
        about=signature.pk, address=address, same_person=signature.same_person, sent_at=clock.now()
    )
    return Done(True)
