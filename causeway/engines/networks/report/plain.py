"""Findings as plain values for JSON. Shares and indexes are rounded to six places."""

from __future__ import annotations

from typing import Any

from causeway.engines.networks.chance import Figure
from causeway.engines.networks.measuring import Findings
from causeway.engines.networks.mixing import Capital
from causeway.engines.networks.network import Network
from causeway.engines.networks.report.picture import Picture

PLACES = 6


def as_plain(found: Findings, picture: Picture) -> dict[str, Any]:
    """All measures, and the places of the picture, which a later picture can start from."""
    network, held, support = found.network, found.holding, found.reciprocity
    return {
        "version": found.version,
        "digest": found.digest,
        "seed": found.lots.seed,
        "draws": found.lots.draws,
        "rewirings": found.lots.rewirings,
        "organisations": _organisations(found),
        "ties": len(network.ties),
        "pairs": found.pairs,
        "many_sided_pairs": found.many_sided,
        "parts": list(held.parts),
        "layers": [
            {"name": one.name, "ties": one.ties, "pairs": one.pairs, "ei": figure(one.ei)} for one in found.layers
        ],
        "overlaps": [
            {"layers": [one.one, one.other], "shared": one.shared, "either": one.either, "share": figure(one.share)}
            for one in found.overlaps
        ],
        "reciprocity": {
            "directed_ties": support.arcs,
            "returned": support.returned,
            "rho": figure(support.rho),
            "weight_returned": figure(support.weighted),
            "one_sided": [
                {"giver": one.giver, "receiver": one.receiver, "given": one.given / 100, "returned": one.returned / 100}
                for one in support.one_sided
            ],
        },
        "ei": figure(found.ei),
        "assortativity": figure(found.assortativity),
        **{name: _capital(one) for name, one in found.capital.items()},
        "brokerage": {
            "pairs": found.brokerage.pairs,
            "roles": [
                {
                    "organisation": one.name,
                    "role": one.role,
                    "pairs": one.pairs,
                    "expected": round(one.expected, PLACES),
                    "p": _rounded(one.p),
                }
                for one in found.brokerage.brokers
            ],
        },
        "losses": [{"organisation": one.name, "cut_off": [list(piece) for piece in one.pieces]} for one in held.losses],
        "cut_points": figure(held.cut_points),
        "deepest_core": figure(held.deepest_core),
        "kinds": [
            {
                "kind": one.kind,
                "organisations": one.organisations,
                "betweenness": figure(one.between),
                "core": figure(one.core),
            }
            for one in held.by_kind
        ],
        "picture": picture_as_plain(picture),
    }


def picture_as_plain(picture: Picture) -> dict[str, Any]:
    """Where everybody stands, and the order in which kinds were given their shapes."""
    return {"kinds": list(picture.kinds), "places": {name: list(point) for name, point in picture.places.items()}}


def figure(one: Figure) -> dict[str, Any]:
    """A measure with its test; what is not known is null."""
    return {
        "value": _rounded(one.value),
        "sample": one.sample,
        "unit": one.unit,
        "verdict": one.verdict,
        "expected": _rounded(one.expected),
        "p": _rounded(one.p),
        "chance": one.chance,
        "draws": one.draws,
    }


def _organisations(found: Findings) -> list[dict[str, Any]]:
    network: Network = found.network
    contacts = network.contacts()
    return [
        {
            "name": one.name,
            "kind": one.kind or None,
            "power": one.power,
            "contacts": contacts.degree(one.name),
            "betweenness": round(found.holding.standing[one.name].between, PLACES),
            "core": found.holding.standing[one.name].core,
        }
        for one in network.organisations
    ]


def _capital(one: Capital) -> dict[str, Any]:
    return {"tied": one.tied, "possible": one.possible, **figure(one.share)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES)
