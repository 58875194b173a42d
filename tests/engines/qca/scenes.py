"""Small sets of cases for the tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from causeway.engines.qca import Cases, Condition
from causeway.engines.qca.cases import HALF, UNIT

CAMPAIGNS = """Campaign,Union,Users,Early,Won
Ayr,1,1,0,1
Bow,1,0,1,0
Cove,0,1,1,0
Dale,0,0,0,0
Esk,1,1,1,1
Fife,1,1,1,1
"""


def crisp(rows: Sequence[str], outcomes: str) -> Cases:
    """Cases with conditions A, B, … from strings such as ``"110"``, and the outcome of each."""
    values = np.array([[int(sign) for sign in row] for row in rows], dtype=np.int64)
    levels = [max(2, int(column.max()) + 1) for column in values.T]
    return Cases(
        names=tuple(f"case {number}" for number in range(1, len(rows) + 1)),
        conditions=tuple(Condition(chr(65 + place), count) for place, count in enumerate(levels)),
        values=values,
        outcome="Y",
        memberships=np.array([UNIT * int(sign) for sign in outcomes], dtype=np.int64),
    )


@st.composite
def any_cases(draw: st.DrawFn) -> Cases:
    """Two to twelve cases with crisp, multi-value and fuzzy conditions and a fuzzy or crisp outcome."""
    count = draw(st.integers(2, 12))
    membership = st.integers(0, 20).filter(lambda twentieths: twentieths != 10).map(lambda some: some * UNIT // 20)
    kinds = draw(st.lists(st.sampled_from((2, 3, 0)), min_size=1, max_size=4))
    columns = [
        draw(st.lists(membership if not kind else st.integers(0, kind - 1), min_size=count, max_size=count))
        for kind in kinds
    ]
    outcomes = st.sampled_from((0, UNIT)) if draw(st.booleans()) else membership | st.just(HALF)
    return Cases(
        names=tuple(f"case {number}" for number in range(1, count + 1)),
        conditions=tuple(Condition(chr(65 + place), kind or 2, fuzzy=not kind) for place, kind in enumerate(kinds)),
        values=np.array(columns, dtype=np.int64).T,
        outcome="Y",
        memberships=np.array(draw(st.lists(outcomes, min_size=count, max_size=count)), dtype=np.int64),
    )
