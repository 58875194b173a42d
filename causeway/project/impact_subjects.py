"""What impact checks can be about: the one table.

Each room defines its kind beside its own queries and policies; threats, which stand below, are defined in ``impact``.
"""

from __future__ import annotations

from causeway.domains.assemblies.motion_impact import MOTIONS
from causeway.domains.budgets.impact import PROPOSALS
from causeway.domains.impact.subjects import Kind
from causeway.domains.impact.threats import THREATS

SUBJECTS: tuple[Kind, ...] = (THREATS, MOTIONS, PROPOSALS)
