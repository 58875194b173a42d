"""A measurement of power as a table for a terminal, and what follows from it in words."""

from __future__ import annotations

from causeway.engines.power.measuring import Power
from causeway.engines.power.report.plain import shown
from causeway.engines.power.report.sentences import remarks, summary


def as_text(power: Power) -> str:
    """What it takes to win, a line for each member, and who stands out."""
    first, *others = summary(power)
    width = max(6, *(len(member.name) for member in power.members))
    lines = [first, ""]
    lines.append(f"{'member':<{width}} {'votes':>12} {'share':>9} {'Banzhaf':>9} {'Penrose':>9} {'Shapley':>9}")
    for member in power.members:
        shares = " ".join(
            f"{shown(share):>9}" for share in (member.share, member.banzhaf, member.penrose, member.shapley)
        )
        lines.append(f"{member.name:<{width}} {member.weight:>12,} {shares} {', '.join(remarks(member))}".rstrip())
    return "\n".join([*lines, "", *others, ""])
