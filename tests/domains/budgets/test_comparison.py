"""Both budgets beside each other, from what was adopted and from what each way would pay for."""

from __future__ import annotations

from causeway.domains.budgets import votes_queries as queries
from causeway.domains.budgets.comparing_queries import beside
from causeway.domains.budgets.models import Item
from tests.domains.budgets import scene as budgets
from tests.domains.budgets import votes_scene as room
from tests.scenes import Scene


def test_the_comparison_has_what_was_adopted_and_what_each_way_would_change(scene: Scene) -> None:
    vote = room.decided(scene)
    saving = budgets.line(scene)  # of another budget
    assert saving.budget_id != vote.budget_id
    culture = vote.budget.lines.get(name="Cultural and related services")
    budgets.enter(scene, vote.budget, Item.Kind.SAVING, 5_000, line_id=culture.pk)
    results = queries.results_of(vote)
    found = beside(vote.budget, vote, results)
    by_name = {line.name: line for line in found.found.shown}
    assert by_name["Cultural and related services"].difference_pounds == 12_000 - 5_000
    assert by_name["Adult Social Care"].difference_pounds == 30_000
    assert found.capital_pounds == 24_000
    assert found.found.people_pounds == found.found.council_pounds + 12_000 - 5_000 + 30_000
    assert found.found.unfilled == 1
    for way, worked in results.items():
        shown = beside(vote.budget, vote, results, way=way)
        funded = sum(one.cost_pounds for one in worked.funded)
        assert shown.found.difference_pounds + shown.capital_pounds == funded - 5_000
        assert beside(vote.budget, vote, results, way=way, only_different=True).found.people_pounds == (
            shown.found.people_pounds
        )
