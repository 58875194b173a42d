"""A picture of the transfers: each candidate a band as broad as their votes, from stage to stage."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from html import escape

from causeway.engines.stv.election import Result, Stage
from causeway.engines.stv.report.sentences import grouped, heading

COLUMN, BAR, LABELS, HEAD = 110, 10, 190, 34
TALL, GAP, LEAST = 460, 7, 15


def transfers_svg(result: Result) -> str:
    """An SVG drawing, described in words for those who cannot see it; colours come from the page's style."""
    order = _order(result)
    tops = [_tops(stage, order, result.valid) for stage in result.stages]
    width = LABELS + COLUMN * (len(result.stages) - 1) + BAR + 110
    height = HEAD + TALL + LEAST * len(order) + 20
    parts = [
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        'aria-labelledby="picture-title picture-words" xmlns="http://www.w3.org/2000/svg">',
        '<title id="picture-title">How votes moved from stage to stage</title>',
        f'<desc id="picture-words">{escape(_words(result))}</desc>',
    ]
    for index in range(len(result.stages) - 1):
        parts += _ribbons(result, index, order, tops)
    for index, stage in enumerate(result.stages):
        parts += _bars(result, index, stage, order, tops[index])
    for place in order:
        label = "Non-transferable" if place is None else result.labels[place]
        y = tops[0][place] + max(_thick(_votes(result.stages[0], place), result.valid) / 2, 1) + 4
        shown = label if len(label) <= 26 else label[:25] + "…"
        parts.append(f'<text x="{LABELS - 8}" y="{y:.1f}" text-anchor="end">{escape(shown)}</text>')
    return "\n".join([*parts, "</svg>"])


def _order(result: Result) -> list[int | None]:
    """The elected in their order, then the others by how long they lasted, then what could not be transferred."""
    gone = {place: stage.number for stage in result.stages for place in stage.excluded}
    rest = [p for p in range(len(result.names)) if p not in result.winners and p not in result.withdrawn]
    rest.sort(key=lambda place: (-gone.get(place, 10**6), place))
    return [*result.winners, *rest, None]


def _votes(stage: Stage, place: int | None) -> Fraction:
    return stage.non_transferable if place is None else stage.totals[place]


def _thick(votes: Fraction, valid: int) -> float:
    return float(votes) * TALL / max(valid, 1)


def _tops(stage: Stage, order: Sequence[int | None], valid: int) -> dict[int | None, float]:
    tops: dict[int | None, float] = {}
    y = float(HEAD)
    for place in order:
        tops[place] = y
        y += max(_thick(_votes(stage, place), valid) + GAP, LEAST)
    return tops


def _bars(
    result: Result, index: int, stage: Stage, order: Sequence[int | None], tops: dict[int | None, float]
) -> list[str]:
    x = LABELS + COLUMN * index
    parts = [f'<text x="{x + BAR / 2}" y="18" text-anchor="middle">{stage.number}</text>']
    for place in order:
        votes = _votes(stage, place)
        if not votes:
            continue
        elected = place in result.winners and any(place in earlier.elected for earlier in result.stages[: index + 1])
        kind = "lost" if place is None else "won" if elected else "bar"
        label = "Non-transferable" if place is None else result.labels[place]
        tall = max(_thick(votes, result.valid), 0.6)
        parts.append(
            f'<rect x="{x}" y="{tops[place]:.1f}" width="{BAR}" height="{tall:.1f}" class="{kind}">'
            f"<title>{escape(label)}, stage {stage.number}: {grouped(result, votes)}</title></rect>"
        )
        if place in stage.elected:
            parts.append(f'<text x="{x + BAR + 3}" y="{tops[place] + tall / 2 + 4:.1f}" class="mark">✓ elected</text>')
    return parts


def _ribbons(
    result: Result, index: int, order: Sequence[int | None], tops: Sequence[dict[int | None, float]]
) -> list[str]:
    """What stayed, then what moved: each loser's votes to the gainers in the proportion in which they gained."""
    now, then = result.stages[index], result.stages[index + 1]
    left, right = LABELS + COLUMN * index + BAR, LABELS + COLUMN * (index + 1)
    change = {place: _votes(then, place) - _votes(now, place) for place in order}
    gained = sum((votes for votes in change.values() if votes > 0), Fraction(0))
    parts, leaving, arriving = [], {}, {}
    for place in order:
        kept = min(_votes(now, place), _votes(then, place))
        thick = _thick(kept, result.valid)
        leaving[place], arriving[place] = tops[index][place] + thick, tops[index + 1][place] + thick
        if kept:
            parts.append(_ribbon(left, tops[index][place], right, tops[index + 1][place], thick, "kept"))
    for source in order:
        if change[source] >= 0:
            continue
        for receiver in order:
            if change[receiver] <= 0:
                continue
            thick = _thick(-change[source] * change[receiver] / gained, result.valid)
            kind = "ran-out" if receiver is None else "moved"
            parts.append(_ribbon(left, leaving[source], right, arriving[receiver], max(thick, 0.4), kind))
            leaving[source] += thick
            arriving[receiver] += thick
    return parts


def _ribbon(left: float, top: float, right: float, end: float, thick: float, kind: str) -> str:
    middle = (left + right) / 2
    path = (
        f"M{left:.1f} {top:.1f}C{middle:.1f} {top:.1f} {middle:.1f} {end:.1f} {right:.1f} {end:.1f}V{end + thick:.1f}"
        f"C{middle:.1f} {end + thick:.1f} {middle:.1f} {top + thick:.1f} {left:.1f} {top + thick:.1f}Z"
    )
    return f'<path d="{path}" class="{kind}"/>'


def _words(result: Result) -> str:
    stages = "; ".join(f"{stage.number}, {heading(result, stage)}" for stage in result.stages)
    return f"Stages from left to right: {stages}. The same figures stand in the table of stages."
