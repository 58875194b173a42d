"""Scottish council elections: the Scottish Local Government Elections Order 2011, schedule 1, rules 46 to 53.

Droop quota; the largest surplus first; each paper's transfer value is surplus × value ÷ total, cut to five decimal
places (rule 49); papers go to continuing candidates only; ties by the most recent stage at which the tied differed.
Papers of the last candidate excluded are still transferred before the last places are filled, as the electronic counts
do (rule 53(2) as amended by S.S.I. 2021/437).
"""

from __future__ import annotations

from causeway.engines.stv.counting import Table, Votes
from causeway.engines.stv.rules.gregory import count_weighted


def count_scottish(table: Table) -> None:
    """Drive the table to the end."""
    count_weighted(table, _truncated)


def _truncated(surplus: Votes, value: Votes, total: Votes) -> Votes:
    return surplus * value // total
