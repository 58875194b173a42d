"""A result as one page that stands alone: no network, no script, for a phone, paper and a screen reader."""

from __future__ import annotations

from html import escape

from causeway.engines.stv.election import Result
from causeway.engines.stv.report.document import quota_shown, votes_shown
from causeway.engines.stv.report.picture import transfers_svg
from causeway.engines.stv.report.sentences import heading, kept, moves, role, summary, why_not

STYLE = """
:root{color-scheme:light dark;--text:#0b0c0c;--back:#fff;--line:#767b7f;--won-back:#e3f1e8;--out-back:#f3f2f1;
--bar:#505a5f;--won:#00703c;--lost:#6f777b;--kept:#b1b4b6;--moved:#1d70b8;--ran-out:#d4351c}
@media screen and (prefers-color-scheme:dark){:root{--text:#eee;--back:#161616;--line:#8f959a;
--won-back:#173d2a;--out-back:#2b2b2b;--bar:#aab0b5;--won:#4fc387;--lost:#8d9499;--kept:#5b6166;--moved:#6fb3e0;--ran-out:#f0806f}}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--text);background:var(--back);max-width:70rem;margin:0 auto;
padding:1rem}
h1{font-size:1.8rem;line-height:1.2}h2{font-size:1.35rem;margin-top:2rem}h1,h2,li,p,dt{overflow-wrap:anywhere}
ol.elected{font-size:1.15rem}ol.elected strong{font-weight:700}
.wide{overflow-x:auto;border:1px solid var(--line);padding:.5rem}
.wide:focus-visible{outline:3px solid var(--text);outline-offset:2px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding-bottom:.5rem}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap;vertical-align:bottom}
th[scope=row]{text-align:left;white-space:normal;min-width:6rem;position:sticky;left:0;background:var(--back)}
thead th{white-space:normal;min-width:5rem}th.t,td.t{text-align:left;white-space:normal;min-width:7rem}
td.won{background:var(--won-back);font-weight:700}td.out{background:var(--out-back)}
td small{display:block;font-weight:400}
svg{display:block}svg text{font-size:12px;fill:var(--text)}svg .mark{font-weight:700}
svg .bar{fill:var(--bar)}svg .won{fill:var(--won)}svg .lost{fill:var(--lost)}
svg .kept{fill:var(--kept);fill-opacity:.55}svg .moved{fill:var(--moved);fill-opacity:.75}
svg .ran-out{fill:var(--ran-out);fill-opacity:.6}
code{overflow-wrap:anywhere}
dt{font-weight:700}dd{margin:0 0 .6rem}
@media print{.wide{overflow:visible;border:0}body{max-width:none}}
""".strip()


def as_page(result: Result, *, checked_with: str) -> str:
    """HTML: who was elected, the picture, every stage in words and figures, why not the others, and how to check.

    ``checked_with`` is the command that gives the same result again.
    """
    title = result.title or "Result of the count"
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en-GB">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}: result of the count</title>",
            f"<style>{STYLE}</style></head>",
            "<body><main>",
            f"<h1>{escape(title).replace('/', '/<wbr>')}</h1>",
            *(f"<p>{escape(line)}</p>" for line in summary(result)),
            *_elected(result),
            *_picture(result),
            *_words(result),
            *_table(result),
            *_moves(result),
            *_others(result),
            *_check(result, checked_with),
            "</main></body></html>",
            "",
        ]
    )


def _elected(result: Result) -> list[str]:
    rows = (
        f"<li><strong>{escape(result.labels[one.place])}</strong>, at stage {one.stage}{role(result, one.place)}</li>"
        for one in result.elected
    )
    if not result.elected:
        return ["<h2>Elected</h2>", "<p>Nobody.</p>"]
    return ["<h2>Elected</h2>", '<ol class="elected">', *rows, "</ol>"]


def _picture(result: Result) -> list[str]:
    if len(result.stages) < 2:
        return []
    return [
        '<h2 id="moved">How the votes moved</h2>',
        "<p>Each band is a candidate, as broad as their votes; the stages go from left to right. Grey stays, blue "
        "moves to another candidate, red finds no further preference, green is elected.</p>",
        '<div class="wide" role="region" aria-labelledby="moved" tabindex="0">',
        transfers_svg(result),
        "</div>",
    ]


def _words(result: Result) -> list[str]:
    rows = (
        f"<li><strong>{escape(heading(result, stage))}.</strong> {escape(f'{stage.ground} {kept(result, stage)}')}</li>"
        for stage in result.stages
    )
    return ["<h2>What happened, stage by stage</h2>", "<ol>", *rows, "</ol>"]


def _table(result: Result) -> list[str]:
    parts = [
        '<h2 id="stages">Every total at every stage</h2>',
        '<div class="wide" role="region" aria-labelledby="stages" tabindex="0">',
        "<table><caption>Votes at the end of each stage</caption><thead><tr>",
        '<th scope="col" class="t">Candidate</th>',
        *(f'<th scope="col">{stage.number}. {escape(heading(result, stage))}</th>' for stage in result.stages),
        "</tr></thead><tbody>",
    ]
    for place, name in enumerate(result.labels):
        if place not in result.withdrawn:
            parts.append(f'<tr><th scope="row">{escape(name)}</th>{_cells(result, place)}</tr>')
    rest = "".join(f"<td>{votes_shown(result, stage.non_transferable)}</td>" for stage in result.stages)
    parts.append(f'<tr><th scope="row">Non-transferable</th>{rest}</tr>')
    quotas = "".join(f"<td>{quota_shown(result, stage.quota)}</td>" for stage in result.stages)
    parts.append(f'<tr><th scope="row">Quota</th>{quotas}</tr>')
    return [*parts, "</tbody></table></div>"]


def _cells(result: Result, place: int) -> str:
    cells = []
    for stage in result.stages:
        votes = votes_shown(result, stage.totals[place])
        if place in stage.elected:
            cells.append(f'<td class="won">{votes}<small>elected</small></td>')
        elif place in stage.excluded:
            cells.append(f'<td class="out">{votes}<small>excluded</small></td>')
        else:
            cells.append(f"<td>{votes}</td>")
    return "".join(cells)


def _others(result: Result) -> list[str]:
    reasons = why_not(result)
    if not reasons:
        return []
    rows = (f"<dt>{escape(name)}</dt><dd>{escape(why[0].upper() + why[1:])}</dd>" for name, why in reasons)
    return ["<h2>Why the others were not elected</h2>", "<dl>", *rows, "</dl>"]


def _moves(result: Result) -> list[str]:
    """Every transfer: from whom, to whom, how many papers, at which value each."""
    rows = [
        f'<tr><td>{stage.number}</td><td class="t">{escape(source)}</td><td class="t">{escape(receiver)}</td>'
        f"<td>{papers}</td><td>{value}</td><td>{votes}</td></tr>"
        for stage in result.stages
        for source, receiver, papers, value, votes in moves(result, stage)
    ]
    if not rows:
        return []
    names = '<th scope="col" class="t">From</th><th scope="col" class="t">To</th>'
    numbers = "".join(f'<th scope="col">{name}</th>' for name in ("Papers", "Value of each", "Votes"))
    return [
        '<h2 id="transfers">What moved, and at which value</h2>',
        '<div class="wide" role="region" aria-labelledby="transfers" tabindex="0">',
        "<table><caption>Papers that moved at each stage</caption><thead><tr>"
        f'<th scope="col">Stage</th>{names}{numbers}</tr></thead><tbody>',
        *rows,
        "</tbody></table></div>",
    ]


def _check(result: Result, command: str) -> list[str]:
    moved = any(stage.transfers for stage in result.stages)
    by_hand = (
        " Take papers that moved at a stage, times their value: that is what the receiver gained." if moved else ""
    )
    return [
        "<h2>How to check this</h2>",
        f"<p>Add up any column of the table of stages: with the non-transferable votes it makes {result.valid:,}."
        f"{by_hand}</p>",
        f"<p>Or count again: <code>{escape(command)}</code> on any computer gives this digest of the ballots, the rule "
        "and the tie order, and the same result to the last digit:</p>",
        f"<p><code>{result.digest}</code></p>",
        f"<p>Rule <code>{result.rule}</code>, version {result.version}. Tie order declared before the count: "
        f"<code>{escape(result.tie_order)}</code>.</p>",
    ]
