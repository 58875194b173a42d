"""The fast engine and the slow twin agree on every total of every stage, ties and all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines import stv
from tests.engines.stv import slow_twin
from tests.engines.stv.elections import election_of, listed, papers


def twin(rule: str, rankings, candidates: int, seats: int, order):
    if rule == "irv":
        return slow_twin.alternative(rankings, candidates, order)
    if rule in {"scottish", "wigm"}:
        return slow_twin.weighted(rankings, candidates, seats, order, 5 if rule == "scottish" else None)
    return getattr(slow_twin, rule)(rankings, candidates, seats, order)


@pytest.mark.parametrize("rule", ["scottish", "wigm", "ers97", "meek", "irv"])
@settings(max_examples=60)
@given(data=st.data())
def test_the_fast_engine_and_the_slow_twin_record_the_same_stages(rule: str, data: st.DataObject) -> None:
    candidates, rankings = data.draw(papers())
    seats = 1 if rule == "irv" else data.draw(st.integers(1, candidates - 1))
    order = data.draw(st.permutations(range(candidates)))
    result = stv.count(election_of(rankings, candidates, seats), rule=rule, ties=listed(order))
    stages, elected = twin(rule, rankings, candidates, seats, order)
    assert [(list(s.totals), s.non_transferable) for s in result.stages] == stages
    assert sorted(result.winners) == sorted(elected)
