"""Findings in plain text, for a terminal."""

from __future__ import annotations

from causeway.engines.networks.measuring import Findings
from causeway.engines.networks.report.sentences import sections


def as_text(found: Findings) -> str:
    """What there is to say under each heading, and how lots were drawn."""
    lines = []
    for heading, said in sections(found):
        lines += [heading, *(f"- {sentence}" for sentence in said), ""]
    lots = found.lots
    lines.append(f"Lots: seed {lots.seed}, {lots.draws} draws, {lots.rewirings} networks. Digest {found.digest}")
    return "\n".join([*lines, ""])
