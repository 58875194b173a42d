"""What equal shares buys from: for each project its price tag and its supporters."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from causeway.engines.budgeting.electorate import Electorate
from causeway.engines.budgeting.instance import Instance, Integers
from causeway.engines.budgeting.result import UTILITIES
from causeway.engines.exact import BadInput

Reals = NDArray[np.float64]
MOST_EXACT = 2**53  # whole numbers up to here are exact in a double
EPSILON = 2.0**-52
ALONE = 8192  # longer vectors are shared out to threads by the library, which costs more than it gains


def summed(weight: Reals) -> Callable[[NDArray[Any]], float]:
    """How to sum the products of these weights with other values."""
    return weight.dot if len(weight) <= ALONE else partial(np.einsum, "i,i", weight)


def inner(weight: Reals, values: NDArray[Any]) -> float:
    """The sum of products."""
    return float(summed(weight)(values))


def rounding(terms: int, most: float) -> float:
    """How far a sum of so many amounts in doubles may be off, ``most`` being the greater of sum and what it is for."""
    return 4 * (terms + 8) * EPSILON * most


class Lot(NamedTuple):
    """What is needed again and again of a project: its supporters, and what they pay and demand together.

    ``points`` is 1 where a point is all that anybody gives. ``pay`` sums amounts over all supporters, ``demand`` the
    points of those of whom something is true; ``noise`` bounds the rounding of such a sum, as a part of it.
    """

    rows: Integers
    cost: int
    factor: int
    voters: int
    points: Reals | float
    noise: float
    pay: Callable[[Reals], float]
    demand: Callable[[NDArray[np.bool_]], float]


@dataclass(frozen=True, kw_only=True, eq=False)
class Market:
    """For each project ``p``: a supporter with ``points[p]`` gains ``factor[p]`` times as much utility.

    ``weight[p]`` are the voters behind each supporting ballot, ``demand[p]`` voters times points: what a price of one
    penny a point would raise from voters with enough money. ``entry_points`` are the points in the electorate's rows.
    """

    vote: Instance
    electorate: Electorate
    factor: tuple[int, ...]
    points: tuple[Reals, ...]
    entry_points: Integers
    weight: tuple[Reals, ...]
    demand: tuple[Reals, ...]

    @cached_property
    def costs(self) -> list[int]:
        """Costs in pence by position."""
        return [project.cost_pence for project in self.vote.projects]

    def shape(self, place: int) -> Reals | float:
        """The points of a project's supporters, or 1 where a point is all that anybody gives."""
        return self.points[place] if self.scored else 1.0

    @cached_property
    def scored(self) -> bool:
        """Whether anybody's points are other than 1."""
        return any(bool((given != 1).any()) for given in self.points)

    @cached_property
    def full_demand(self) -> list[int]:
        """What a price of one penny a point would raise from everybody who supports the project."""
        return [int(demand.sum()) for demand in self.demand]

    @cached_property
    def lots(self) -> list[Lot]:
        """Each project with what is needed of it again and again."""
        return [
            Lot(
                rows=rows,
                cost=self.costs[place],
                factor=self.factor[place],
                voters=int(self.weight[place].sum()),
                points=self.shape(place),
                noise=rounding(len(rows), 1.0),
                pay=summed(self.weight[place]),
                demand=np.count_nonzero if (self.demand[place] == 1).all() else summed(self.demand[place]),
            )
            for place, rows in enumerate(self.electorate.supporters)
        ]

    @cached_property
    def least(self) -> list[float]:
        """A bound from below of each project's price for each unit of utility: what it is where all can pay alike."""
        full = zip(self.costs, self.full_demand, self.factor, strict=True)
        return [(cost / (demand * factor) if demand else math.inf) * (1 - 4 * EPSILON) for cost, demand, factor in full]


def open_market(vote: Instance, electorate: Electorate, utility: str) -> Market:
    """The market under a kind of utility: ``cost``, ``cardinality`` or ``score``."""
    if utility not in UTILITIES:
        raise BadInput(f"“{utility}” is not a utility; known are {', '.join(UTILITIES)}.")
    weight = tuple(electorate.weight[rows].astype(np.float64) for rows in electorate.supporters)
    scored = utility == "score"
    points, demand = tuple(np.broadcast_to(1.0, len(given)) for given in electorate.given), weight
    if scored:
        points = tuple(given.astype(np.float64) for given in electorate.given)
        demand = tuple(voters * given for voters, given in zip(weight, points, strict=True))
    if any(float(one.sum()) >= MOST_EXACT for one in demand):
        raise BadInput("There are too many voters with too many points to count exactly.")
    factor = tuple(project.cost_pence if utility == "cost" else 1 for project in vote.projects)
    return Market(
        vote=vote,
        electorate=electorate,
        factor=factor,
        points=points,
        entry_points=electorate.points if scored else np.ones_like(electorate.points),
        weight=weight,
        demand=demand,
    )
