"""A map that stays put: its axes point as before, and its groups keep their names.

No person’s place or group is kept for that: everybody is put on the earlier map once more, by its frame.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from causeway.domains.assemblies.opinion_computing import DECIMALS, Figures

if TYPE_CHECKING:
    from causeway.engines.opinion import Components, Grouping, Settings, Votes
    from causeway.engines.opinion.findings import Findings


def steadied(found: Findings, votes: Votes, settings: Settings, before: Figures | None) -> tuple[Findings, Figures]:
    """The same findings, turned and named after the earlier frame, and their own frame."""
    import numpy as np

    from causeway.engines.opinion.agreement import contingency
    from causeway.engines.opinion.steady import names_kept, turn_between

    components, grouping, given = found.analysis.components, found.analysis.grouping, list(found.names)
    if before is not None:
        earlier, earlier_groups = _of_frame(before, votes)
        order, signs = turn_between(earlier.loadings, components.loadings)
        table = contingency(
            _groups(votes, earlier, earlier_groups, settings.least_votes),
            _groups(votes, components, grouping, settings.least_votes),
            shape=(len(earlier_groups), len(grouping)),
        )
        names = names_kept(table, before["names"], before["given"])
        given = [*before["given"], *(name for name in names if name not in before["given"])]
        components = replace(
            components, loadings=components.loadings[order] * signs[:, None], variances=components.variances[order]
        )
        grouping = replace(grouping, centres=grouping.centres[:, order] * signs)
        analysis = replace(found.analysis, components=components, grouping=grouping)
        found = replace(found, names=names, analysis=analysis, crowds=_turned(found, order, signs))
    frame = {
        "statements": votes.statements.tolist(),
        "loadings": np.round(components.loadings, DECIMALS).tolist(),
        "means": np.round(components.means, DECIMALS).tolist(),
        "centres": np.round(grouping.centres, DECIMALS).tolist(),
        "names": list(found.names),
        "given": given,
    }
    return found, frame


def _of_frame(frame: Figures, votes: Votes) -> tuple[Components, Grouping]:
    """The earlier map on the statements of these votes; a statement that it did not have pulls nobody."""
    import numpy as np

    from causeway.engines.opinion import Components, Grouping

    place = {number: column for column, number in enumerate(frame["statements"])}
    there = [place.get(number, -1) for number in votes.statements.tolist()]
    loadings, means = np.array(frame["loadings"]), np.array(frame["means"])
    padded = np.hstack([loadings, np.zeros((len(loadings), 1))]), np.append(means, 0.0)
    components = Components(padded[0][:, there], padded[1][there], np.zeros(len(loadings)), 0.0, 0, 0)
    return components, Grouping(np.array(frame["centres"]), {})


def groups_by(frame: Figures, votes: Votes, least_votes: int) -> Any:
    """Everybody’s group on the map of this frame, from 0, or −1 for those who are not on it."""
    components, grouping = _of_frame(frame, votes)
    return _groups(votes, components, grouping, least_votes)


def _groups(votes: Votes, components: Components, grouping: Grouping, least_votes: int) -> Any:
    from causeway.engines.opinion.groups import assign, in_picture
    from causeway.engines.opinion.projection import coordinates

    return assign(coordinates(votes, components), in_picture(votes, least=least_votes), grouping)


def _turned(found: Findings, order: Any, signs: Any) -> Any:
    """The crowds on the turned axes."""
    across, up = order.tolist()
    ways = [(one.x, one.y) for one in found.crowds]
    return tuple(
        replace(one, x=way[across] * float(signs[0]) + 0.0, y=way[up] * float(signs[1]) + 0.0)
        for one, way in zip(found.crowds, ways, strict=True)
    )
