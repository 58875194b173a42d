"""Which group (or sector) each participant is in, as somebody else says it: a CSV of participant and group."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream
from causeway.engines.opinion.formats.tables import NAMES, Rows
from causeway.engines.opinion.formats.votes_csv import label
from causeway.engines.opinion.votes import Integers, Labels, as_labels, canonical

MOST_GROUPS = 1_000


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
    with path.open("rb") as file:
        rows = Rows(Stream(file))
        who, what = _columns(rows.head, column)
        place = {one: number for number, one in enumerate(participants.tolist())}
        numbers = participants.dtype.kind == "i"
        named: dict[int, str] = {}
        strangers = 0
        for row in rows:
            text = label(row[who], "participant", rows.line)
            number = place.get(int(text) if numbers and text.isdigit() and len(text) < 19 else text)
            if number is None:
                strangers += 1
                continue
            if number in named:
                raise BadInput(f"The participant {text} is named twice.", line=rows.line)
            named[number] = row[what] and label(row[what], "group", rows.line)
    return _assigned(named, len(participants), strangers)


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


def _assigned(named: dict[int, str], participants: int, strangers: int) -> Assignment:
    groups = np.full(participants, -1, dtype=np.int64)
    given = {number: name for number, name in named.items() if name}
    if not given:
        raise BadInput("The file puts nobody who voted into a group.")
    order, places = canonical(as_labels(list(given.values())))
    if len(order) > MOST_GROUPS:
        raise BadInput(f"The file names more than {MOST_GROUPS:,} groups.")
    groups[list(given)] = places
    return Assignment(tuple(map(str, order.tolist())), groups, strangers)
