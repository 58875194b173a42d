"""What was voted on: projects with their costs, a budget, and the ballots.

Money is a whole number of pence (hundredths of the currency unit). Ballots are kept in compressed rows: the projects of
voter ``i`` are ``project[start[i]:start[i + 1]]``, ascending, with as many ``points``. An approval is one point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from causeway.engines.exact import BadInput

Integers = NDArray[np.int64]

MOST_PENCE = 10**15
MOST_WEIGHT = 10**9
MOST_POINTS = 10**6
APPROVALS = frozenset({"approval", "choose-1"})
VOTE_TYPES = frozenset({*APPROVALS, "cumulative", "scoring", "ordinal"})


@dataclass(frozen=True, kw_only=True)
class Project:
    """Something that the budget could pay for; ``section`` is the part of the town or union that it belongs to."""

    id: str
    cost_pence: int
    name: str = ""
    section: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, eq=False)
class Ballots:
    """Everybody's ballots in compressed rows. ``weight`` is how many voters cast that ballot.

    ``details`` has a column of text for each thing known of the voters (age, sex, district), ``names`` their numbers in
    the file.
    """

    start: Integers
    project: Integers
    points: Integers
    weight: Integers
    names: tuple[str, ...] = ()
    details: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, ballots: Iterable[Mapping[int, int]], weights: Iterable[int] | None = None) -> Ballots:
        """From one mapping a voter: position of the project -> points."""
        rows = [sorted(ballot.items()) for ballot in ballots]
        counts = np.array([0, *map(len, rows)], dtype=np.int64)
        flat = [pair for row in rows for pair in row]
        return cls(
            start=np.cumsum(counts),
            project=np.array([project for project, _ in flat], dtype=np.int64),
            points=np.array([points for _, points in flat], dtype=np.int64),
            weight=np.ones(len(rows), dtype=np.int64) if weights is None else np.array(list(weights), dtype=np.int64),
        )

    def __len__(self) -> int:
        return len(self.weight)

    @property
    def voters(self) -> int:
        """How many people voted."""
        return int(self.weight.sum())

    def row_of_entry(self) -> Integers:
        """For each entry of ``project``, the row in which it stands."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.start))


@dataclass(frozen=True, kw_only=True, eq=False)
class Instance:
    """A vote on a budget. ``conflicts`` are pairs of project positions of which at most one may be chosen.

    Raises ``BadInput`` where costs, weights or points are out of bounds or a position does not exist.
    """

    projects: tuple[Project, ...]
    budget_pence: int
    ballots: Ballots
    vote_type: str = "approval"
    conflicts: frozenset[tuple[int, int]] = frozenset()
    meta: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check(self)

    @cached_property
    def votes(self) -> list[int]:
        """For each project, how many voters put it on their ballot (in score ballots: with more than no points)."""
        ballots = self.ballots
        weight = ballots.weight[ballots.row_of_entry()] * (ballots.points > 0)
        return _totals(ballots.project, weight, len(self.projects))

    @cached_property
    def scores(self) -> list[int]:
        """For each project, the sum of its points."""
        ballots = self.ballots
        weight = ballots.weight[ballots.row_of_entry()] * ballots.points
        return _totals(ballots.project, weight, len(self.projects))

    @property
    def strength(self) -> list[int]:
        """What a greedy rule compares: votes where ballots approve, points where they give points."""
        return self.votes if self.vote_type in APPROVALS else self.scores

    @cached_property
    def rivals(self) -> dict[int, frozenset[int]]:
        """For each project in a conflict, those that it excludes."""
        found: dict[int, set[int]] = {}
        for one, other in self.conflicts:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {project: frozenset(others) for project, others in found.items()}

    def with_costs(self, costs_pence: Mapping[str, int]) -> Instance:
        """The same vote with some costs changed, by project id."""
        unknown = [name for name in costs_pence if name not in self.position]
        if unknown:
            raise BadInput(f"There is no project “{unknown[0]}”.")
        projects = tuple(
            replace(project, cost_pence=costs_pence.get(project.id, project.cost_pence)) for project in self.projects
        )
        return replace(self, projects=projects)

    @cached_property
    def position(self) -> dict[str, int]:
        """Project id -> position."""
        return {project.id: place for place, project in enumerate(self.projects)}


def instance(
    costs: Mapping[str, int],
    ballots: Sequence[Iterable[str] | Mapping[str, int]],
    *,
    budget_pence: int,
    vote_type: str = "",
    weights: Iterable[int] | None = None,
    conflicts: Iterable[tuple[str, str]] = (),
    sections: Mapping[str, str] | None = None,
) -> Instance:
    """An instance from plain values: costs in pence by id, and for each voter the ids approved, or points by id.

    >>> vote = instance({"a": 600, "b": 400}, [["a"], ["a", "b"]], budget_pence=1000)
    >>> vote.votes
    [2, 1]
    """
    place = {name: position for position, name in enumerate(costs)}
    given_points = any(isinstance(ballot, Mapping) for ballot in ballots)
    rows = [ballot if isinstance(ballot, Mapping) else dict.fromkeys(ballot, 1) for ballot in ballots]
    try:
        numbered = [{place[name]: points for name, points in row.items()} for row in rows]
        pairs = frozenset((place[one], place[other]) for one, other in conflicts)
    except KeyError as missing:
        raise BadInput(f"There is no project {missing.args[0]!r}.") from missing
    part = sections or {}
    return Instance(
        projects=tuple(Project(id=name, cost_pence=cost, section=part.get(name, "")) for name, cost in costs.items()),
        budget_pence=budget_pence,
        ballots=Ballots.of(numbered, weights),
        vote_type=vote_type or ("scoring" if given_points else "approval"),
        conflicts=pairs,
    )


def check(vote: Instance) -> None:
    """Refuse what no rule could work with."""
    ballots, projects = vote.ballots, vote.projects
    if not 0 <= vote.budget_pence <= MOST_PENCE:
        raise BadInput(f"The budget must lie between 0 and {MOST_PENCE} pence.")
    for project in projects:
        if not 0 < project.cost_pence <= MOST_PENCE:
            raise BadInput(f"The cost of project {project.id} must be more than 0 and at most {MOST_PENCE} pence.")
    if len(vote.position) != len(projects):
        raise BadInput("Two projects have the same id.")
    if vote.vote_type not in VOTE_TYPES:
        raise BadInput(f"“{vote.vote_type}” is not a kind of ballot; known are {', '.join(sorted(VOTE_TYPES))}.")
    if len(ballots.project) and not 0 <= int(ballots.project.min()) <= int(ballots.project.max()) < len(projects):
        raise BadInput("A ballot names a project that does not exist.")
    if len(ballots) and (int(ballots.weight.min()) < 1 or ballots.voters > MOST_WEIGHT):
        raise BadInput(f"Each ballot needs a weight of at least 1, and all together at most {MOST_WEIGHT}.")
    if len(ballots.points) and int(np.abs(ballots.points).max()) > MOST_POINTS:
        raise BadInput(f"Points must lie between -{MOST_POINTS} and {MOST_POINTS}.")
    for one, other in vote.conflicts:
        if one == other or not (0 <= one < len(projects) and 0 <= other < len(projects)):
            raise BadInput("A conflict must name two different projects that exist.")


def _totals(project: Integers, weight: Integers, projects: int) -> list[int]:
    """Sums of whole numbers by project, exactly."""
    totals = np.zeros(projects, dtype=np.int64)
    np.add.at(totals, project, weight)
    return [int(total) for total in totals]
