"""What mandates announce."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class ReportComesDue(Event):
    """A report is due within a week; whoever holds the place is reminded."""

    seat_id: UUID
