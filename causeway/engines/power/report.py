"""A measurement of power as plain values for JSON, and as text."""

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
        "banzhaf": _decimal(member.banzhaf),
        "banzhaf_exact": fraction_string(member.banzhaf),
        "penrose": _decimal(member.penrose),
        "penrose_exact": fraction_string(member.penrose),
        "shapley": _decimal(member.shapley),
        "shapley_exact": None if member.shapley_error else fraction_string(member.shapley),
        "shapley_error": f"{float(member.shapley_error):.1e}" if member.shapley_error else "0",
        "share": _decimal(member.share),
        "root_share": _decimal(member.root_share),
        "blocks": member.blocks,
        "dummy": member.dummy,
    }


def as_text(power: Power) -> str:
    """A table, a line for each member, and what follows from it in words."""
    total = sum(power.game.weights)
    lines = [f"Quota {power.game.quota:,} of {total:,} votes{_heads(power)}.", ""]
    width = max(6, *(len(member.name) for member in power.members))
    lines.append(f"{'member':<{width}} {'votes':>12} {'share':>9} {'Banzhaf':>9} {'Penrose':>9} {'Shapley':>9}")
    for member in power.members:
        shares = (member.share, member.banzhaf, member.penrose, member.shapley)
        shown = " ".join(f"{_decimal(share):>9}" for share in shares)
        notes = ", ".join(
            word for word, holds in (("can block alone", member.blocks), ("never decisive", member.dummy)) if holds
        )
        lines.append(f"{member.name:<{width}} {member.weight:>12,} {shown} {notes}".rstrip())
    worst = max(member.shapley_error for member in power.members)
    if worst:
        lines += ["", f"Shapley-Shubik is off by at most {float(worst):.1e}; the others are exact."]
    return "\n".join([*lines, ""])


def _heads(power: Power) -> str:
    words = ""
    if power.game.heads > 1:
        words += f", and at least {power.game.heads} members"
    if power.game.enough_heads is not None:
        words += f"; or at least {power.game.enough_heads} members whatever their votes"
    return words


def _decimal(share: Fraction) -> str:
    return decimal_string(share, PLACES)
