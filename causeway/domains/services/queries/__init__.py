"""What may be read in this room, by whom. One file for each matter."""

from __future__ import annotations

from causeway.domains.services.queries.register import visible_services
from causeway.domains.services.queries.threats import clock_of, threats_with_clock, visible_threats

__all__ = ["clock_of", "threats_with_clock", "visible_services", "visible_threats"]
