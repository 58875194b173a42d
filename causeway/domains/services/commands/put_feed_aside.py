"""Put a feed that was read aside, without taking it in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import ServiceImport
from causeway.domains.services.policies.register import may_decide_import
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class PutFeedAside(Command[ServiceImport]):
    """Decide not to take it in; the report stays, what was read is dropped."""

    reading_id: UUID


@performs(
    PutFeedAside,
    policy=may_decide_import,
    says="put aside the directory read from “{source}”",
    finds=locked(ServiceImport, "reading_id"),
)
def put_feed_aside(_actor: Actor, _command: PutFeedAside, reading: ServiceImport) -> Done[ServiceImport]:
    if reading.state != ServiceImport.State.WAITING:
        raise Conflict(_("This feed was decided on already."))
    reading.state = ServiceImport.State.DISCARDED
    reading.items = {}
    reading.save(update_fields=["state", "items"])
    return Done(reading, scope=reading.alliance_id, about=reading.pk, named={"source": reading.source})
