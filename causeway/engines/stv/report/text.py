"""A result as plain text for a terminal or a notice board."""

from __future__ import annotations

from causeway.engines.stv.election import Result, Stage
from causeway.engines.stv.report.document import quota_shown, votes_shown
from causeway.engines.stv.report.sentences import heading, kept, moves, role, summary, why_not


def as_text(result: Result) -> str:
    """The result, every stage with every total, why the others were not elected, and how to check it."""
    lines = [result.title or "Result of the count", ""]
    lines += summary(result)
    lines += ["", "Elected"]
    lines += [
        f"  {rank}. {result.labels[one.place]} (stage {one.stage}){role(result, one.place)}"
        for rank, one in enumerate(result.elected, start=1)
    ] or ["  nobody"]
    for stage in result.stages:
        lines += ["", *_stage(result, stage)]
    reasons = why_not(result)
    if reasons:
        lines += ["", "Not elected", *(f"  {name} {why}" for name, why in reasons)]
    lines += [
        "",
        f"Tie order: {result.tie_order}",
        f"Rule: {result.rule}, version {result.version}",
        f"Digest: {result.digest}",
        "",
    ]
    return "\n".join(lines)


def _stage(result: Result, stage: Stage) -> list[str]:
    labels = [*result.labels, "Non-transferable"]
    figures = [votes_shown(result, votes) for votes in (*stage.totals, stage.non_transferable)]
    wide, broad = max(map(len, labels)), max(map(len, figures))
    lines = [f"Stage {stage.number}: {heading(result, stage)} (quota {quota_shown(result, stage.quota)})"]
    lines += [f"  {sentence}" for sentence in (stage.ground, kept(result, stage)) if sentence]
    lines += [
        f"  {papers} of {source} to {receiver}, {f'{value} each' if value[0].isdigit() else value}: {votes}"
        for source, receiver, papers, value, votes in moves(result, stage)
    ]
    for place, (label, figure) in enumerate(zip(labels, figures, strict=True)):
        if place in result.withdrawn:
            continue
        mark = "elected" if place in stage.elected else "excluded" if place in stage.excluded else ""
        lines.append(f"  {label:<{wide}}  {figure:>{broad}}  {mark}".rstrip())
    return lines
