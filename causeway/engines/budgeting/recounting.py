"""Costs that change after the vote: what it would have decided, in one call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from causeway.engines.budgeting.allocating import allocate
from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.result import Result, Rules
from causeway.engines.budgeting.stage import Progress


@dataclass(frozen=True, kw_only=True)
class Recount:
    """Both results, and the projects that the new costs bring in or drop, in the order of the list."""

    costs_pence: Mapping[str, int]
    before: Result
    after: Result
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def recount(
    vote: Instance, rules: Rules, costs_pence: Mapping[str, int], *, progress: Progress = lambda sentence: None
) -> Recount:
    """Decide again with some costs changed; ballots, budget and rules stay.

    Raises:
        BadInput: a cost is out of bounds, or there is no such project.
    """
    changed = vote.with_costs(costs_pence)
    before, after = (allocate(one, rules, progress=progress) for one in (vote, changed))
    was, now = set(before.selected), set(after.selected)
    ids = [project.id for project in vote.projects]
    return Recount(
        costs_pence=dict(costs_pence),
        before=before,
        after=after,
        gained=tuple(name for name in ids if name in now - was),
        lost=tuple(name for name in ids if name in was - now),
    )
