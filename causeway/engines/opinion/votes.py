"""Votes of participants on statements, as compressed rows: one canonical form whatever the order of the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from causeway.engines.exact import BadInput
from causeway.engines.opinion.roll import digest_of_votes, roll, sealed

Integers = npt.NDArray[np.int64]
Positions = npt.NDArray[np.int32]
Small = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Labels = npt.NDArray[Any]  # of int64 or str_

AGREE, PASS, DISAGREE = 1, 0, -1


@dataclass(frozen=True, eq=False)
class Votes:
    """Who voted how on what; what is not there was not voted on.

    ``participants`` and ``statements`` are labels in canonical order: ascending numbers where all are whole numbers,
    else ascending text. The votes of participant ``i`` stand from ``starts[i]`` to ``starts[i + 1]``: ``columns`` are
    places in ``statements``, ascending, and ``values`` +1 (agree), 0 (pass) or −1 (disagree).
    """

    participants: Labels
    statements: Labels
    starts: Integers
    columns: Positions
    values: Small

    def __len__(self) -> int:
        """How many votes there are."""
        return len(self.values)

    @property
    def shape(self) -> tuple[int, int]:
        """How many participants and statements there are."""
        return len(self.participants), len(self.statements)

    @cached_property
    def seen(self) -> Integers:
        """How many votes each participant cast."""
        return np.diff(self.starts)

    def rows(self) -> Positions:
        """The participant of each vote, by place."""
        return np.repeat(np.arange(len(self.participants), dtype=np.int32), self.seen)

    def part(self, first: int, last: int) -> Votes:
        """The participants from ``first`` up to ``last`` (without it), on all statements."""
        cut = slice(self.starts[first], self.starts[last])
        starts = self.starts[first : last + 1] - self.starts[first]
        return Votes(self.participants[first:last], self.statements, starts, self.columns[cut], self.values[cut])

    def of(self, chosen: Flags) -> Votes:
        """The chosen participants (one flag each), on all statements."""
        if chosen.all():
            return self
        kept = np.repeat(chosen, self.seen)
        return Votes(
            self.participants[chosen],
            self.statements,
            _starts(self.seen[chosen]),
            self.columns[kept],
            self.values[kept],
        )

    def on(self, chosen: Flags) -> Votes:
        """All participants, on the chosen statements (one flag each); somebody may be left without a vote."""
        if chosen.all():
            return self
        kept = chosen[self.columns]
        before = np.concatenate([[0], np.cumsum(kept, dtype=np.int64)])
        place = np.cumsum(chosen, dtype=np.int32) - np.int32(1)
        return Votes(
            self.participants,
            self.statements[chosen],
            before[self.starts],
            place[self.columns[kept]],
            self.values[kept],
        )

    def digest(self) -> str:
        """The same for the same votes on every machine, and however they are split into parts (``roll``)."""
        return digest_of_votes(self.statements, sealed(roll(self)))


def gather(
    participants: Sequence[int] | Sequence[str] | Labels,
    statements: Sequence[int] | Sequence[str] | Labels,
    votes: Sequence[int] | Small,
    times: Sequence[int] | Integers | None = None,
    *,
    all_statements: Sequence[int] | Sequence[str] | Labels = (),
) -> Votes:
    """Votes from a log, one entry for each of its lines: a participant's last vote on a statement stands.

    Last is by time, then by place in the log. ``all_statements`` names statements that nobody may have voted on yet.
    Raises ``BadInput`` for a vote that is not 1, 0 or −1, or columns of different length.
    """
    values = np.asarray(votes, dtype=np.int64)
    if len({len(participants), len(statements), len(values), len(values if times is None else times)}) > 1:
        raise BadInput("The columns of the log are not equally long.")
    if len(values) and (np.abs(values) > 1).any():
        raise BadInput(f"A vote of {values[np.abs(values) > 1][0]} is none of 1 (agree), 0 (pass) and -1 (disagree).")
    rows, row = canonical(participants)
    columns, place = canonical(statements, more=all_statements)
    when = None if times is None else np.asarray(times, dtype=np.int64)
    return settle(rows, columns, row, place, values.astype(np.int8), when)


def canonical(
    labels: Sequence[int] | Sequence[str] | Labels, *, more: Sequence[int] | Sequence[str] | Labels = ()
) -> tuple[Labels, Positions]:
    """The distinct labels in canonical order, and the place of each label given among them."""
    given, others = as_labels(labels), as_labels(more)
    if given.dtype.kind != others.dtype.kind and len(given) and len(others):
        given, others = given.astype(np.str_), others.astype(np.str_)
    distinct = np.unique(np.concatenate([part for part in (distinct_of(given), others) if len(part)] or [given]))
    places_among = places(distinct, given)
    return distinct.astype(np.int64, copy=False) if distinct.dtype.kind == "i" else distinct, places_among


def distinct_of(labels: Labels) -> Labels:
    """The distinct labels, ascending; by a table instead of sorting where the numbers are small."""
    if labels.dtype.kind == "i" and labels.min(initial=0) >= 0 and labels.max(initial=0) < 4 * len(labels) + 1024:
        there = np.zeros(int(labels.max(initial=0)) + 1, bool)
        there[labels] = True
        return np.flatnonzero(there)
    return np.unique(labels)


def as_labels(labels: Sequence[int] | Sequence[str] | Labels) -> Labels:
    """Whole numbers where every label is written in up to 18 digits (007 is 7, then); else text."""
    array = np.asarray(labels)
    if not len(array):
        return np.zeros(0, np.int64)
    if array.dtype.kind in "iu":
        return array if array.dtype.itemsize == 4 else array.astype(np.int64, copy=False)
    text = array.astype(np.str_)
    if all(label.isascii() and label.isdigit() and len(label) < 19 for label in np.unique(text).tolist()):
        return text.astype(np.int64)
    return text


def places(distinct: Labels, labels: Labels) -> Positions:
    """Where each label stands among the distinct, ascending ones."""
    if labels.dtype.kind == "i" and len(distinct) and distinct[0] >= 0 and distinct[-1] < 4 * len(labels) + 1024:
        table = np.zeros(int(distinct[-1]) + 1, np.int32)
        table[distinct] = np.arange(len(distinct), dtype=np.int32)
        return table[labels]
    return np.searchsorted(distinct, labels).astype(np.int32)


def settle(
    participants: Labels,
    statements: Labels,
    row: Positions,
    column: Positions,
    values: Small,
    times: Integers | None,
) -> Votes:
    """Votes from places in canonical labels; of several votes in one cell the last stands.

    Cell, place in the log and vote are packed into one 64-bit word, so that one sort does all; a log too large for
    that (beyond some 10^18 cells times lines) is refused.
    """
    width, count = max(1, len(statements)), len(values)
    bits = max(1, count.bit_length())
    if (len(participants) * width) << (bits + 2) >= 1 << 63:
        raise BadInput(f"{count:,} lines on {len(participants):,} x {width:,} are more than one part may hold.")
    words = row.astype(np.int64)
    words *= width
    words += column
    words <<= bits
    words += np.arange(count)
    words <<= 2
    words += values + np.int8(1)
    words.sort()
    cell = words >> (bits + 2)
    fresh = np.ones(count, bool)
    np.not_equal(cell[1:], cell[:-1], out=fresh[1:])
    if not fresh.all():
        last = np.flatnonzero(np.append(fresh[1:], True))
        if times is not None and (times[1:] < times[:-1]).any():
            last = _latest(fresh, times[(words >> 2) & ((1 << bits) - 1)])
        cell, words = cell[last], words[last]
    words &= 3
    words -= 1
    kept = words.astype(np.int8)
    starts = np.searchsorted(cell, np.arange(len(participants) + 1) * width)
    cell %= width
    return Votes(participants, statements, starts.astype(np.int64), cell.astype(np.int32), kept)


def _latest(fresh: Flags, times: Integers) -> Integers:
    """The place of the latest vote in each run of one cell, of equal times the last; ``fresh`` marks their begins."""
    run = np.cumsum(fresh, dtype=np.int64)
    order = np.lexsort((times, run))
    latest: Integers = order[np.append(fresh[1:], True)]
    return latest


def _starts(seen: Integers) -> Integers:
    return np.concatenate([[0], np.cumsum(seen, dtype=np.int64)])
