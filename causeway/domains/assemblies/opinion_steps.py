"""Figures in steps: what is published twice differs by nothing, or by so many votes that it tells of nobody.

A row is what is published of one statement: ``all`` for everybody, ``of`` each sector that is shown; each a list of
counts, of which the last is how many voted. Whoever keeps an earlier page can subtract. So a row follows an earlier one
only if every sector shown then is shown still, and if each of these, and all others together, has grown by ``FEWEST``
votes or more, or is the same to the last digit. Else the earlier row stays. A person votes once on a statement, so ten
votes more are ten people more. Rows that follow one another so can be subtracted in any pair, with the same result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

FEWEST = 10

Row = Mapping[str, Any]


def stepped(before: Mapping[str, Row], now: Mapping[str, Row]) -> dict[str, Any]:
    """What is published after ``before`` of what would be known ``now``. A new row waits for ``FEWEST`` votes."""
    found = {key: row for key, row in now.items() if key not in before and _is_enough(row)}
    return {key: now[key] if key in now and may_follow(row, now[key]) else row for key, row in before.items()} | found


def may_follow(before: Row, now: Row) -> bool:
    """Whether the second row may be published after the first."""
    if not before["of"].keys() <= now["of"].keys():
        return False
    pairs = [(before["of"][name], now["of"][name]) for name in before["of"]]
    others = tuple(_others(row, before["of"].keys()) for row in (before, now))
    return all(list(old) == list(new) or new[-1] - old[-1] >= FEWEST for old, new in [*pairs, others])


def _others(row: Row, named: Any) -> Sequence[int]:
    """Everybody but these sectors."""
    return [count - sum(row["of"][name][place] for name in named) for place, count in enumerate(row["all"])]


def _is_enough(row: Row) -> bool:
    return bool(row["all"][-1] >= FEWEST)
