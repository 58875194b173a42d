"""How sure a figure is: Bayesian intervals of shares, of their product and of the least of them.

The share of a group who agree, ``p``, is known through votes only. With no opinion beforehand (every share between 0
and 1 equally likely) and ``agrees`` of ``seen`` votes, ``p`` follows ``Beta(agrees + 1, seen - agrees + 1)``, whose
mean is ``(agrees + 1) / (seen + 2)``: the very smoothed share of Polis. Groups are independent. An interval holds the
middle ``LEVEL`` of what is then likely. It answers for chance in who has voted so far; it does not answer for people
who never came, nor for the drawing of the groups themselves. No interval is drawn at random, so there is no seed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import betaincc, betaincinv, digamma, gammaincinv, polygamma

from causeway.engines.opinion.votes import Flags, Floats, Integers

LEVEL = 0.9
TAIL = (1 - LEVEL) / 2
Z = 1.6448536269514722  # the same for a normal distribution
TOO_WIDE = 0.5  # an interval of half of all that is possible says nothing yet
HALVINGS = 40


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

    The chance that every share is above ``x`` is the product of the chances that each is; the quantiles are found by
    halving, to within 1e-12. ``counted`` leaves out the other groups, statement by statement; of none, the least is 1.
    """
    counted = np.ones(part.shape, bool) if counted is None else counted
    low, middle, high = (_least_quantile(part, seen, counted, at) for at in (TAIL, 0.5, 1 - TAIL))
    return Figure(middle, low, high)


def _least_quantile(part: Integers, seen: Integers, counted: Flags, at: float) -> Floats:
    low, high = np.zeros(part.shape[1]), np.ones(part.shape[1])
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        chance = betaincc(part + 1.0, seen - part + 1.0, middle)
        above = np.prod(chance, axis=0, where=counted) > 1 - at
        low, high = np.where(above, middle, low), np.where(above, high, middle)
    return (low + high) / 2


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
