"""A result as a document of plain values, ready for JSON. Votes are decimal strings, never floats."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from causeway.engines.exact import decimal_string, fraction_string
from causeway.engines.stv.election import Result, Stage

EXACT_PLACES = 6  # how many decimals of an exact fraction are shown


def places_shown(result: Result) -> int:
    """How many decimal places votes are shown with: the rule's own, or six where it counts in fractions."""
    return EXACT_PLACES if result.rule == "wigm" else result.places


def votes_shown(result: Result, votes: Fraction) -> str:
    """Votes as a decimal string, cut (never rounded) where they are a longer fraction."""
    return decimal_string(votes, places_shown(result))


def quota_shown(result: Result, quota: Fraction) -> str:
    """The quota, without decimals where it is whole by the rule."""
    return votes_shown(result, quota) if quota.denominator > 1 else str(quota.numerator)


def as_document(result: Result) -> dict[str, Any]:
    """The whole record. Candidates go by ``position``, from 1, as in the file."""
    return {
        "rule": result.rule,
        "version": result.version,
        "digest": result.digest,
        "title": result.title,
        "seats": result.seats,
        "valid": result.valid,
        "without_preference": result.empty,
        "quota": quota_shown(result, result.quota),
        "tie_order": result.tie_order,
        "vacancy": _vacancy(result),
        "conditions": list(result.conditions),
        "candidates": [
            {"position": place + 1, "name": name, "withdrawn": place in result.withdrawn}
            for place, name in enumerate(result.names)
        ],
        "elected": [
            {"position": one.place + 1, "name": result.names[one.place], "stage": one.stage} for one in result.elected
        ],
        "unfilled": result.unfilled,
        "stages": [_stage(result, stage) for stage in result.stages],
    }


def _vacancy(result: Result) -> dict[str, Any] | None:
    vacancy = result.vacancy
    if vacancy is None:
        return None

    def candidate(place: int) -> dict[str, Any]:
        return {"position": place + 1, "name": result.names[place]}

    return {
        "left": candidate(vacancy.left),
        "stay": [candidate(place) for place in vacancy.stay],
        "stood_down": [candidate(place) for place in vacancy.stood_down],
        "filled_by": None if vacancy.filled_by is None else candidate(vacancy.filled_by),
    }


def _stage(result: Result, stage: Stage) -> dict[str, Any]:
    document: dict[str, Any] = {
        "stage": stage.number,
        "action": stage.action,
        "of": [place + 1 for place in stage.of],
        "ground": stage.ground,
        "quota": quota_shown(result, stage.quota),
        "totals": {str(place + 1): votes_shown(result, votes) for place, votes in enumerate(stage.totals)},
        "non_transferable": votes_shown(result, stage.non_transferable),
        "lost_by_rounding": votes_shown(result, stage.lost_by_rounding),
        "elected": [place + 1 for place in stage.elected],
        "excluded": [place + 1 for place in stage.excluded],
        "transfers": [
            {
                "from": one.source + 1,
                "to": None if one.receiver is None else one.receiver + 1,
                "papers": one.papers,
                "value": None if one.value is None else votes_shown(result, one.value),
                "votes": votes_shown(result, one.votes),
            }
            for one in stage.transfers
        ],
    }
    if stage.keep_values:
        document["keep_values"] = {
            str(place + 1): votes_shown(result, value) for place, value in enumerate(stage.keep_values)
        }
    if result.rule == "wigm":
        document["exact_totals"] = {str(place + 1): fraction_string(votes) for place, votes in enumerate(stage.totals)}
    return document
