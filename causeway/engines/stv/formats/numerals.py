"""Blocks of ballot lines read as whole arrays: a million ballots in half a second, without a loop over them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from causeway.engines.stv.ballots import Numbers, Words, bits_for, words_for

SPACE, FEED, ZERO = 32, 10, 48
LONGEST_NUMERAL = 12


@dataclass(frozen=True, eq=False)
class Block:
    """Ballots of one block. ``lines`` is how many lines they took; ``ended``: the line that ends all ballots came."""

    words: Words
    weights: Numbers
    lines: int
    ended: bool


def read_block(block: bytes, *, candidates: int) -> Block | None:
    """The ballots of a block whose every line is plain: ``weight candidate … 0``, single spaces, nothing else.

    ``None`` where any line is not plain or not right; the caller then reads line by line and finds the words for it.
    """
    raw = np.frombuffer(block, np.uint8)
    digits = raw - np.uint8(ZERO)
    is_digit = digits < 10
    is_feed = raw == FEED
    if np.count_nonzero(is_digit) + np.count_nonzero(is_feed) + np.count_nonzero(raw == SPACE) != len(raw):
        return None
    last = np.flatnonzero(is_digit[:-1] > is_digit[1:])
    if len(last) != len(raw) - np.count_nonzero(is_digit) or not is_digit[0]:
        return None
    numbers = _numbers(digits, is_digit, last)
    if numbers is None:
        return None
    line_ends = np.flatnonzero(is_feed[last + 1])
    return _ballots(numbers, line_ends, candidates=candidates)


def _numbers(
    digits: npt.NDArray[np.uint8], is_digit: npt.NDArray[np.bool_], last: npt.NDArray[np.intp]
) -> npt.NDArray[np.integer] | None:
    """The value of each numeral, from the place of its last digit."""
    two = digits.copy()
    two[1:] += (digits * is_digit)[:-1] * np.uint8(10)
    numbers: npt.NDArray[np.integer] = two[last]
    longer = is_digit[:-2] & is_digit[1:-1]
    longer &= is_digit[2:]
    if not longer.any():
        return numbers
    wide = numbers.astype(np.int64)
    which = np.flatnonzero((last >= 2) & longer[np.maximum(last - 2, 0)])
    at = last[which] - 2
    power = 100
    for _ in range(LONGEST_NUMERAL - 2):
        wide[which] += digits[at].astype(np.int64) * power
        power *= 10
        more = (at > 0) & is_digit[at - 1]
        which, at = which[more], at[more] - 1
        if not len(which):
            return wide
    return None


def _ballots(numbers: npt.NDArray[np.integer], line_ends: npt.NDArray[np.intp], *, candidates: int) -> Block | None:
    starts = np.empty_like(line_ends)
    starts[0] = 0
    starts[1:] = line_ends[:-1] + 1
    lengths = line_ends - starts - 1  # how many preferences: all but the weight and the closing 0
    alone = np.flatnonzero(lengths < 0)
    ended = bool(len(alone))
    if ended:
        count = int(alone[0])
        starts, line_ends, lengths = starts[:count], line_ends[:count], lengths[:count]
    lines = len(starts) + ended
    if ended and numbers[(line_ends[-1] + 1) if lines > 1 else 0] != 0:
        return None
    if numbers[line_ends].any():
        return None
    words = _packed(numbers, starts, lengths, candidates=candidates)
    weights = numbers[starts].astype(np.int64)
    if words is None or not weights.all():
        return None
    return Block(words, weights, lines, ended)


def _packed(
    numbers: npt.NDArray[np.integer],
    starts: npt.NDArray[np.intp],
    lengths: npt.NDArray[np.intp],
    *,
    candidates: int,
) -> Words | None:
    """The rankings as words; ``None`` where one names a stranger, nobody, or somebody twice."""
    longest = int(lengths.max(initial=0))
    if longest > candidates:
        return None
    bits, one = bits_for(candidates), np.uint64(1)
    room = 64 // bits
    words = np.zeros((words_for(candidates, candidates), len(starts)), np.uint64)
    seen = np.zeros((candidates // 64 + 1, len(starts)), np.uint64)
    at = starts.copy()
    for k in range(longest):
        at += 1
        there = lengths > k
        column = numbers[np.minimum(at, len(numbers) - 1)] * there
        if column.max(initial=0) > candidates or np.count_nonzero(column) != np.count_nonzero(there):
            return None
        wide = column.astype(np.uint64)
        for number, part in enumerate(seen):
            bit = one << (wide & np.uint64(63))
            if number == 0:
                bit &= ~one  # 0 is nobody's number
            if len(seen) > 1:
                bit[wide >> np.uint64(6) != number] = 0
            if (part & bit).any():
                return None
            part |= bit
        word, place = divmod(k, room)
        wide <<= np.uint64(64 - bits * (place + 1))
        words[word] |= wide
    return words
