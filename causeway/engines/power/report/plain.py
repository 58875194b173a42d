"""A measurement of power as plain values for JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from causeway.engines.exact import decimal_string, fraction_string
from causeway.engines.power.measuring import Member, Power

PLACES = 6


def as_plain(power: Power) -> dict[str, Any]:
    """Shares as decimals cut after six places, and as exact fractions in a field ending in ``_exact``."""
    return {
        "version": power.version,
        "digest": power.digest,
        "method": power.method,
        "quota": power.game.quota,
        "total": sum(power.game.weights),
        "heads": power.game.heads,
        "enough_heads": power.game.enough_heads,
        "members": [_member(member) for member in power.members],
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "name": member.name,
        "weight": member.weight,
        "swings": str(member.swings),
        "banzhaf": shown(member.banzhaf),
        "banzhaf_exact": fraction_string(member.banzhaf),
        "penrose": shown(member.penrose),
        "penrose_exact": fraction_string(member.penrose),
        "shapley": shown(member.shapley),
        "shapley_exact": None if member.shapley_error else fraction_string(member.shapley),
        "shapley_error": f"{float(member.shapley_error):.1e}" if member.shapley_error else "0",
        "share": shown(member.share),
        "root_share": shown(member.root_share),
        "wins": member.wins,
        "blocks": member.blocks,
        "dummy": member.dummy,
    }


def shown(share: Fraction) -> str:
    """A share as a decimal, cut after six places."""
    return decimal_string(share, PLACES)
