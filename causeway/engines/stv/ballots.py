"""Ranked ballots as arrays: identical ballots merged, in one canonical order whatever the order they came in.

A ranking is packed into 64-bit words, first preference in the highest bits, so that sorting the words sorts the
rankings and equal words are equal ballots. Five and a half million Scottish ballots are less than one million rows.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from causeway.engines.exact import BadInput

Words = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

MOST_CANDIDATES = 1_000
MOST_PAPERS = 1_000_000_000  # so that every product of nine decimals stays within 64 bits
MERGE_AT = 1 << 22
AT_ONCE = 1 << 16


@dataclass(frozen=True, eq=False)
class Ballots:
    """Distinct rankings and how many papers bear each.

    ``preferences[k]`` holds everybody's preference ``k`` (from 0) as the candidate's number from 1, 0 where the
    ranking has ended; one more row of zeros ends them all. ``weights`` counts the papers of each ranking. Rankings
    stand in ascending order; papers without any preference are only counted (``empty``).
    """

    preferences: npt.NDArray[np.uint16]
    weights: Numbers
    empty: int
    words: Words

    @property
    def papers(self) -> int:
        """How many papers bear at least one preference."""
        return int(self.weights.sum())

    def __len__(self) -> int:
        return len(self.weights)

    def rankings(self) -> Iterable[tuple[int, tuple[int, ...]]]:
        """Each distinct ranking as (papers, candidates from 1), in canonical order."""
        lengths = (self.preferences != 0).sum(axis=0)
        for weight, row, length in zip(self.weights.tolist(), self.preferences.T, lengths.tolist(), strict=True):
            yield weight, tuple(row[:length].tolist())


def bits_for(candidates: int) -> int:
    """How many bits one preference takes."""
    return candidates.bit_length()


def words_for(candidates: int, width: int) -> int:
    """How many words a ranking of ``width`` preferences takes."""
    return max(1, -(-width // (64 // bits_for(candidates))))


def pack(columns: Sequence[npt.NDArray[np.integer]], *, candidates: int, rows: int) -> Words:
    """Columns of candidate numbers (0: none) as words, shape (words, rows)."""
    bits = bits_for(candidates)
    room = 64 // bits
    words = np.zeros((words_for(candidates, candidates), rows), np.uint64)
    for k, column in enumerate(columns):
        word, place = divmod(k, room)
        words[word] |= column.astype(np.uint64) << np.uint64(64 - bits * (place + 1))
    return words


def unpack(words: Words, *, candidates: int) -> npt.NDArray[np.uint16]:
    """The words' preferences, one row for each preference and a last row of zeros."""
    bits = bits_for(candidates)
    room = 64 // bits
    mask = np.uint64((1 << bits) - 1)
    kind = np.uint8 if candidates < 256 else np.uint16
    columns: list[npt.NDArray[np.integer]] = []
    for k in range(candidates):
        word, place = divmod(k, room)
        column = ((words[word] >> np.uint64(64 - bits * (place + 1))) & mask).astype(kind)
        if not column.any():
            break
        columns.append(column)
    columns.append(np.zeros(words.shape[1], kind))
    return np.stack(columns)


def merge(words: Words, weights: Numbers) -> tuple[Words, Numbers]:
    """The distinct rankings in ascending order, with the papers of each."""
    if not words.shape[1]:
        return words, weights
    if len(words) == 1 and (weights == weights[0]).all():
        words, weights = np.sort(words, axis=1), weights
    else:
        order = np.lexsort(words[::-1])
        words, weights = words[:, order], weights[order]
    fresh = np.empty(words.shape[1], bool)
    fresh[0] = True
    np.not_equal(words[0, 1:], words[0, :-1], out=fresh[1:])
    for word in words[1:]:
        fresh[1:] |= word[1:] != word[:-1]
    starts = np.flatnonzero(fresh)
    return words[:, starts], np.add.reduceat(weights, starts)


class Collector:
    """Takes packed rankings part by part and merges them, so that memory grows with the distinct ones only."""

    def __init__(self, candidates: int) -> None:
        self.candidates = candidates
        self.words: list[Words] = []
        self.weights: list[Numbers] = []
        self.waiting = 0
        self.papers = 0

    def add(self, words: Words, weights: Numbers) -> None:
        """Take one part; refuses more papers than exact 64-bit sums can bear."""
        self.papers += int(weights.astype(object).sum()) if weights.max(initial=0) > 2**31 else int(weights.sum())
        if self.papers > MOST_PAPERS:
            raise BadInput(f"The weights add up to more than {MOST_PAPERS:,} papers.")
        self.words.append(words)
        self.weights.append(weights)
        self.waiting += len(weights)
        if self.waiting > MERGE_AT:
            self._merge()
            self.waiting = 0

    def _merge(self) -> None:
        empty = np.zeros((words_for(self.candidates, self.candidates), 0), np.uint64)
        words, weights = merge(
            np.concatenate([empty, *self.words], axis=1),
            np.concatenate([np.zeros(0, np.int64), *self.weights]),
        )
        self.words, self.weights = [words], [weights]

    def ballots(self) -> Ballots:
        """All that was taken."""
        self._merge()
        words, weights = self.words[0], self.weights[0]
        blank = int(weights[0]) if len(weights) and not words[:, 0].any() else 0
        if blank:
            words, weights = words[:, 1:], weights[1:]
        return Ballots(unpack(words, candidates=self.candidates), weights, blank, words)


def collect(rankings: Iterable[tuple[int, Sequence[int]]], *, candidates: int) -> Ballots:
    """Ballots from (papers, candidates from 1); ``BadInput`` for a number that is nobody's or comes twice."""
    collector, rows = Collector(candidates), Rows()
    for weight, ranking in rankings:
        check_ranking(ranking, candidates=candidates)
        if not 0 <= weight <= MOST_PAPERS:
            raise BadInput(f"A weight of {weight} is not between 0 and {MOST_PAPERS:,}.")
        rows.add(weight, ranking)
        if len(rows) == AT_ONCE:
            rows.give_to(collector)
    rows.give_to(collector)
    return collector.ballots()


class Rows:
    """Rankings one after the other, in little memory, until a collector takes them."""

    def __init__(self) -> None:
        self.flat, self.lengths, self.weights = array("H"), array("H"), array("q")

    def __len__(self) -> int:
        return len(self.weights)

    def add(self, weight: int, ranking: Sequence[int]) -> None:
        """One ranking (candidates from 1, checked) and its papers."""
        self.flat.extend(ranking)
        self.lengths.append(len(ranking))
        self.weights.append(weight)

    def give_to(self, collector: Collector, *, numbers: npt.NDArray[np.uint16] | None = None) -> None:
        """Hand everything over; where candidates were counted otherwise, ``numbers`` gives each their number."""
        flat = np.array(self.flat, np.uint16) if numbers is None else numbers[np.array(self.flat, np.intp)]
        lengths, weights = np.array(self.lengths, np.int64), np.array(self.weights, np.int64)
        ends = np.cumsum(lengths)
        for start in range(0, len(weights), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            count, width = len(weights[part]), int(lengths[part].max())
            matrix = np.zeros((count, width), np.uint16)
            first = int(ends[start] - lengths[start])
            matrix[np.arange(width) < lengths[part, None]] = flat[first : int(ends[part][-1])]
            present = weights[part] > 0
            words = pack(list(matrix.T), candidates=collector.candidates, rows=count)
            collector.add(words[:, present], weights[part][present])
        for one in (self.flat, self.lengths, self.weights):
            del one[:]


def check_ranking(ranking: Sequence[int], *, candidates: int, line: int | None = None) -> None:
    """Raise ``BadInput`` where a ranking names nobody's number, or one candidate twice."""
    if not ranking or (min(ranking) > 0 and max(ranking) <= candidates and len(set(ranking)) == len(ranking)):
        return
    seen: set[int] = set()
    for number in ranking:
        if not 1 <= number <= candidates:
            raise BadInput(f"There is no candidate {number}; there are {candidates}.", line=line)
        if number in seen:
            raise BadInput(f"The ballot names candidate {number} twice.", line=line)
        seen.add(number)


def without(ballots: Ballots, gone: Iterable[int], *, candidates: int) -> Ballots:
    """The ballots with some candidates (numbers from 1) passed over; papers left without a preference become empty."""
    dropped = np.zeros(candidates + 1, bool)
    dropped[[0, *gone]] = True
    if dropped.sum() == 1:
        return ballots
    kept = np.zeros_like(ballots.preferences)
    place = np.zeros(len(ballots), np.intp)
    for column in ballots.preferences:
        stays = np.flatnonzero(~dropped[column])
        kept[place[stays], stays] = column[stays]
        place[stays] += 1
    collector = Collector(candidates)
    collector.add(pack(list(kept[:-1]), candidates=candidates, rows=len(ballots)), ballots.weights)
    stripped = collector.ballots()
    return replace(stripped, empty=stripped.empty + ballots.empty)
