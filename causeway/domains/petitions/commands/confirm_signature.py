"""Confirm a signature from the letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.events import SignatureConfirmed
from causeway.domains.petitions.models import Petition, Signature
from causeway.domains.petitions.policies import has_run_out, may_answer_for_signature
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing, Refused

WAITING = """SELECT mine.id, mine.petition_id, mine.confirmed_at, opened_at, closed_at, closes_on, EXISTS (
  SELECT FROM petitions_signature AS other WHERE other.petition_id = mine.petition_id
  AND other.same_person = mine.same_person AND other.id <> mine.id AND other.confirmed_at IS NOT NULL) AS has_twin
 FROM petitions_signature AS mine JOIN petitions_petition ON petitions_petition.id = mine.petition_id
 WHERE mine.id = %s"""


@dataclass(frozen=True, kw_only=True)
class ConfirmSignature(Command[None]):
    """Press the button on the page behind the letter's link. A second press changes nothing (Conflict)."""

    signature_id: UUID


def signature_to_confirm(command: ConfirmSignature) -> Any:
    """The signature with its petition, and with ``has_twin``: another of this person counts.

    In SQL, as for signing (``petition_to_sign``). Not locked: of two presses in one moment both store the same, and of
    two forms the database takes one (``signed_once``).
    """
    rows: Iterable[Any] = Signature.objects.raw(WAITING, [command.signature_id])
    for row in rows:
        standing = {"opened_at": row.opened_at, "closed_at": row.closed_at, "closes_on": row.closes_on}
        row.petition = Petition(pk=row.petition_id, **standing)
        return row
    raise Missing(_("This signature is no longer here: it was withdrawn, or not confirmed within 14 days."))


@performs(
    ConfirmSignature,
    policy=may_answer_for_signature,
    says="confirmed a signature",
    finds=signature_to_confirm,
    at_once=True,
)
def confirm_signature(_actor: Actor, _command: ConfirmSignature, signature: Any) -> Done[None]:
    if signature.confirmed_at:
        raise Conflict(_("You have confirmed this signature already. Thank you."))
    if not signature.petition.is_open or has_run_out(signature.petition):
        raise Refused(_("This petition has closed, so this signature can no longer be confirmed."))
    if signature.has_twin:
        raise Conflict(_("You have signed this petition already. Thank you."))
    signature.confirmed_at = clock.now()
    return Done(
        None,
        events=[SignatureConfirmed(signature_id=signature.pk, petition_id=signature.petition_id)],
        updates=[(signature, ["confirmed_at"])],
        about=signature.petition_id,
    )
