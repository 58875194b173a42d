"""Small random elections with many ties, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from causeway.engines import stv
from causeway.engines.exact import TieOrder

MULTI = ("scottish", "wigm", "ers97", "meek")
RULES = (*MULTI, "irv")


@st.composite
def papers(draw, *, most_candidates: int = 6, most_papers: int = 30):
    """(candidates, rankings from 0): one to a few dozen papers, each with at least one preference."""
    candidates = draw(st.integers(2, most_candidates))
    pool = draw(
        st.lists(
            st.permutations(range(candidates)).flatmap(
                lambda full: st.integers(1, len(full)).map(lambda length: tuple(full[:length]))
            ),
            min_size=1,
            max_size=8,
        )
    )
    counts = draw(st.lists(st.integers(1, max(1, most_papers // len(pool))), min_size=len(pool), max_size=len(pool)))
    return candidates, [ranking for ranking, count in zip(pool, counts, strict=True) for _ in range(count)]


def election_of(rankings, candidates: int, seats: int, names=None) -> stv.Election:
    """An election with one line a paper."""
    return stv.Election.of(
        ((1, [c + 1 for c in ranking]) for ranking in rankings),
        names=names or [f"Candidate {chr(65 + c)}" for c in range(candidates)],
        seats=seats,
    )


def listed(order) -> TieOrder:
    """A tie order that names everybody."""
    return TieOrder.listed(list(order), size=len(order))
