"""How the commands of tip-offs store a message: sealed, in order, with the day only."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Max

from causeway.domains.services.models import HandlerKey, SealedCopy, TipOff, TipOffMessage
from causeway.domains.services.threads import seal
from causeway.kernel import clock


def add_message(
    tip_off: TipOff, kind: str, text: str, keys: Iterable[HandlerKey], *, written_by: UUID | None = None
) -> TipOffMessage:
    """Store a message as copies sealed to ``keys``, and, where it is a reply, to the source's key."""
    TipOff.objects.select_for_update(no_key=True).get(pk=tip_off.pk)  # one position for each message
    last = tip_off.messages.aggregate(last=Max("position"))["last"] or 0
    message = TipOffMessage.objects.create(
        tip_off=tip_off, position=last + 1, kind=kind, sent_on=clock.today(), written_by_id=written_by
    )
    copies = [SealedCopy(message=message, key=key, sealed=seal(message, key.public, text)) for key in keys]
    if kind == TipOffMessage.Kind.REPLY:
        copies.append(SealedCopy(message=message, sealed=seal(message, tip_off.source_public, text)))
    SealedCopy.objects.bulk_create(copies)
    return message
