"""Would another half of the people have shown the same groups?

People, or a sample of 10,000 of them, fall into four folds by a checksum of their label. Two folds together are a half;
each of the three ways of halving gives two maps, made without knowing of each other, and both maps place everybody. The
adjusted Rand index says how far they agree. All that the maps are made of merges, so it can be had across machines.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from causeway.engines.opinion.agreement import adjusted_rand, contingency
from causeway.engines.opinion.cells import cell_width, cells
from causeway.engines.opinion.components import Components, components, components_of
from causeway.engines.opinion.groups import assign, group, in_picture
from causeway.engines.opinion.moments import MOST_STATEMENTS, moments
from causeway.engines.opinion.projection import coordinates
from causeway.engines.opinion.votes import Integers, Labels, Votes

FOLDS = 4
HALVES = (((0, 1), (2, 3)), ((0, 2), (1, 3)), ((0, 3), (1, 2)))
SAMPLE = 10_000
LEAST_IN_HALF = 10


@dataclass(frozen=True)
class Stability:
    """The adjusted Rand index of each way of halving, and how many people both maps placed."""

    agreements: tuple[float, ...]
    sample: int

    @property
    def mean(self) -> float:
        """The mean over the ways of halving: 1 says the same groups each time, 0 no more than chance."""
        return sum(self.agreements) / len(self.agreements)


def drawn(participants: Labels) -> Integers:
    """A number for each participant, by their label alone: folds and samples are taken by it.

    Of text its CRC-32; of a number the high half of its splitmix64 (Steele, Lea, Flood 2014).
    """
    if participants.dtype.kind == "U":
        return np.array([zlib.crc32(label.encode()) for label in participants.tolist()], dtype=np.int64)
    mixed = participants.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return (mixed >> np.uint64(32)).astype(np.int64)


def folds(participants: Labels) -> Integers:
    """The fold of each participant, 0 to 3."""
    return drawn(participants) % FOLDS


def sampled(votes: Votes, people: int) -> Votes:
    """The part in the sample: everybody up to 10,000 people, else about so many, by their label."""
    every = -(-people // SAMPLE)
    return votes.of(drawn(votes.participants) // FOLDS % every == 0) if every > 1 else votes


def stability(sample: Votes, *, count: int, least: int, dimensions: int, blanks: int = 0) -> Stability | None:
    """How far the two maps of each halving agree on the sample, with ``count`` groups each.

    ``None`` where there is one group only, or a half has too few people to make a map.
    """
    fold, placed = folds(sample.participants), in_picture(sample, least=least)
    halves = {half: np.isin(fold, half) & placed for halving in HALVES for half in halving}
    if count < 2 or any(chosen.sum() < LEAST_IN_HALF for chosen in halves.values()):
        return None
    maps = _by_moments(sample, fold, dimensions) if sample.shape[1] <= MOST_STATEMENTS else None
    places = {}
    for half, chosen in halves.items():
        found = maps[half] if maps else components_of(sample.of(np.isin(fold, half)), dimensions=dimensions)
        stand = coordinates(sample, found, blanks=blanks)
        grouping = group(cells(stand[chosen], cell_width(found, blanks=blanks)), count=count)
        places[half] = assign(stand, placed, grouping)
    agreements = tuple(adjusted_rand(contingency(places[first], places[second])) for first, second in HALVES)
    return Stability(agreements, int(placed.sum()))


def _by_moments(sample: Votes, fold: Integers, dimensions: int) -> dict[tuple[int, int], Components]:
    """The components of each half, from the moments of its two folds."""
    parts = [moments(sample.of(fold == number)) for number in range(FOLDS)]
    halves = (half for halving in HALVES for half in halving)
    return {(one, two): components(parts[one] + parts[two], dimensions=dimensions) for one, two in halves}
