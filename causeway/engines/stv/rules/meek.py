"""Meek's method: surpluses go to every later preference in due proportion, as if the excluded had never stood.

I. D. Hill, B. A. Wichmann and D. R. Woodall, “Algorithm 123: Single transferable vote by Meek's method”, Computer
Journal 30 (1987); numbers and stopping rule as in New Zealand's Local Electoral Regulations 2001, schedule 1A: nine
decimal places, keep values and shares rounded up, surpluses shared until together they are below 0.0001. Ties by the
first stage at which the tied differed (its “ahead at first difference”), then by the order declared before the count.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from causeway.engines.stv.ballots import Ballots, Numbers
from causeway.engines.stv.counting import Table

UNIT = 10**9
LITTLE = 10**5  # 0.0001 in billionths
POINT = "the first stage at which they differed"


def count_meek(table: Table) -> None:
    """Drive the table to the end."""
    keep = [UNIT if place in table.hopeful else 0 for place in range(len(table.names))]
    _distribute(table, Paths.of(table.ballots, keep, table.hopeful), keep)
    table.close_stage("first-preferences", keep_values=_shown(keep))
    spent = False
    while table.vacancies and table.hopeful:
        table.mark_point()
        if not spent and not table.screen.doomed and _surplus(table) >= LITTLE:
            of = tuple(place for place in table.winners if table.votes[place] > table.quota)
            keeps = "keeps" if len(of) == 1 else "keep"
            table.note(f"{table.list_names(of)} {keeps} as much of each paper as makes a quota; the rest moves on.")
            _share_surpluses(table, keep)
            spent = True
            table.close_stage("surpluses", of, keep_values=_shown(keep))
        else:
            place = table.lowest(table.points, POINT)
            table.exclude(place)
            keep[place] = 0
            _distribute(table, Paths.of(table.ballots, keep, table.hopeful), keep)
            spent = False
            table.close_stage("exclusion", [place], keep_values=_shown(keep))


def _share_surpluses(table: Table, keep: list[int]) -> None:
    """Lower the keep values until the surpluses are below 0.0001, or can fall no further, or all places are filled."""
    winners: list[int] = []
    while table.vacancies and _surplus(table) >= LITTLE:
        if winners != table.winners:
            winners = list(table.winners)
            paths = Paths.of(table.ballots, keep, table.hopeful)
        before = list(keep)
        for place in winners:
            votes, quota = int(table.votes[place]), int(table.quota)
            if votes > quota:
                keep[place] = min(keep[place], -(-keep[place] * quota // votes))
        if keep == before:
            return
        _distribute(table, paths, keep)


def _surplus(table: Table) -> int:
    return sum(max(0, int(table.votes[place] - table.quota)) for place in table.winners)


def _distribute(table: Table, paths: Paths, keep: list[int]) -> None:
    """Share every paper out by the keep values, set the quota anew, and elect whoever has it."""
    votes = paths.votes(keep)
    table.votes = list(votes)
    table.non_transferable = table.valid - sum(votes)
    table.quota = (table.valid - table.non_transferable) // (table.seats + 1) + 1
    table.elect_those_at(table.quota)
    table.fill_last_places()


def _shown(keep: list[int]) -> tuple[Fraction, ...]:
    return tuple(Fraction(value, UNIT) for value in keep)


@dataclass(frozen=True, eq=False)
class Paths:
    """Papers grouped by what still matters of them: the elected in turn, up to the first hopeful candidate.

    A million papers make a few thousand paths at most, so that sharing them out a hundred times costs nothing.
    ``steps[k]`` is each path's candidate ``k`` (number from 1; 0: the paper has ended).
    """

    steps: list[npt.NDArray[np.intp]]
    weights: Numbers

    @classmethod
    def of(cls, ballots: Ballots, keep: list[int], hopeful: Collection[int]) -> Paths:
        """Group the papers; the excluded (keep value 0) are passed over."""
        size = len(keep) + 1
        gone = np.array([False, *(value == 0 for value in keep)])
        ends = np.array([True, *(place in hopeful for place in range(len(keep)))])
        flat, count = np.ascontiguousarray(ballots.preferences).reshape(-1), len(ballots)
        rows, at = np.arange(count), np.zeros(count, np.intp)
        group = np.zeros(count, np.intp)
        prefixes: list[tuple[int, ...]] = [()]
        ended: list[tuple[tuple[int, ...], int]] = []
        while len(rows):
            holder = flat[at * count + rows].astype(np.intp)
            passed = np.flatnonzero(gone[holder])
            while len(passed):
                at[passed] += 1
                holder[passed] = flat[at[passed] * count + rows[passed]]
                passed = passed[gone[holder[passed]]]
            code = group * size + holder
            papers = np.bincount(code, weights=ballots.weights[rows])  # whole numbers below 2**53: exact
            present = np.flatnonzero(np.bincount(code))
            number = np.zeros(len(papers), np.intp)
            grown: list[tuple[int, ...]] = []
            for one in present.tolist():
                path = (*prefixes[one // size], one % size)
                if ends[one % size]:
                    ended.append((path, int(papers[one])))
                else:
                    number[one] = len(grown)
                    grown.append(path)
            going = np.flatnonzero(~ends[holder])
            rows, at, group = rows[going], at[going] + 1, number[code[going]]
            prefixes = grown
        longest = max((len(path) for path, _ in ended), default=0)
        steps = [np.array([path[k] if k < len(path) else 0 for path, _ in ended], np.intp) for k in range(longest)]
        return cls(steps, np.array([papers for _, papers in ended], np.int64))

    def votes(self, keep: list[int]) -> list[int]:
        """Everybody's votes in billionths: each candidate keeps their part of what reaches them, rounded up."""
        kept = np.array([0, *keep], np.int64)
        votes = np.zeros(len(kept), np.int64)
        left = np.full(len(self.weights), UNIT, np.int64)
        for step in self.steps:
            share = -(-left * kept[step] // UNIT)
            np.add.at(votes, step, share * self.weights)
            left -= share
        result: list[int] = votes[1:].tolist()
        return result
