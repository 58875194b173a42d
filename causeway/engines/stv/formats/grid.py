"""Blocks of CSV rows of ranks read as whole arrays: a cell for each candidate, empty or with the voter's rank."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from causeway.engines.stv.ballots import Numbers, Words, pack
from causeway.engines.stv.formats.numerals import FEED, ZERO

LONGEST = 9  # digits of a cell; a longer one is read the slow way


def read_grid(block: bytes, *, cells: int, delimiter: str, weigh: int | None) -> tuple[Words, Numbers] | None:
    """The ballots of a block whose every row has so many cells, of digits only; ``weigh`` is the column of weights.

    ``None`` where any row is not plain or not right; the caller then reads row by row and finds the words for it.
    """
    numbers = _numbers(block, cells, ord(delimiter))
    if numbers is None:
        return None
    rows = len(numbers)
    weights = np.ones(rows, np.int64) if weigh is None else numbers[:, weigh]
    ranks = numbers if weigh is None else np.delete(numbers, weigh, axis=1)
    candidates = ranks.shape[1]
    given = np.count_nonzero(ranks, axis=1)
    if not weights.all() or ranks.max(initial=0) > candidates:
        return None
    columns = np.zeros((candidates + 1, rows), np.uint16)
    row, candidate = np.nonzero(ranks)
    columns[ranks[row, candidate] - 1, row] = candidate + 1
    if not np.array_equal(columns > 0, np.arange(candidates + 1)[:, None] < given):
        return None  # a rank was given twice or left out
    return pack(list(columns[:-1]), candidates=candidates, rows=rows), weights


def _numbers(block: bytes, cells: int, separator: int) -> npt.NDArray[np.int64] | None:
    """A row of numbers for each line, 0 for an empty cell; ``None`` for anything but digits, or for other cells."""
    raw = np.frombuffer(block, np.uint8)
    ends = np.flatnonzero((raw == separator) | (raw == FEED))
    digits = raw - np.uint8(ZERO)
    lengths = np.diff(ends, prepend=-1) - 1
    if (
        np.count_nonzero(digits < 10) + len(ends) != len(raw)
        or len(ends) % cells
        or not np.array_equal(raw[ends] == FEED, np.arange(1, len(ends) + 1) % cells == 0)
        or lengths.max(initial=0) > LONGEST
    ):
        return None
    numbers = np.zeros(len(ends), np.int64)
    power = 1
    for place in range(1, int(lengths.max(initial=0)) + 1):
        there = np.flatnonzero(lengths >= place)
        numbers[there] += digits[ends[there] - place] * np.int64(power)
        power *= 10
    if ((lengths > 0) & (numbers == 0)).any() or (cells == 1 and not lengths.all()):
        return None
    return numbers.reshape(-1, cells)
