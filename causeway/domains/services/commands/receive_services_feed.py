"""Take in the file of a large directory of services, to be read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.events import ServicesFeedReceived
from causeway.domains.services.filled_in import short_text
from causeway.domains.services.models import ServiceImport
from causeway.domains.services.openreferral.parsing import LARGEST_BYTES
from causeway.domains.services.policies.register import may_read_feed
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid, TooMany

LARGE = 2_000_000  # bytes; what is smaller is read at once
MOST_WAITING = 5


@dataclass(frozen=True, kw_only=True)
class ReceiveServicesFeed(Command[ServiceImport]):
    """Keep a file's bytes until a job has read them."""

    alliance_id: UUID
    source: str
    raw: bytes = field(repr=False)


@performs(
    ReceiveServicesFeed,
    policy=may_read_feed,
    says="brought a large directory of services, “{source}”, to be read",
    finds=found(Alliance, "alliance_id"),
)
def receive_services_feed(_actor: Actor, command: ReceiveServicesFeed, alliance: Alliance) -> Done[ServiceImport]:
    if len(command.raw) > LARGEST_BYTES:
        raise Invalid(file=_("The file is larger than 50 MB. Split it, or read the feed page by page."))
    if ServiceImport.objects.filter(alliance=alliance, state=ServiceImport.State.QUEUED).count() >= MOST_WAITING:
        raise TooMany(_("Some files wait to be read already. Try again when they are done."))
    reading = ServiceImport.objects.create(
        alliance=alliance,
        source=short_text("source", command.source.replace("\x00", ""), longest=500),
        digest=hashlib.sha256(command.raw).hexdigest(),
        read_at=clock.now(),
        state=ServiceImport.State.QUEUED,
        body=command.raw,
    )
    received = ServicesFeedReceived(reading_id=reading.pk)
    return Done(reading, events=[received], scope=alliance.pk, about=reading.pk, named={"source": reading.source})
