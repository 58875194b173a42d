"""Phragmén’s sequential rule for projects with costs.

Every voter earns money at the same steady pace. As soon as the supporters of a project together own its cost, it is
bought and their money is gone. The count ends at the first purchase that would exceed the budget; with ``skip`` such a
project is passed over instead and the others go on.

The moment of a purchase is (cost + the sum, over supporters, of the moment at which each last paid) / supporters.
In doubles it follows from purchase to purchase by the sum of how much later those last paid; only projects too near to
the earliest to tell apart that way are compared exactly.

References: L.E. Phragmén (1894); M. Los, Z. Christoff, D. Grossi, “Proportional Budget Allocations: Towards a
Systematization”, IJCAI 2022.
"""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np

from causeway.engines.budgeting import ties
from causeway.engines.budgeting.instance import Integers
from causeway.engines.budgeting.market import Reals
from causeway.engines.budgeting.result import Round
from causeway.engines.budgeting.stage import Outcome, Setting, Stage

CLOSE = 1e-9  # more than all the roundings of a moment together, as a part of it


def choose(setting: Setting, stage: Stage) -> Outcome:
    """Buy projects in the order of the moments at which their supporters can pay.

    Raises:
        Tied: two projects could be bought at the same moment, and the tie order refuses to decide.
    """
    moments = Moments(setting, stage)
    left = stage.budget_pence
    rounds: list[Round] = []
    chosen: list[int] = []
    short: dict[int, int] = {}
    blocked: Fraction | None = None
    while moments.open.any():
        moment, tied = moments.next()
        fitting = [place for place in tied if setting.cost(place) <= left]
        short |= {place: setting.cost(place) - left for place in tied if place not in fitting}
        if len(fitting) < len(tied) and not setting.rules.skip:
            blocked = moment
            break
        if not fitting:
            moments.forget(tied)
            continue
        place, ground = ties.decide(fitting, setting.vote, setting.rules.ties)
        left -= setting.cost(place)
        chosen.append(place)
        payers, emptied = moments.buy(place, moment)
        rounds.append(
            Round(
                project=setting.vote.projects[place].id,
                cost_pence=setting.cost(place),
                stage=stage.name,
                value=moment,
                payment=moment,
                payers=payers,
                emptied=emptied,
                left_pence=left,
                ground=ground,
            )
        )
    return Outcome(rounds=tuple(rounds), chosen=tuple(chosen), blocked=blocked, short=short)


class Moments:
    """When each open project can be bought. ``last[row]`` numbers the purchase in which those voters last paid.

    ``past`` has the moments of purchases, the first of them 0, as numerators over their common denominator ``scale``.
    ``due[p]`` is the moment of project ``p`` times its supporters, in doubles: a sum of amounts none of which is less
    than nothing, so that it is good to ``CLOSE``.
    """

    def __init__(self, setting: Setting, stage: Stage) -> None:
        self.setting, electorate = setting, setting.electorate
        self.last: Integers = np.zeros(len(electorate.weight), dtype=np.int64)
        self.past, self.scale = [0], 1
        self.rounded: Reals = np.zeros(len(setting.vote.projects) + 1)
        self.weight = [electorate.weight[rows] for rows in electorate.supporters]
        self.supporters = [int(weight.sum()) for weight in self.weight]
        self.number = np.maximum(np.array(self.supporters, dtype=np.float64), 1)
        self.due: Reals = np.array([project.cost_pence for project in setting.vote.projects], dtype=np.float64)
        self.open = np.zeros(len(self.due), dtype=bool)
        self.open[[place for place in stage.open if self.supporters[place]]] = True

    def moment(self, place: int) -> Fraction:
        """The moment at which the supporters own the cost, with all that was bought until now."""
        rows = self.setting.electorate.supporters[place]
        paid = np.bincount(self.last[rows], weights=self.weight[place])
        owed = sum(self.past[number] * int(paid[number]) for number in np.flatnonzero(paid).tolist())
        return Fraction(self.setting.cost(place) * self.scale + owed, self.supporters[place] * self.scale)

    def next(self) -> tuple[Fraction, list[int]]:
        """The earliest moment, and the projects that could be bought then."""
        about = np.where(self.open, self.due / self.number, np.inf)
        near = np.flatnonzero(about <= about.min() * (1 + CLOSE))
        moments = {place: self.moment(place) for place in near.tolist()}
        best = min(moments.values())
        return best, [place for place, moment in moments.items() if moment == best]

    def buy(self, place: int, moment: Fraction) -> tuple[int, int]:
        """Empty the supporters; returns how many had never paid before, and how many had."""
        electorate = self.setting.electorate
        rows = electorate.supporters[place]
        before = self.last[rows]
        fresh = int(self.weight[place][before == 0].sum())
        entry, lengths = electorate.entries(rows)
        later = (float(moment) - self.rounded[before]) * self.weight[place]
        self.due += np.bincount(electorate.project[entry], weights=np.repeat(later, lengths), minlength=len(self.due))
        self.last[rows] = number = len(self.past)
        wider = math.lcm(self.scale, moment.denominator)
        self.past = [numerator * (wider // self.scale) for numerator in self.past]
        self.past.append(int(moment * wider))
        self.scale = wider
        self.rounded[number] = float(moment)
        self.forget([place, *self.setting.vote.rivals.get(place, ())])
        return fresh, self.supporters[place] - fresh

    def forget(self, places: list[int]) -> None:
        """These can no longer be bought."""
        self.open[places] = False
