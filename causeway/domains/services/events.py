"""What this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class ServiceRegistered(Event):
    """A service was added to an alliance's register."""

    service_id: UUID
    alliance_id: UUID


@dataclass(frozen=True)
class ThreatRecorded(Event):
    """A threat to a service was recorded; not yet public."""

    threat_id: UUID
    alliance_id: UUID


@dataclass(frozen=True)
class ThreatPublished(Event):
    """A threat is now shown to everybody."""

    threat_id: UUID
    alliance_id: UUID


@dataclass(frozen=True)
class ThreatDatesMoved(Event):
    """One or more dates of a threat's clock moved."""

    threat_id: UUID
    alliance_id: UUID


@dataclass(frozen=True)
class ThreatClosed(Event):
    """A threat has ended, with an outcome."""

    threat_id: UUID
    alliance_id: UUID
    outcome: str


@dataclass(frozen=True)
class ServicesFeedReceived(Event):
    """A large directory of services waits to be read."""

    reading_id: UUID


@dataclass(frozen=True)
class ServicesAccepted(Event):
    """A large directory of services is to be taken into the register."""

    reading_id: UUID


@dataclass(frozen=True)
class TenderPackageReceived(Event):
    """A package of tender notices waits to be read."""

    package_id: UUID


@dataclass(frozen=True)
class ContractEndCameNear(Event):
    """A watched contract ends within 18 months from now."""

    offer_id: UUID
