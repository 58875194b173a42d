"""Weighted inclusive Gregory: what ``scottish`` and ``wigm`` share, and ``irv`` is without surpluses.

A surplus is transferred with all the papers that the candidate holds, each at a part of the value at which it came.
"""

from __future__ import annotations

from collections.abc import Callable

from causeway.engines.stv.counting import Table, Votes

NewValue = Callable[[Votes, Votes, Votes], Votes]
POINT = "the most recent stage at which they differed"


def droop_quota(table: Table) -> int:
    """The whole number of votes that one candidate more than there are places cannot all reach."""
    return (table.ballots.papers // (table.seats + 1) + 1) * table.unit


def count_weighted(table: Table, new_value: NewValue) -> None:
    """Count to the end. ``new_value(surplus, value, total)`` is a paper's value after the transfer of a surplus."""
    table.quota = droop_quota(table)
    table.first_preferences()
    _settle(table)
    table.close_stage("first-preferences")
    table.mark_point()
    waiting: list[int] = []
    while table.vacancies and table.hopeful:
        waiting = [place for place in table.winners if table.votes[place] > table.quota]
        if table.screen.doomed or not waiting:
            _exclude(table)
        else:
            _transfer_surplus(table, waiting, new_value)
        table.mark_point()


def _settle(table: Table) -> None:
    table.elect_those_at(table.quota)
    table.fill_last_places()


def _transfer_surplus(table: Table, waiting: list[int], new_value: NewValue) -> None:
    most = max(table.votes[place] for place in waiting)
    tied = sorted(place for place in waiting if table.votes[place] == most)
    place = table.choose(tied, reversed(table.points), most=True, what="the transfer of a surplus", point=POINT)
    total, surplus = table.votes[place], table.votes[place] - table.quota
    table.note(f"{table.names[place]} has the largest surplus, {table.show(surplus)}; it is transferred.")
    moved = table.move_all(place, lambda value: new_value(surplus, value, total))
    table.votes[place] = table.quota
    table.lose(surplus - moved)
    _settle(table)
    table.close_stage("surplus", [place])


def _exclude(table: Table) -> None:
    place = table.lowest(reversed(table.points), POINT)
    table.exclude(place)
    table.move_all(place)
    table.votes[place] = 0
    _settle(table)
    table.close_stage("exclusion", [place])
