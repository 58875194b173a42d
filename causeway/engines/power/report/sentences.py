"""What a measurement says, in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from causeway.engines.power.measuring import Member, Power

MOST_NAMED = 12


def summary(power: Power) -> list[str]:
    """What it takes to win; who wins or blocks alone; who never matters; how exact the figures are."""
    members = power.members
    return [
        f"Quota {power.game.quota:,} of {sum(power.game.weights):,} votes{_heads(power)}.",
        f"Can win alone: {_listed(member.name for member in members if member.wins)}.",
        f"Can block alone: {_listed(member.name for member in members if member.blocks)}.",
        f"Never decisive: {_listed(member.name for member in members if member.dummy)}.",
        _exactness(power),
    ]


def remarks(member: Member) -> list[str]:
    """What stands out about one member."""
    said = {"can win alone": member.wins, "can block alone": member.blocks, "never decisive": member.dummy}
    return [words for words, holds in said.items() if holds]


def _heads(power: Power) -> str:
    words = ""
    if power.game.heads > 1:
        words += f", and at least {power.game.heads} members"
    if power.game.enough_heads is not None:
        words += f"; or at least {power.game.enough_heads} members whatever their votes"
    return words


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    if len(found) > MOST_NAMED:
        return f"{', '.join(found[:MOST_NAMED])} and {len(found) - MOST_NAMED} more"
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else found[0] if found else "nobody"


def _exactness(power: Power) -> str:
    worst = max(member.shapley_error for member in power.members)
    if worst:
        return f"Shapley-Shubik is off by at most {float(worst):.1e}; the other figures are exact."
    return "All figures are exact."
