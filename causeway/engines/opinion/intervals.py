"""How sure a figure is: Bayesian intervals of shares, of their product and of the least of them.

The share of a group who agree, ``p``, is known through votes only. With no opinion beforehand (every share between 0
and 1 equally likely) and ``agrees`` of ``seen`` votes, ``p`` follows ``Beta(agrees + 1, seen - agrees + 1)``, whose
mean is ``(agrees + 1) / (seen + 2)``: the very smoothed share of Polis. Groups are independent. An interval holds the
middle ``LEVEL`` of what is then likely. It answers for chance in who has voted so far; it does not answer for people
who never came, nor for the drawing of the groups themselves. No interval is drawn at random, so there is no seed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import betaincc, betaincinv, digamma, gammaincinv, polygamma

from causeway.engines.opinion.votes import Flags, Floats, Integers

LEVEL = 0.9
TAIL = (1 - LEVEL) / 2
Z = 1.6448536269514722  # the same for a normal distribution
TOO_WIDE = 0.5  # an interval of half of all that is possible says nothing yet
MOST_ROUNDS = 60
EXACT = 1e-13


@dataclass(frozen=True, eq=False)
class Figure:
    """Values and the ends of their intervals, arrays of one shape."""

    value: Floats
    low: Floats
    high: Floats

    @property
    def width(self) -> Floats:
        """How far apart the ends are."""
        return self.high - self.low


def share(part: Integers, seen: Integers) -> Figure:
    """The smoothed share ``(part + 1) / (seen + 2)`` and its interval; exact quantiles of the Beta distribution."""
    for_, against = part + 1.0, seen - part + 1.0
    low, high = betaincinv(for_, against, TAIL), betaincinv(for_, against, 1 - TAIL)
    return Figure(for_ / (for_ + against), np.asarray(low), np.asarray(high))


def product(part: Integers, seen: Integers) -> Figure:
    """The product over groups (first axis) of smoothed shares, and its interval.

    The logarithm of a Beta has a known mean and variance, and so has that of the product; with its sign changed it is
    taken as Gamma distributed. That is exact for groups that have not voted, and in simulations the interval holds the
    truth in 90 or 91 of 100 cases for 1 to 8 groups of 0 to 200 votes.
    """
    for_, against = part + 1.0, seen - part + 1.0
    mean = (digamma(for_ + against) - digamma(for_)).sum(axis=0)
    scale = (polygamma(1, for_) - polygamma(1, for_ + against)).sum(axis=0) / mean
    low, high = (np.exp(-scale * gammaincinv(mean / scale, at)) for at in (1 - TAIL, TAIL))
    return Figure(np.prod(for_ / (for_ + against), axis=0), low, high)


def least(part: Integers, seen: Integers, *, counted: Flags | None = None) -> Figure:
    """The least of the groups' (first axis) shares: its median, and its interval.

    The chance that every share is above ``x`` is the product of the chances that each is. A quantile of the least lies
    below that of each share, and above the smallest of the shares' quantiles at the level that the groups, were they
    alike, would need; in between it is found by the Illinois method. ``counted`` leaves out the other groups, statement
    by statement; of none, the least is 1.
    """
    counted = np.ones(part.shape, bool) if counted is None else counted
    for_, against = (part + 1).astype(np.float64), (seen - part + 1).astype(np.float64)
    low, middle, high = (_least_quantile(for_, against, counted, at) for at in (TAIL, 0.5, 1 - TAIL))
    return Figure(middle, low, high)


def _least_quantile(for_: Floats, against: Floats, counted: Flags, at: float) -> Floats:
    def smallest(level: float | Floats) -> Floats:
        return np.asarray(np.where(counted, betaincinv(for_, against, level), 1.0).min(axis=0, initial=1.0))

    def too_low(x: Floats, place: Integers) -> Floats:
        chance = betaincc(for_[:, place], against[:, place], x)
        return np.asarray(np.prod(np.where(counted[:, place], chance, 1.0), axis=0) - (1 - at))

    alike = np.asarray(1 - (1 - at) ** (1 / np.maximum(counted.sum(axis=0), 1)))
    return _root(too_low, smallest(alike), smallest(at))


def _root(falling: Callable[[Floats, Integers], Floats], low: Floats, high: Floats) -> Floats:
    """Where falling functions (of x, for those at the places) are 0 between the ends, by the Illinois method."""
    root, open_ = high.copy(), np.arange(len(low))
    at_low, at_high, last = falling(low, open_), falling(high, open_), np.zeros(len(low), np.int8)
    for _ in range(MOST_ROUNDS):
        step = np.divide(at_low, at_low - at_high, out=np.zeros_like(low), where=at_low > at_high)
        found = low + np.clip(step, 0, 1) * (high - low)
        moved = np.abs(found - root[open_]) > EXACT
        root[open_] = found
        if not moved.any():
            break
        low, high, at_low, at_high = low[moved], high[moved], at_low[moved], at_high[moved]
        open_, last, found = open_[moved], last[moved], found[moved]
        here = falling(found, open_)
        side = np.where(here > 0, 1, -1).astype(np.int8)
        stuck = side == last  # the other end was kept twice: halve its value, so that the next step passes the root
        at_low = np.where(side > 0, here, np.where(stuck, at_low / 2, at_low))
        at_high = np.where(side < 0, here, np.where(stuck, at_high / 2, at_high))
        low, high, last = np.where(side > 0, found, low), np.where(side < 0, found, high), side
    return root


def ratio(part: Integers, seen: Integers, other: Integers, others_seen: Integers) -> Figure:
    """How many times as large a smoothed share is as another, and its interval.

    The logarithm of a Beta's ratio to another has known mean and variance; it is taken as normal.
    """
    for_, against = part + 1.0, seen - part + 1.0
    rest, rest_against = other + 1.0, others_seen - other + 1.0
    value = (for_ / (for_ + against)) / (rest / (rest + rest_against))
    middle = digamma(for_) - digamma(for_ + against) - digamma(rest) + digamma(rest + rest_against)
    variance = polygamma(1, for_) - polygamma(1, for_ + against) + polygamma(1, rest)
    error = Z * np.sqrt(variance - polygamma(1, rest + rest_against))
    return Figure(value, np.exp(middle - error), np.exp(middle + error))


def difference(larger: Figure, smaller: Figure) -> Figure:
    """A share less another, and its interval by the method of squaring and adding.

    Source: R.G. Newcombe, “Interval estimation for the difference between independent proportions”, Statistics in
    Medicine 17 (1998), method 10, with Bayesian intervals of the shares.
    """
    value = larger.value - smaller.value
    down = np.hypot(larger.value - larger.low, smaller.high - smaller.value)
    up = np.hypot(larger.high - larger.value, smaller.value - smaller.low)
    return Figure(value, value - down, value + up)
