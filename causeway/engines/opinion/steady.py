"""A map that stays put while votes arrive.

Each update is the full computation on all votes, to the last bit of groups and distances: only the moments are kept and
changed by the people who voted. Then the map is turned so that its axes point as before, and groups keep their names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from causeway.engines.opinion.agreement import contingency
from causeway.engines.opinion.analysis import Analysis, Settings, drawn_up, group_names
from causeway.engines.opinion.components import components
from causeway.engines.opinion.joining import alike, overlaid, relabelled
from causeway.engines.opinion.moments import Moments, moments
from causeway.engines.opinion.votes import Floats, Integers, Positions, Votes, places


@dataclass(frozen=True, eq=False)
class Steady:
    """A map that is kept up to date: the votes so far, their moments, the analysis, and the names given so far."""

    votes: Votes
    moments: Moments
    analysis: Analysis
    given: tuple[str, ...]


def begin(votes: Votes, settings: Settings | None = None) -> Steady:
    """The first map; ``update`` carries it on. For up to some 2,500 statements."""
    summary = moments(votes)
    analysis = drawn_up(votes, settings or Settings(), components(summary))
    return Steady(votes, summary, analysis, analysis.names)


def update(before: Steady, fresh: Votes) -> Steady:
    """The map with these votes as well, which are later than those before; people and statements may be new.

    Moments take time with the people in ``fresh``, all else with all votes.
    """
    votes = overlaid(before.votes, fresh)
    old = relabelled(before.votes, votes)
    voted = alike(fresh.participants, votes.participants)
    gone = moments(old.of(np.isin(old.participants, voted)))
    come = moments(votes.of(np.isin(votes.participants, voted)))
    place = places(votes.statements, alike(before.votes.statements, votes.statements))
    summary = spread_out(before.moments, place, votes.shape[1]) - gone + come
    analysis = turned(drawn_up(votes, before.analysis.settings, components(summary)), before.analysis)
    names = kept_names(analysis, before)
    given = (*before.given, *(name for name in names if name not in before.given))
    return Steady(votes, summary, replace(analysis, names=names), given)


def spread_out(summary: Moments, place: Positions, size: int) -> Moments:
    """Moments on more statements: ``place`` says where each of theirs stands among the ``size``."""
    wide = np.zeros((3, size, size), np.int64)
    for kept, share in zip(wide, (summary.products, summary.crossed, summary.both), strict=True):
        kept[place[:, None], place[None, :]] = share
    return Moments(summary.people, *wide)


def turned(analysis: Analysis, before: Analysis) -> Analysis:
    """The same analysis with axes swapped and mirrored so that they point as those before did.

    Of all swaps and mirrorings, the one whose loadings agree most on the statements that both have.
    """
    both, here, there = np.intersect1d(
        analysis.statements, alike(before.statements, analysis.statements), return_indices=True
    )
    if not len(both):
        return analysis
    found = analysis.components
    order, signs = turn_between(before.components.loadings[:, there], found.loadings[:, here])
    return replace(
        analysis,
        components=replace(found, loadings=found.loadings[order] * signs[:, None], variances=found.variances[order]),
        coordinates=analysis.coordinates[:, order] * signs,
        grouping=replace(analysis.grouping, centres=analysis.grouping.centres[:, order] * signs),
    )


def turn_between(earlier: Floats, now: Floats) -> tuple[Integers, Floats]:
    """Which of the axes now takes each earlier one’s place, and whether it is mirrored (−1), by their loadings on the
    same statements (axes x statements).
    """
    from scipy.optimize import linear_sum_assignment

    likeness = earlier @ now.T
    order: Integers = linear_sum_assignment(np.abs(likeness), maximize=True)[1]
    return order, np.where(likeness[np.arange(len(order)), order] < 0, -1.0, 1.0)


def kept_names(analysis: Analysis, before: Steady) -> tuple[str, ...]:
    """The groups' names: a group that holds at least half of an earlier one, or half of whose people come from it,
    keeps its name; pairs are chosen so that most people stay under their name. Others get a name never given before.
    """
    _, now, then = np.intersect1d(
        analysis.participants, alike(before.votes.participants, analysis.participants), return_indices=True
    )
    table = contingency(
        before.analysis.groups[then], analysis.groups[now], shape=(len(before.analysis.names), len(analysis.names))
    )
    return names_kept(table, before.analysis.names, before.given)


def names_kept(table: Integers, names: Sequence[str], given: Collection[str]) -> tuple[str, ...]:
    """The names of the groups now, from how many people are in each pair of an earlier group (``names``) and one now.

    ``given`` are all names that were ever given.
    """
    from scipy.optimize import linear_sum_assignment

    enough = 2 * table >= np.minimum(table.sum(axis=1)[:, None], table.sum(axis=0)[None, :])
    kept: dict[int, str] = {}
    for old, new in zip(*linear_sum_assignment(np.where(enough, table, 0), maximize=True), strict=True):
        if table[old, new] and enough[old, new]:
            kept[int(new)] = names[old]
    fresh = (name for name in group_names() if name not in given)
    return tuple(kept.get(number) or next(fresh) for number in range(table.shape[1]))
