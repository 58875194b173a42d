"""Which group (or sector) each participant is in, as somebody else says it: a CSV of participant and group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream
from causeway.engines.opinion.formats.tables import NAMES, Rows
from causeway.engines.opinion.formats.votes_csv import label
from causeway.engines.opinion.votes import Integers, Labels, as_labels, canonical

MOST_GROUPS = 1_000
Line = tuple[str, str, int]


@dataclass(frozen=True, eq=False)
class Assignment:
    """``names`` in canonical order, and for each participant the place of the group's name, or −1 for none.

    ``strangers`` counts lines about participants who never voted; they are passed over.
    """

    names: tuple[str, ...]
    groups: Integers
    strangers: int


def read_assignment(path: Path, participants: Labels, *, column: str | None = None) -> Assignment:
    """The group of each of these participants, from a CSV with a head.

    ``column`` names the group’s column: else ``group``, ``group-id`` or ``sector``, or the other one of two columns.
    An empty cell is no group. Raises ``BadInput`` for a participant named twice, or where nobody named has voted.
    """
    lines = read_lines(path, column=column)
    given, strangers = named(lines, participants)
    order = in_order(set(given.values()))
    return Assignment(order, placed(given, order, len(participants)), strangers)


def read_lines(path: Path, *, column: str | None = None) -> list[Line]:
    """The lines of such a file: who, which group, and the line’s number."""
    with path.open("rb") as file:
        rows = Rows(Stream(file))
        who, what = _columns(rows.head, column)
        return [(label(row[who], "participant", rows.line), row[what], rows.line) for row in rows]


def named(lines: Sequence[Line], participants: Labels) -> tuple[dict[int, str], int]:
    """The name of the group of each of these participants who has one, and how many lines are about others."""
    place = {one: number for number, one in enumerate(participants.tolist())}
    numbers = participants.dtype.kind == "i"
    found: dict[int, str] = {}
    strangers = 0
    for text, group, line in lines:
        number = place.get(int(text) if numbers and text.isdigit() and len(text) < 19 else text)
        if number is None:
            strangers += 1
            continue
        if number in found:
            raise BadInput(f"The participant {text} is named twice.", line=line)
        found[number] = group and label(group, "group", line)
    return {number: group for number, group in found.items() if group}, strangers


def in_order(names: set[str]) -> tuple[str, ...]:
    """The names of groups in canonical order; raises ``BadInput`` where there are none, or too many."""
    if not names:
        raise BadInput("The file puts nobody who voted into a group.")
    order = canonical(as_labels(sorted(names)))[0]
    if len(order) > MOST_GROUPS:
        raise BadInput(f"The file names more than {MOST_GROUPS:,} groups.")
    return tuple(map(str, order.tolist()))


def placed(given: Mapping[int, str], order: Sequence[str], participants: int) -> Integers:
    """The place of each participant’s group among the names in order, −1 for none."""
    place = {name: number for number, name in enumerate(order)}
    groups = np.full(participants, -1, dtype=np.int64)
    for number, name in given.items():
        groups[number] = place[name] if name in place else place[str(int(name))]
    return groups


def _columns(head: list[str], column: str | None) -> tuple[int, int]:
    known = [cell.lower().replace("_", "-").replace(" ", "-") for cell in head]
    who = next((place for place, name in enumerate(known) if name in NAMES["participant"]), None)
    if who is None:
        raise BadInput("There is no column “participant”.", line=1)
    wanted = ("group-id", "group", "sector") if column is None else (column.lower(),)
    what = next((place for place, name in enumerate(known) if name in wanted and place != who), None)
    if what is None and column is None and len(head) == 2:
        what = 1 - who
    if what is None:
        raise BadInput(f"There is no column “{column or 'group'}”.", line=1)
    return who, what
