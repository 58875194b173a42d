"""Prime implicants: the terms from which nothing can be left out.

*With remainders* (parsimonious): a term may cover any row that was not seen to fail. Take a row that has the outcome.
Some of its conditions set it apart from a row that has not if at least one of them differs there; they set it apart
from all of these if they hit every such set of differences. So the primes that cover the row are the *minimal hitting
sets* of its differences. Of the 2^k sets of conditions each row needs one bit: sets that miss some difference are those
within the complement of one, found for all sets at once, 64 in a word, by going through the conditions once.

*Without remainders* (conservative, and intermediate with the easy counterfactuals): the primes of a union of terms f.
By Shannon's expansion on a condition, a prime of f either leaves it out, and is a prime of what all its cofactors have
in common, or names a value, and is a prime of that cofactor that the former do not cover.

References: W.V. Quine (1955); E.J. McCluskey (1956); A. Thiem, A. Duşa (2013) on enhanced Quine-McCluskey; the hitting
sets are R. Reiter's (1987). Time O(ON rows x (OFF rows + k 2^k / 64)) and memory 2^k / 8 bytes for the former; tried
with 24 conditions and 50 rows, and 15 conditions and 200 rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from causeway.engines.exact import BadInput
from causeway.engines.qca.terms import FREE, Condition, Term, covers, meet, widest

Bits = NDArray[np.uint64]
Progress = Callable[[str], None]

WORD = 6  # conditions within a word: 2^6 = 64 bits
WITHOUT = (  # in a word, the places of sets without the i-th condition
    0x5555555555555555,
    0x3333333333333333,
    0x0F0F0F0F0F0F0F0F,
    0x00FF00FF00FF00FF,
    0x0000FFFF0000FFFF,
    0x00000000FFFFFFFF,
)


@dataclass(frozen=True, eq=False)
class Primes:
    """Prime implicants, and which rows each covers.

    Attributes:
        values: a row for each prime, a column for each condition, ``FREE`` where it is left out.
        chart: a row for each prime, a column for each row of the truth table that has the outcome.
    """

    values: NDArray[np.int8]
    chart: NDArray[np.bool_]

    def term(self, place: int) -> Term:
        """One prime as a term."""
        return tuple(map(int, self.values[place]))


def parsimonious(
    conditions: Sequence[Condition], on: Sequence[Term], off: Sequence[Term], *, progress: Progress = lambda _: None
) -> Primes:
    """The primes that cover a row of ``on``, may cover any row not in ``off``, and cover none of ``off``."""
    seen, failed = np.array(on, dtype=np.int8), np.array(off, dtype=np.int8)
    weights = 1 << np.arange(len(conditions), dtype=np.int64)
    codes, fields = _coding(conditions)
    found = []
    for number, row in enumerate(seen, 1):
        progress(f"prime implicants: row {number} of {len(seen)}")
        hitting = _minimal_hitting_sets((failed != row) @ weights, len(conditions))
        kept = (hitting[:, None] & weights[None, :]) != 0
        found.append(np.unique((kept * ((row.astype(np.int64) + 1) << codes)).sum(axis=1)))
    distinct = np.unique(np.concatenate(found))
    values = (((distinct[:, None] >> codes) & fields) - 1).astype(np.int8)
    return Primes(values, _chart(values, seen))


def of_union(conditions: Sequence[Condition], terms: Sequence[Term], on: Sequence[Term]) -> Primes:
    """The primes of the union of terms that cover a row of ``on``."""
    primes = _shannon(conditions, widest(terms), 0)
    useful = sorted(prime for prime in primes if any(covers(prime, row) for row in on))
    values = np.array(useful, dtype=np.int8).reshape(-1, len(conditions))
    return Primes(values, _chart(values, np.array(on, dtype=np.int8)))


def _coding(conditions: Sequence[Condition]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each condition's field begins in a term's code, and the field's mask; a field holds the value + 1."""
    wide = [condition.levels.bit_length() for condition in conditions]
    starts = np.cumsum([0, *wide[:-1]], dtype=np.int64)
    if sum(wide) > 63:
        raise BadInput("There are too many conditions with too many values; leave some out.")
    return starts, (1 << np.array(wide, dtype=np.int64)) - 1


def _chart(values: NDArray[np.int8], on: NDArray[np.int8]) -> NDArray[np.bool_]:
    chart = np.ones((len(values), len(on)), dtype=np.bool_)
    for column in range(values.shape[1]):
        held = values[:, column, None]
        chart &= (held == FREE) | (held == on[None, :, column])
    return chart


def _minimal_hitting_sets(differences: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """The sets of conditions, as bit masks, that hit every difference, and of which no part does."""
    miss = np.zeros(1 << max(size - WORD, 0), dtype=np.uint64)
    missing = ((1 << size) - 1) & ~differences
    np.bitwise_or.at(miss, missing >> WORD, np.left_shift(np.uint64(1), (missing & 63).astype(np.uint64)))
    for place in range(size):
        _spread_down(miss, place)
    least = ~miss
    if size < WORD:
        least &= np.uint64((1 << (1 << size)) - 1)
    for place in range(size):
        _keep_needed(least, miss, place)
    words = np.flatnonzero(least)
    bits = np.unpackbits(least[words].view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")
    word, bit = np.nonzero(bits)
    return words[word] * 64 + bit


def _spread_down(miss: Bits, place: int) -> None:
    """What misses a difference misses it without the condition, too."""
    if place < WORD:
        miss |= (miss >> np.uint64(1 << place)) & np.uint64(WITHOUT[place])
    else:
        pairs = miss.reshape(-1, 2, 1 << (place - WORD))
        pairs[:, 0] |= pairs[:, 1]


def _keep_needed(least: Bits, miss: Bits, place: int) -> None:
    """Of the sets with the condition, keep those that miss a difference without it."""
    if place < WORD:
        least &= ((miss & np.uint64(WITHOUT[place])) << np.uint64(1 << place)) | np.uint64(WITHOUT[place])
    else:
        half = 1 << (place - WORD)
        least.reshape(-1, 2, half)[:, 1] &= miss.reshape(-1, 2, half)[:, 0]


def _shannon(conditions: Sequence[Condition], terms: list[Term], place: int) -> list[Term]:
    """The primes of a union of terms that leave out all conditions before ``place``."""
    while place < len(conditions) and all(term[place] == FREE for term in terms):
        place += 1
    if place == len(conditions) or not terms:
        return terms[:1]
    parts = [_cofactor(terms, place, value) for value in range(conditions[place].levels)]
    common = _shannon(conditions, _in_common(parts), place + 1)
    found = list(common)
    for value, part in enumerate(parts):
        found += [
            (*prime[:place], value, *prime[place + 1 :])
            for prime in _shannon(conditions, part, place + 1)
            if not any(covers(wide, prime) for wide in common)
        ]
    return found


def _cofactor(terms: Sequence[Term], place: int, value: int) -> list[Term]:
    """What the terms say where the condition has the value."""
    return widest((*term[:place], FREE, *term[place + 1 :]) for term in terms if term[place] in (FREE, value))


def _in_common(parts: Sequence[list[Term]]) -> list[Term]:
    """The union of terms that all parts have in common."""
    found = parts[0]
    for part in parts[1:]:
        found = widest(both for one in found for other in part if (both := meet(one, other)) is not None)
    return found
