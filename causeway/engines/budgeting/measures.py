"""What an outcome means for people: who is left out, where the money goes, how evenly it is spread. All exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.budgeting.instance import Instance, Integers
from causeway.engines.exact import BadInput


@dataclass(frozen=True, kw_only=True)
class Satisfaction:
    """Of a group of voters: how many, how many of them have none of their projects chosen, and what they get.

    ``worth_pence`` divides the cost of each project chosen equally among its supporters and sums what falls to the
    group; ``approved_pence`` is the mean cost of what was chosen of their own projects.
    """

    voters: int
    excluded: int
    worth_pence: Fraction
    approved_pence: Fraction

    @property
    def exclusion(self) -> Fraction:
        """The share of the group with none of their projects chosen."""
        return Fraction(self.excluded, self.voters) if self.voters else Fraction(0)


def satisfaction(vote: Instance, selected: Sequence[str], *, by: str = "") -> dict[str, Satisfaction]:
    """For each group of voters (a column of the ballots' details), or for all under the empty name.

    Raises:
        BadInput: the ballots do not say this of the voters.
    """
    ballots = vote.ballots
    names = ballots.details.get(by) if by else ("",) * len(ballots)
    if names is None:
        raise BadInput(f"The ballots do not say “{by}” of the voters.")
    got = approved_pence(vote, selected)
    worth = _worth(vote, selected)
    found = {}
    for group in sorted(set(names)):
        rows = np.flatnonzero(np.array([name == group for name in names]))
        weight = ballots.weight[rows]
        voters = int(weight.sum())
        approved = sum(int(pence) * int(count) for pence, count in zip(got[rows], weight, strict=True))
        found[group] = Satisfaction(
            voters=voters,
            excluded=int(weight[got[rows] == 0].sum()),
            worth_pence=sum((worth[row] * int(ballots.weight[row]) for row in rows), Fraction(0)),
            approved_pence=Fraction(approved, voters) if voters else Fraction(0),
        )
    return found


def approved_pence(vote: Instance, selected: Sequence[str]) -> Integers:
    """For each ballot, the cost of the chosen projects that it supports."""
    cost = np.zeros(len(vote.projects), dtype=np.int64)
    for name in selected:
        place = vote.position[name]
        cost[place] = vote.projects[place].cost_pence
    ballots = vote.ballots
    got = np.zeros(len(ballots), dtype=np.int64)
    np.add.at(got, ballots.row_of_entry(), cost[ballots.project] * (ballots.points > 0))
    return got


def by_section(vote: Instance, selected: Sequence[str]) -> Mapping[str, Fraction]:
    """The share of what was spent that goes to each section of projects."""
    spent = sum(vote.projects[vote.position[name]].cost_pence for name in selected)
    shares = dict.fromkeys(sorted({project.section for project in vote.projects}), Fraction(0))
    for name in selected:
        project = vote.projects[vote.position[name]]
        shares[project.section] += Fraction(project.cost_pence, spent)
    return shares


def gini(vote: Instance, selected: Sequence[str]) -> Fraction:
    """The Gini coefficient of what voters get (cost of their own projects chosen): 0 all alike, towards 1 one has all.

    With amounts in ascending order, G = sum over voters of (2 rank - n - 1) amount / (n * total).
    """
    got, weight = approved_pence(vote, selected), vote.ballots.weight
    voters, below, above, total = vote.ballots.voters, 0, 0, 0
    for row in np.argsort(got, kind="stable"):
        count, amount = int(weight[row]), int(got[row])
        above += amount * count * (2 * below + count - voters)
        below += count
        total += amount * count
    return Fraction(above, voters * total) if total else Fraction(0)


def _worth(vote: Instance, selected: Sequence[str]) -> list[Fraction]:
    """For each ballot, an equal part of the cost of each of its chosen projects, summed over those."""
    part = {
        vote.position[name]: Fraction(vote.projects[vote.position[name]].cost_pence, vote.votes[vote.position[name]])
        for name in selected
        if vote.votes[vote.position[name]]
    }
    ballots = vote.ballots
    worth = [Fraction(0)] * len(ballots)
    for row, place, points in zip(ballots.row_of_entry(), ballots.project, ballots.points, strict=True):
        if points > 0 and int(place) in part:
            worth[row] += part[int(place)]
    return worth
