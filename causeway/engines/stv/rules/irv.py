"""The alternative vote (instant-runoff): one place; the last is excluded until somebody has more than half.

Source: the Electoral Reform Society's rules for the alternative vote: more than half of the votes that are still with
continuing candidates elects. Ties for exclusion: the most recent stage at which the tied differed, then the order
declared before the count.
"""

from __future__ import annotations

from causeway.engines.exact import BadInput
from causeway.engines.stv.counting import Table
from causeway.engines.stv.rules.gregory import POINT


def count_irv(table: Table) -> None:
    """Drive the table to the end; refuses more than one place."""
    if table.seats != 1:
        raise BadInput(f"The rule “irv” fills one place, not {table.seats}; choose another rule.")
    table.first_preferences()
    _settle(table)
    table.close_stage("first-preferences")
    while table.vacancies and table.hopeful:
        table.mark_point()
        place = table.lowest(reversed(table.points), POINT)
        table.exclude(place)
        table.move_all(place)
        table.votes[place] = 0
        _settle(table)
        table.close_stage("exclusion", [place])


def _settle(table: Table) -> None:
    active = table.valid - table.non_transferable
    table.quota = active // 2 + 1
    table.elect_those_at(table.quota)
    table.fill_last_places()
