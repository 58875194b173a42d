"""What an outcome means for people: who is left out, where the money goes, how evenly it is spread. All exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.budgeting.instance import Instance, Integers
from causeway.engines.exact import BadInput

MOST_GROUPS = 1000


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


@dataclass(frozen=True, kw_only=True)
class Measures:
    """What an outcome means for everybody, for each group of voters asked for, and for each section of projects."""

    everybody: Satisfaction
    gini: Fraction
    sections: Mapping[str, Fraction]
    groups: Mapping[str, Satisfaction]


def measure(vote: Instance, selected: Sequence[str], *, by: str = "") -> Measures:
    """All measures in one; ``by`` names the column of the ballots' details that groups the voters.

    Raises:
        BadInput: the ballots do not say this of the voters.
    """
    return Measures(
        everybody=satisfaction(vote, selected)[""],
        gini=gini(vote, selected),
        sections=by_section(vote, selected),
        groups=satisfaction(vote, selected, by=by) if by else {},
    )


def satisfaction(vote: Instance, selected: Sequence[str], *, by: str = "") -> dict[str, Satisfaction]:
    """For each group of voters (a column of the ballots' details), or for all under the empty name.

    Raises:
        BadInput: the ballots do not say this of the voters.
    """
    ballots = vote.ballots
    column = ballots.details.get(by) if by else ("",) * len(ballots)
    if column is None:
        raise BadInput(f"The ballots do not say “{by}” of the voters.")
    names = sorted({*column} or {""})
    if len(names) > MOST_GROUPS:
        raise BadInput(f"“{by}” has {len(names)} different values, more than {MOST_GROUPS} groups.")
    number = {name: place for place, name in enumerate(names)}
    group = np.array([number[name] for name in column], dtype=np.int64)
    got, chosen = approved_pence(vote, selected), [vote.position[name] for name in selected]
    row, width = ballots.row_of_entry(), len(vote.projects)
    supporters = np.zeros((len(names), width), dtype=np.int64)
    np.add.at(supporters, (group[row], ballots.project), ballots.weight[row] * (ballots.points > 0))
    voters, excluded = np.zeros((2, len(names)), dtype=np.int64)
    np.add.at(voters, group, ballots.weight)
    np.add.at(excluded, group, ballots.weight * (got == 0))
    cost = {place: vote.projects[place].cost_pence for place in chosen}
    found = {}
    for name, place in number.items():
        people = {project: int(supporters[place, project]) for project in chosen if supporters[place, project]}
        approved = sum(cost[project] * number for project, number in people.items())
        worth = (Fraction(cost[project] * number, vote.votes[project]) for project, number in people.items())
        found[name] = Satisfaction(
            voters=int(voters[place]),
            excluded=int(excluded[place]),
            worth_pence=sum(worth, Fraction(0)),
            approved_pence=Fraction(approved, int(voters[place])) if voters[place] else Fraction(0),
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
    amounts, which = np.unique(approved_pence(vote, selected), return_inverse=True)
    counts = np.zeros(len(amounts), dtype=np.int64)
    np.add.at(counts, which, vote.ballots.weight)
    voters, below, above, total = vote.ballots.voters, 0, 0, 0
    for amount, count in zip(amounts.tolist(), counts.tolist(), strict=True):
        above += amount * count * (2 * below + count - voters)
        below += count
        total += amount * count
    return Fraction(above, voters * total) if total else Fraction(0)
