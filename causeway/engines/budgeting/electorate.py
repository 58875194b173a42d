"""The ballots made ready for a rule: identical ones merged, in an order that does not depend on the file's."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from causeway.engines.budgeting.instance import Instance, Integers
from causeway.engines.budgeting.result import Rules
from causeway.engines.exact import BadInput, canonical_json, digest_of, fraction_string


@dataclass(frozen=True, kw_only=True, eq=False)
class Electorate:
    """Distinct ballots in canonical order, ``weight`` voters each, with the section of those voters.

    ``start``, ``project``, ``points`` are compressed rows of what each ballot supports (points above zero);
    ``supporters[p]`` are the rows that support project ``p`` and ``given[p]`` their points.
    """

    weight: Integers
    section: Integers
    sections: tuple[str, ...]
    start: Integers
    project: Integers
    points: Integers
    supporters: tuple[Integers, ...]
    given: tuple[Integers, ...]
    fingerprint: bytes

    @property
    def voters(self) -> int:
        """How many people voted."""
        return int(self.weight.sum())

    def entries(self, rows: Integers) -> tuple[Integers, Integers]:
        """Where in ``project`` the entries of these rows stand, one row after the other, and how many each has."""
        lengths = self.start[rows + 1] - self.start[rows]
        skip = np.repeat(self.start[rows] - np.cumsum(lengths) + lengths, lengths)
        return skip + np.arange(len(skip)), lengths


def merge(vote: Instance, voter_section: str = "") -> Electorate:
    """Merge identical ballots of voters of the same section.

    ``voter_section`` names the column of the ballots' details to take sections from.
    """
    ballots = vote.ballots
    sections, section = _sections(vote, voter_section)
    row = ballots.row_of_entry()
    lengths = np.diff(ballots.start)
    width = int(lengths.max(initial=0))
    column = np.arange(len(row)) - np.repeat(ballots.start[:-1], lengths)
    table = np.zeros((len(ballots), 1 + 2 * width), dtype=">i4")
    table[:, 0] = section
    table[row, 1 + column] = ballots.project + 1
    table[row, 1 + width + column] = ballots.points
    first, inverse = _distinct(table)
    weight = np.zeros(len(first), dtype=np.int64)
    np.add.at(weight, inverse, ballots.weight)
    return _compressed(vote, table[first], width, weight, sections)


def digest(vote: Instance, rules: Rules, electorate: Electorate) -> str:
    """A SHA-256 of what was counted and how: the same for the same votes in any order, on any machine."""
    head: dict[str, Any] = {
        "projects": [[project.id, project.cost_pence, project.section] for project in vote.projects],
        "budget_pence": vote.budget_pence,
        "vote_type": vote.vote_type,
        "conflicts": sorted([min(pair), max(pair)] for pair in vote.conflicts),
        "sections": electorate.sections,
        "rules": {**asdict(rules), "shares": {name: fraction_string(share) for name, share in rules.shares.items()}},
    }
    return digest_of([canonical_json(head), electorate.fingerprint])


def _sections(vote: Instance, column: str) -> tuple[tuple[str, ...], Integers]:
    ballots = vote.ballots
    if not column:
        return ("",), np.zeros(len(ballots), dtype=np.int64)
    values = ballots.details.get(column)
    if values is None:
        raise BadInput(f"The ballots do not say “{column}” of the voters.")
    names = tuple(sorted(set(values)))
    place = {name: number for number, name in enumerate(names)}
    return names, np.array([place[value] for value in values], dtype=np.int64)


def _distinct(table: NDArray[Any]) -> tuple[Integers, Integers]:
    """First position of each distinct row, rows in ascending order, and for each row its number among these."""
    if not len(table):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    whole = np.ascontiguousarray(table).view(np.dtype((np.void, table.dtype.itemsize * table.shape[1]))).ravel()
    _, first, inverse = np.unique(whole, return_index=True, return_inverse=True)
    return first, inverse.ravel()


def _compressed(
    vote: Instance, table: NDArray[Any], width: int, weight: Integers, sections: Sequence[str]
) -> Electorate:
    projects = table[:, 1 : 1 + width].astype(np.int64)
    points = table[:, 1 + width :].astype(np.int64)
    counted = (projects > 0) & (points > 0)
    rows, columns = np.nonzero(counted)
    project, given = projects[rows, columns] - 1, points[rows, columns]
    by_project = np.argsort(project, kind="stable")
    cuts = np.searchsorted(project[by_project], np.arange(1, len(vote.projects)))
    start = np.concatenate([[0], np.cumsum(counted.sum(axis=1))]).astype(np.int64)
    canonical = f"{table.shape} ".encode() + table.tobytes() + weight.astype(">i8").tobytes()
    return Electorate(
        weight=weight,
        section=table[:, 0].astype(np.int64),
        sections=tuple(sections),
        start=start,
        project=project,
        points=given,
        supporters=tuple(np.split(rows[by_project], cuts))[: len(vote.projects)],
        given=tuple(np.split(given[by_project], cuts))[: len(vote.projects)],
        fingerprint=hashlib.sha256(canonical).digest(),
    )
