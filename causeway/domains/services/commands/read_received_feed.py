"""Read a large directory of services that was brought."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.services.models import ServiceImport
from causeway.domains.services.openreferral.planning import plan_for
from causeway.domains.services.openreferral.reading import read_feed
from causeway.domains.services.policies.register import may_read_received_feed
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Unreadable


@dataclass(frozen=True, kw_only=True)
class ReadReceivedFeed(Command[ServiceImport]):
    """Read the file, reckon what it would change, and let go of the file. Reading twice changes nothing."""

    reading_id: UUID


@performs(
    ReadReceivedFeed,
    policy=may_read_received_feed,
    says="read a directory of services from “{source}”: {good} good, {refused} refused",
    finds=locked(ServiceImport, "reading_id"),
)
def read_received_feed(_actor: Actor, _command: ReadReceivedFeed, reading: ServiceImport) -> Done[ServiceImport]:
    if reading.state == ServiceImport.State.QUEUED:
        _read(reading)
        reading.body, reading.read_at = None, clock.now()
        reading.save()
    named = {"source": reading.source, "good": str(reading.services_read), "refused": str(reading.refused)}
    return Done(reading, scope=reading.alliance_id, about=reading.pk, named=named)


def _read(reading: ServiceImport) -> None:
    try:
        feed = read_feed(bytes(reading.body or b""))
    except Unreadable as unreadable:
        reading.state, reading.failure = ServiceImport.State.FAILED, unreadable.sentence[:300]
        return
    reading.state = ServiceImport.State.WAITING
    reading.items = {"services": feed.services, "bodies": feed.bodies}
    reading.report, reading.refused, reading.services_read = feed.report(), feed.refused, len(feed.services)
    plan = plan_for(reading.alliance_id, reading.items)
    reading.added, reading.changed, reading.unchanged = len(plan.new), len(plan.changes), plan.unchanged
