"""Whole numbers too long for a machine's word, as their remainders by several moduli, in arrays."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.uint64]
Progress = Callable[[str], None]

WORD = 1 << 64  # the modulus that arrays of 64 bits keep of themselves
BITS = 52
ADDITIONS = 11  # doublings of a number below 2^52 that stay below 2^63
PART = 1 << 15  # as much as stays in the processor's nearest memory


def moduli(bits: int) -> list[int]:
    """Pairwise coprime numbers whose product exceeds 2^bits: 2^64, then odd ones just below 2^52."""
    found, candidate = [WORD], (1 << BITS) - 1
    while math.prod(found) <= 1 << bits:
        if all(math.gcd(candidate, other) == 1 for other in found):
            found.append(candidate)
        candidate -= 2
    return found


def reduce(counts: Counts, base: int) -> None:
    """Replace counts below 2^63 by as many below 2^53 with the same remainder. Modulo 2^64 nothing is to be done."""
    if base == WORD:
        return
    over, mask, bits = np.uint64((1 << BITS) - base), np.uint64((1 << BITS) - 1), np.uint64(BITS)
    for start in range(0, len(counts), PART):
        part = counts[start : start + PART]
        high = part >> bits
        high *= over
        part &= mask
        part += high


def combined(residues: Sequence[Sequence[int]], bases: Sequence[int]) -> list[int]:
    """Numbers from their remainders, one sequence for each modulus."""
    whole = math.prod(bases)
    lifts = [whole // base * pow(whole // base, -1, base) for base in bases]
    return [
        sum(lift * residue for lift, residue in zip(lifts, column, strict=True)) % whole
        for column in zip(*residues, strict=True)
    ]
