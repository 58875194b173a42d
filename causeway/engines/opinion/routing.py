"""Which statement to ask a person next: where a vote teaches most, and never only what is already popular."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.opinion.consensus import Common
from causeway.engines.opinion.intervals import share
from causeway.engines.opinion.tallies import Tallies
from causeway.engines.opinion.votes import Flags, Floats, Integers

META_PRIORITY = 49.0


@dataclass(frozen=True, kw_only=True)
class Weights:
    """How much each reason counts, and how much of the asking is shared out evenly (``floor``, between 0 and 1).

    ``half`` is the number of votes after which the bonus of a new statement has halved.
    """

    uncertainty: float = 1.0
    newness: float = 2.0
    bridging: float = 1.0
    floor: float = 0.2
    half: float = 10.0

    def __post_init__(self) -> None:
        parts = (self.uncertainty, self.newness, self.bridging)
        good = all(math.isfinite(part) and part >= 0 for part in parts) and sum(parts) > 0
        if not (good and 0 <= self.floor <= 1 and math.isfinite(self.half) and self.half > 0):
            raise BadInput("Weights are numbers of 0 and above, not all 0; the floor lies between 0 and 1.")


def chances(tallies: Tallies, figures: Common, *, asked: Flags, weights: Weights | None = None) -> Floats:
    """The chance of each statement to be asked next; they sum to 1 (or all are 0 if there is nothing to ask).

    ``uncertainty`` x the widest of the groups’ intervals, ``newness`` x 2^(-seen / half), and ``bridging`` x how high
    bridging may still be (the upper end of its interval, of agreeing or disagreeing) are added up. Of all asking,
    ``floor`` is shared out evenly among the statements in ``asked``, so that each has a chance of at least
    floor / statements; the rest goes by that sum. O(groups x statements).
    """
    weights = weights or Weights()
    if not asked.any():
        return np.zeros(len(asked))
    width = np.maximum(share(tallies.agrees, tallies.seen).width, share(tallies.disagrees, tallies.seen).width)
    worth = (
        weights.uncertainty * width.max(axis=0)
        + weights.newness * np.exp2(-tallies.seen.sum(axis=0) / weights.half)
        + weights.bridging * np.maximum(figures.bridging.high, figures.bridging_against.high)
    ) * asked
    even = asked / asked.sum()
    total = worth.sum()
    return np.asarray(even if total == 0 else weights.floor * even + (1 - weights.floor) * worth / total)


def next_statements(
    chance: Floats, ids: Sequence[str], *, voted: frozenset[str], person: str, seed: str, count: int = 1
) -> list[str]:
    """The next ``count`` statements for a person who has voted on ``voted``: drawn by chance, the same for one seed.

    Each statement draws ``u`` from the SHA-256 of ``causeway next statement 1``, the seed, the person and the
    statement, joined by line feeds; the largest ``u ** (1 / chance)`` comes first: drawing without putting back.

    Source: P.S. Efraimidis, P.G. Spirakis, “Weighted random sampling with a reservoir”, Information Processing Letters
    97 (2006).
    """
    keys = {
        ids[place]: math.log(_lot(seed, person, ids[place])) / chance[place]
        for place in np.flatnonzero(chance > 0).tolist()
        if ids[place] not in voted
    }
    return sorted(keys, key=lambda one: (-keys[one], one))[:count]


def _lot(seed: str, person: str, statement: str) -> float:
    """Evenly between 0 and 1, both excluded."""
    text = f"causeway next statement 1\n{seed}\n{person}\n{statement}"
    return (int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") + 0.5) / 2**48


def polis_priority(agrees: Integers, passes: Integers, seen: Integers, extremity: Floats, meta: Flags) -> Floats:
    """The priority by which Polis draws, for comparison: the square of
    (1 - p)(1 + extremity) a (1 + 8 x 2^(-seen/5)), where p = (passes + 1)/(seen + 2) and a = (agrees + 1)/(seen + 2).

    Statements about participants themselves (``meta``) have a priority of 49.

    Source: Polis’ ``conversation.clj`` (``priority-metric``).
    """
    p, a = (passes + 1) / (seen + 2), (agrees + 1) / (seen + 2)
    return np.where(meta, META_PRIORITY, ((1 - p) * (1 + extremity) * a * (1 + 8 * np.exp2(-seen / 5))) ** 2)
