"""What a group stands for: the statements on which it differs from everybody else, as Polis tests and chooses them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from causeway.engines.opinion.intervals import Figure, ratio, share
from causeway.engines.opinion.tallies import Tallies
from causeway.engines.opinion.votes import Floats, Integers

SURE = 1.2816  # one-sided, 90 in 100
MOST_CHOSEN = 5


@dataclass(frozen=True)
class Representative:
    """A statement that a group stands for.

    agree: whether the group agrees with it, or disagrees.
    votes, seen: how many of the group voted so, and how many voted on it.
    share: ``(votes + 1) / (seen + 2)``, with its interval; ``share_z`` tests whether it is more than a half.
    ratio: the share over that of everybody else, with its interval; ``ratio_z`` tests whether it is larger.
    best_agreed: whether it stands first as the statement that the group agrees on best.
    """

    statement: int
    agree: bool
    votes: int
    seen: int
    share: float
    share_low: float
    share_high: float
    share_z: float
    ratio: float
    ratio_z: float
    ratio_low: float
    ratio_high: float
    best_agreed: bool = False

    @property
    def weight(self) -> float:
        """What they are ordered by: the product of both figures and both tests."""
        return self.ratio * self.ratio_z * self.share * self.share_z


@dataclass(frozen=True, eq=False)
class Comparison:
    """Arrays (groups, statements) for one direction, agreeing or disagreeing."""

    share: Figure
    share_z: Floats
    ratio: Figure
    ratio_z: Floats


def compare(part: Integers, seen: Integers) -> Comparison:
    """The two tests of Polis for every group and statement; ``part`` are the votes in one direction.

    With one added to every count: ``share_z = 2 sqrt(n) (s/n - 1/2)`` and, for the group (1) and all the others (2),
    ``ratio_z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2))`` with the pooled ``p``, 0 where ``p`` is 1.
    """
    rest, rest_seen = part.sum(axis=0) - part, seen.sum(axis=0) - seen
    s1, n1, s2, n2 = part + 1.0, seen + 1.0, rest + 1.0, rest_seen + 1.0
    pooled = (s1 + s2) / (n1 + n2)
    error = np.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    z = np.divide(s1 / n1 - s2 / n2, error, out=np.zeros_like(error), where=pooled < 1)
    share_z = 2 * np.sqrt(n1) * (s1 / n1 - 0.5)
    return Comparison(share(part, seen), share_z, ratio(part, seen, rest, rest_seen), z)


def representative(tallies: Tallies, *, hidden: Iterable[int] = ()) -> tuple[tuple[Representative, ...], ...]:
    """For each group at most five statements that it stands for. O(groups x statements); tried to 10 x 10,000.

    As Polis does: a statement is fit if both tests are sure in the same direction. First stands the statement that the
    group agrees on best, then the fit by their weight, together five; of these, agreements stand before disagreements.
    Where none is fit, only the best agreed stands, or, if there is no such either, the one with the largest
    ``ratio_z``. Statements in ``hidden`` (moderated out) are left out of the choice.

    Unlike Polis, which always takes the direction of the larger ``ratio_z``, the best agreed is shown as an agreement,
    and the fit in the direction that is sure. In https://pol.is/6ukkcvfbre it shows a group as against a statement
    that 7 of its 10 voters agree with.

    The tests are made on groups that were drawn from the same votes, and many at once: they rank, and prove nothing.

    Source: Small et al. (2021), section 3; the order of choice from Polis' ``repness.clj``.
    """
    both = compare(tallies.agrees, tallies.seen), compare(tallies.disagrees, tallies.seen)
    left_out = set(hidden)
    places = [place for place in range(tallies.seen.shape[1]) if place not in left_out]
    return tuple(_chosen(tallies, *both, group, places) for group in range(tallies.seen.shape[0]))


def _chosen(
    tallies: Tallies, agree: Comparison, disagree: Comparison, group: int, places: list[int]
) -> tuple[Representative, ...]:
    def described(place: int, agreed: bool, *, best_agreed: bool = False) -> Representative:
        of, votes = (agree, tallies.agrees) if agreed else (disagree, tallies.disagrees)
        return _described(of, votes, tallies.seen, group, place, agreed, best_agreed)

    fit = {place: True for place in places if _sure(agree, group, place)}
    fit |= {place: False for place in places if _sure(disagree, group, place)}
    best = _best_agreed(tallies, agree, group, places)
    if best is None and not fit and places:
        surest = max(places, key=lambda place: max(agree.ratio_z[group, place], disagree.ratio_z[group, place]))
        return (described(surest, bool(agree.ratio_z[group, surest] > disagree.ratio_z[group, surest])),)
    rest = [described(place, fit[place]) for place in places if place in fit and place != best]
    rest.sort(key=lambda one: -one.weight)
    first = [] if best is None else [described(best, True, best_agreed=True)]
    return tuple(sorted([*first, *rest][:MOST_CHOSEN], key=lambda one: not one.agree))


def _sure(one: Comparison, group: int, place: int) -> bool:
    return bool(one.ratio_z[group, place] > SURE and one.share_z[group, place] > SURE)


def _best_agreed(tallies: Tallies, agree: Comparison, group: int, places: list[int]) -> int | None:
    """The statement that the group agrees on best, statements taken in their order.

    One with a ratio above 1 gives way to a larger weight, another to a larger share with its test.
    """
    best: int | None = None
    shares, share_z, ratios = agree.share.value[group], agree.share_z[group], agree.ratio.value[group]
    agreed = shares * share_z
    weight = agreed * ratios * agree.ratio_z[group]
    for place in places:
        if not tallies.agrees[group, place] and not tallies.disagrees[group, place]:
            continue
        if best is None:
            better = share_z[place] > SURE or (ratios[place] > 1 and shares[place] > 0.5)
        elif ratios[best] > 1:
            better = weight[place] > weight[best]
        else:
            better = agreed[place] > agreed[best]
        best = place if better else best
    return best


def _described(
    of: Comparison, votes: Integers, seen: Integers, group: int, place: int, agreed: bool, best_agreed: bool
) -> Representative:
    return Representative(
        statement=place,
        agree=agreed,
        votes=int(votes[group, place]),
        seen=int(seen[group, place]),
        share=float(of.share.value[group, place]),
        share_low=float(of.share.low[group, place]),
        share_high=float(of.share.high[group, place]),
        share_z=float(of.share_z[group, place]),
        ratio=float(of.ratio.value[group, place]),
        ratio_z=float(of.ratio_z[group, place]),
        ratio_low=float(of.ratio.low[group, place]),
        ratio_high=float(of.ratio.high[group, place]),
        best_agreed=best_agreed,
    )
