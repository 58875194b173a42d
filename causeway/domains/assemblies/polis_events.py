"""Facts about exports of Polis that this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class PolisExportBrought(Event):
    """Somebody sent the files of an export; they wait to be read."""

    import_id: UUID


@dataclass(frozen=True)
class PolisExportAccepted(Event):
    """Somebody looked at what was read, and wants it as a conversation."""

    import_id: UUID
