"""Findings as plain values for JSON. No participant is in it, and no sector that is withheld."""

from __future__ import annotations

from typing import Any

import numpy as np

from causeway.engines.opinion.findings import Findings, Sectors
from causeway.engines.opinion.intervals import LEVEL, Figure, share
from causeway.engines.opinion.representative import Representative

WITHHELD = "withheld"
MODERATED = {1: "accepted", 0: "not looked at", -1: "rejected"}


def as_plain(found: Findings) -> dict[str, Any]:
    """Every figure with its interval (a pair under the same name and ``_interval``); counts are whole numbers.

    ``consensus`` and ``bridging`` are numbers for every statement; ``enough_votes`` says whether they mean anything.
    ``components`` has a number for each of ``statement_results``, 0 for statements that were left out of the map.
    """
    analysis = found.analysis
    return {
        "version": found.version,
        "digest": found.digest,
        "participants": found.people,
        "statements": len(found.statements),
        "votes": found.votes,
        "level": LEVEL,
        "moderation": found.policy,
        "least_people": found.least_people,
        "groups_given": found.given,
        "groups": [
            {
                "id": name,
                "size": int(found.sizes[group]),
                "representative": [_representative(found, one) for one in found.representative[group]],
            }
            for group, name in enumerate(found.names)
        ],
        "in_no_group": found.people - int(found.sizes.sum()),
        "silhouette": round(analysis.grouping.silhouette, 6),
        "stability": None if analysis.stability is None else round(analysis.stability.mean, 6),
        "statement_results": _statements(found),
        "bridges": [
            {"statement": found.statements[place].id, "direction": direction(agreed)} for place, agreed in found.bridges
        ],
        "divides": [found.statements[place].id for place in found.divides],
        "components": _components(found),
        "component_shares": [float(share_) for share_ in analysis.components.shares],
        "sectors": [] if found.sectors is None else _sectors(found.sectors),
        "map": [
            {"group": found.names[crowd.group], "people": crowd.people, "x": crowd.x, "y": crowd.y}
            for crowd in found.crowds
        ],
    }


def direction(agreed: bool) -> str:
    """``agree`` or ``disagree``."""
    return "agree" if agreed else "disagree"


def _representative(found: Findings, one: Representative) -> dict[str, Any]:
    return {
        "statement": found.statements[one.statement].id,
        "direction": direction(one.agree),
        "votes": one.votes,
        "seen": one.seen,
        "share": one.share,
        "share_interval": [one.share_low, one.share_high],
        "share_z": one.share_z,
        "ratio": one.ratio,
        "ratio_interval": [one.ratio_low, one.ratio_high],
        "ratio_z": one.ratio_z,
        "best_agreed": one.best_agreed,
    }


def _statements(found: Findings) -> list[dict[str, Any]]:
    counts, figures = found.everybody, found.common
    shares = {"agree_share": share(counts.agrees[0], counts.seen[0])}
    shares["disagree_share"] = share(counts.disagrees[0], counts.seen[0])
    shares |= {"consensus": figures.consensus, "consensus_against": figures.consensus_against}
    shares |= {"bridging": figures.bridging, "bridging_against": figures.bridging_against, "gap": figures.gap}
    rows = []
    for place, statement in enumerate(found.statements):
        row: dict[str, Any] = {
            "id": statement.id,
            "text": statement.text if found.accepted[place] else None,
            "moderated": MODERATED[statement.moderated],
            "in_map": bool(found.accepted[place]),
            "agrees": int(counts.agrees[0, place]),
            "disagrees": int(counts.disagrees[0, place]),
            "seen": int(counts.seen[0, place]),
        }
        for name, figure in shares.items():
            row |= _figure(name, figure, place)
        row["enough_votes"] = bool(figures.enough[place])
        row["groups"] = {
            name: [
                int(part[group, place]) for part in (found.tallies.agrees, found.tallies.disagrees, found.tallies.seen)
            ]
            for group, name in enumerate(found.names)
        }
        row["ask_next"] = float(found.chances[place])
        if found.sectors is not None:
            row |= _of_sectors(found.sectors, place)
        rows.append(row)
    return rows


def _figure(name: str, figure: Figure, place: int) -> dict[str, Any]:
    return {
        name: float(figure.value[place]),
        f"{name}_interval": [float(figure.low[place]), float(figure.high[place])],
    }


def _of_sectors(sectors: Sectors, place: int) -> dict[str, Any]:
    """A statement's counts by sector; a cell that is withheld says so, and bridging is of the cells shown."""
    counts = sectors.tallies
    row: dict[str, Any] = {
        "sectors": {
            name: [int(part[sector, place]) for part in (counts.agrees, counts.disagrees, counts.seen)]
            if sectors.shown.cells[sector, place]
            else WITHHELD
            for sector, name in enumerate(sectors.names)
        }
    }
    for name, figure in (
        ("sector_bridging", sectors.bridging),
        ("sector_bridging_against", sectors.bridging_against),
    ):
        row |= _figure(name, figure, place) if sectors.enough[place] else {name: None, f"{name}_interval": None}
    return row


def _sectors(sectors: Sectors) -> list[dict[str, Any]]:
    return [
        {"name": name, "size": int(sectors.sizes[sector]) if sectors.shown.sectors[sector] else WITHHELD}
        for sector, name in enumerate(sectors.names)
    ]


def _components(found: Findings) -> list[list[float]]:
    loadings = found.analysis.components.loadings
    whole = np.zeros((len(loadings), len(found.accepted)))
    whole[:, found.accepted] = loadings
    lists: list[list[float]] = whole.tolist()
    return lists
