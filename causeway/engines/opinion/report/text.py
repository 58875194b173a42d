"""Findings in plain text, for a terminal."""

from __future__ import annotations

import numpy as np

from causeway.engines.opinion.findings import Findings
from causeway.engines.opinion.report.sectors import sizes
from causeway.engines.opinion.report.sentences import (
    counted,
    everywhere,
    gap_of,
    group_name,
    people,
    sector_rule,
    stands_for,
    summary,
    text_of,
    title,
)

MOST_LISTED = 10


def as_text(found: Findings) -> str:
    """What each group stands for, what bridges, what divides, what to ask next; a line or two each."""
    lines = [title(found), "", *summary(found)]
    for group, chosen in enumerate(found.representative):
        lines += ["", f"{group_name(found, group)}: {people(int(found.sizes[group]))}"]
        for one in chosen:
            lines.append(f"  {'Agrees' if one.agree else 'Disagrees'}: “{text_of(found, one.statement)}”")
            lines.append(f"    {stands_for(found, one)}")
    lines += ["", "What bridges all groups:"]
    for place, agreed in found.bridges[:MOST_LISTED]:
        what = "agree" if agreed else "disagree"
        lines.append(f"  “{text_of(found, place)}”: all {what}; in every group {everywhere(found, place, agreed)}")
    lines += [] if found.bridges else ["  Nothing that is sure."]
    lines += ["", "What divides them:"]
    lines += [f"  “{text_of(found, place)}”: {gap_of(found, place)}" for place in found.divides[:MOST_LISTED]]
    lines += [] if found.divides else ["  Nothing that is sure."]
    if found.sectors is not None:
        lines += ["", "Sectors:", *(f"  {one}" for one in sizes(found.sectors)), f"  {sector_rule(found)}"]
    unsure = int((~found.common.enough & found.accepted).sum())
    if unsure:
        first = np.argsort(-found.chances, kind="stable")[:3].tolist()
        lines += [
            "",
            f"Not enough votes yet on {counted(unsure, 'statement', 'statements')}. These would teach most:",
        ]
        lines += [f"  “{text_of(found, place)}”" for place in first if found.chances[place]]
    return "\n".join([*lines, "", f"Digest: {found.digest}", ""])
