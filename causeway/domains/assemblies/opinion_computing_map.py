"""The groups that votes show, what they stand for, what bridges them, and the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from causeway.domains.assemblies.opinion_computing import DECIMALS, Figures, Gathered, figure
from causeway.domains.assemblies.opinion_computing_frame import steadied
from causeway.domains.assemblies.opinion_steps import FEWEST

if TYPE_CHECKING:
    from causeway.engines.opinion import Settings, Votes
    from causeway.engines.opinion.findings import Findings
    from causeway.engines.opinion.intervals import Figure

USUAL_VOTES = 7
LEAST_PLACED = 2 * FEWEST
"""Two groups are the least that make a map."""
MOST_LISTED = 20
MORE_THAN_HALF = 0.5


def least_votes(votes: Votes) -> int:
    """How many votes place somebody: ``USUAL_VOTES``, or fewer where that leaves out a few people only, whose votes
    everybody’s less the groups’ would tell. 0 where too few can be placed to make a map.
    """
    voted = votes.seen[votes.seen > 0]
    for least in range(max(1, min(USUAL_VOTES, votes.shape[1])), 0, -1):
        left = int((voted < least).sum())
        if left == 0 or left >= FEWEST:
            return least if len(voted) - left >= LEAST_PLACED else 0
    return 0


def map_of(
    votes: Votes, gathered: Gathered, hands: Mapping[int, Sequence[int]], enough: int, before: Figures | None
) -> Figures:
    """All that is said of groups. A statement has figures by group once ``FEWEST`` of every group have voted on it."""
    import numpy as np

    found, settings = _found(votes, gathered, enough)
    found, frame = steadied(found, votes, settings, before and before["frame"])
    known = found.common.enough & (found.tallies.seen >= FEWEST).all(axis=0)
    numbers = [int(statement.id) for statement in found.statements]
    bridging = _bridging(found, hands, numbers)
    bridges = _bridges(bridging, known)
    divides = [place for place in found.divides if known[place] and len(found.names) > 1]
    unsure = sorted(np.flatnonzero(~known).tolist(), key=lambda place: (-found.chances[place], place))
    stability = found.analysis.stability
    return {
        "digest": found.digest,
        "asked": _asked(settings),
        "placed": int(found.sizes.sum()),
        "least_votes": enough,
        "silhouette": round(found.analysis.grouping.silhouette, DECIMALS),
        "stability": None if stability is None else round(stability.mean, DECIMALS),
        "explains": [round(float(one), DECIMALS) for one in found.analysis.components.shares],
        "groups": [
            {"name": name, "people": int(found.sizes[group]), "stands_for": _stands_for(found, group, known, numbers)}
            for group, name in enumerate(found.names)
        ],
        "counts": {str(numbers[place]): _by_group(found, bridging, place) for place in np.flatnonzero(known).tolist()},
        "bridges": [[numbers[place], side] for place, side in bridges],
        "divides": [numbers[place] for place in divides],
        "unsure": [numbers[place] for place in unsure],
        "ends": _ends(found, numbers),
        "frame": frame,
        **_pictured(found, [*(place for place, _ in bridges[:MOST_LISTED]), *divides[:MOST_LISTED]], numbers),
    }


def _found(votes: Votes, gathered: Gathered, enough: int) -> tuple[Findings, Settings]:
    """As many groups as the votes show, or fewer, so that none has less than ``FEWEST`` people: everybody less the
    other groups would describe it.
    """
    from causeway.engines.opinion import Conversation, Settings, Statement, find

    statements = tuple(Statement(number, gathered.texts.get(number, ""), 1) for number in votes.statements.tolist())
    conversation = Conversation(votes, statements, summary={"topic": gathered.topic})
    settings = Settings(least_votes=enough)
    found = find(conversation, settings=settings, least_people=FEWEST)
    while len(found.names) > 1 and found.sizes.min() < FEWEST:
        settings = replace(settings, count=len(found.names) - 1)
        found = find(conversation, settings=settings, least_people=FEWEST)
    return found, settings


def _asked(settings: Settings) -> str:
    """What the command line is asked, for the same map of the same votes."""
    least = "" if settings.least_votes == USUAL_VOTES else f" --least-votes {settings.least_votes}"
    return least + ("" if settings.count is None else f" --group-count {settings.count}")


def _bridging(found: Findings, hands: Mapping[int, Sequence[int]], numbers: Sequence[int]) -> dict[str, Figure]:
    """The least of the shares who agree, and who disagree: of every group, and of tables where hands were counted."""
    import numpy as np

    from causeway.engines.opinion.intervals import least

    at_tables = np.array([hands.get(number, (0, 0, 0)) for number in numbers], np.int64).reshape(-1, 3).T
    seen = np.vstack([found.tallies.seen, at_tables[2]])
    counted = np.vstack([np.ones(found.tallies.seen.shape, bool), at_tables[2] > 0])
    parts = {"agree": found.tallies.agrees, "disagree": found.tallies.disagrees}
    return {
        side: least(np.vstack([part, at_tables[row]]), seen, counted=counted)
        for row, (side, part) in enumerate(parts.items())
    }


def _bridges(bridging: Mapping[str, Figure], known: Any) -> list[tuple[int, str]]:
    """The statements on which every group, and the tables, are surely of one mind: surest first."""
    import numpy as np

    sure = [
        (-float(figure_.low[place]), int(place), side)
        for side, figure_ in bridging.items()
        for place in np.flatnonzero(known & (figure_.low > MORE_THAN_HALF))
    ]
    return [(place, side) for _low, place, side in sorted(sure)]


def _by_group(found: Findings, bridging: Mapping[str, Figure], place: int) -> Figures:
    """The counts of every group on a statement, and what follows from them."""
    counts = found.tallies
    return {
        "of": {
            name: [int(part[group, place]) for part in (counts.agrees, counts.disagrees, counts.seen)]
            for group, name in enumerate(found.names)
        },
        "agree": figure(bridging["agree"], place),
        "disagree": figure(bridging["disagree"], place),
        "gap": figure(found.common.gap, place),
    }


def _stands_for(found: Findings, group: int, known: Any, numbers: Sequence[int]) -> list[Figures]:
    """What a group stands for, of the statements on which every group has voted enough."""
    return [
        {
            "statement": numbers[one.statement],
            "side": "agree" if one.agree else "disagree",
            "votes": one.votes,
            "seen": one.seen,
            "share": [round(value, DECIMALS) for value in (one.share, one.share_low, one.share_high)],
            "times": [round(value, DECIMALS) for value in (one.ratio, one.ratio_low, one.ratio_high)],
        }
        for one in found.representative[group]
        if known[one.statement] and len(found.names) > 1
    ]


def _ends(found: Findings, numbers: Sequence[int]) -> dict[str, int]:
    """The statements that pull hardest to the right and to the left."""
    right = found.analysis.components.loadings[0]
    ends = (("right", int(right.argmax()), 1), ("left", int(right.argmin()), -1))
    return {side: numbers[place] for side, place, sign in ends if right[place] * sign > 0}


def _pictured(found: Findings, places: Iterable[int], numbers: Sequence[int]) -> Figures:
    """The map as a drawing with its key and its table, and a strip for each of these statements."""
    from causeway.engines.opinion.report.picture import key, picture
    from causeway.engines.opinion.report.strip import strip

    return {
        "picture": picture(found),
        "key": key(found),
        "strips": {str(numbers[place]): strip(found, place) for place in places},
        "crowds": [[found.names[one.group], one.people, one.x, one.y] for one in found.crowds],
    }
