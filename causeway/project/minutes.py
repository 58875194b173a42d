"""Which rooms say what was decided at a meeting, for the draft of its minutes: the one table."""

from __future__ import annotations

from causeway.domains.alliances.minuting import Decided
from causeway.domains.assemblies.decided import counted_since, motions_settled, put_to_meeting

DECIDED: tuple[Decided, ...] = (put_to_meeting, motions_settled, counted_since)
