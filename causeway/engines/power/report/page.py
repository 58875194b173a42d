"""One self-contained page: what it takes to win, who stands out, a picture and a table, and how to check it."""

from __future__ import annotations

from fractions import Fraction
from html import escape

from causeway.engines.power.measuring import Member, Power
from causeway.engines.power.report.plain import shown
from causeway.engines.power.report.sentences import remarks, summary

STYLE = """
:root { color-scheme: light dark; --line: #767676; --votes: #8a8f94; --say: #1d5f8a; --text: #1b1b1b; --back: #fff }
@media (prefers-color-scheme: dark) {
  :root { --line: #9a9a9a; --votes: #868c91; --say: #6fb3e0; --text: #eee; --back: #161616 } }
body { font: 1.05rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 62rem;
  margin: 0 auto; padding: 1rem }
h1, h2 { line-height: 1.2; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .8rem .35rem 0; text-align: right; vertical-align: top;
  font-variant-numeric: tabular-nums; white-space: nowrap }
th[scope=row], th.t, td.t { text-align: left; white-space: normal; min-width: 7rem; overflow-wrap: break-word }
.wide { overflow-x: auto } .wide:focus { outline: 3px solid var(--say) }
.bars { padding-left: 1.6rem } .bars li { overflow-wrap: anywhere }
.bars svg { display: block; width: 100%; height: 1.3rem; margin-bottom: .6rem }
.votes { fill: var(--votes) } .say { fill: var(--say) }
.key { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 .6em; forced-color-adjust: none }
.votes-key { background: var(--votes) } .say-key { background: var(--say) }
code { overflow-wrap: anywhere } dt { font-weight: 600 } dd { margin: 0 0 .6rem }
"""
MEANING = {
    "Banzhaf": "The member’s part of all swings. A swing is a group of others that loses without the member and wins "
    "with them.",
    "Penrose": "Swings as a share of all groups of others: the chance to be decisive if all others toss a coin.",
    "Shapley": "The Shapley-Shubik index: the chance to be the one with whom the quota is reached, if all join in "
    "random order.",
    "Share by roots": "The member’s part of the square roots of votes: Penrose’s proposal for fair weights where each "
    "member speaks for so many people.",
}


def page(power: Power, *, title: str, checked_with: str) -> str:
    """The page as HTML, for print and screen, without script or outside file.

    Args:
        power: what was measured.
        title: a heading.
        checked_with: the command that gives the same figures again.
    """
    parts = [
        f"<h1>{escape(title)}</h1>",
        *(f"<p>{escape(sentence)}</p>" for sentence in summary(power)),
        "<h2>Votes, and the say they give</h2>",
        _picture(power),
        "<h2>All figures</h2>",
        _table(power),
        "<h2>What the figures mean</h2>",
        "<dl>" + "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in MEANING.items()) + "</dl>",
        "<h2>How to check it</h2>",
        f"<p>With the same votes, <code>{escape(checked_with)}</code> gives these figures again, with the digest "
        f"<code>{escape(power.digest)}</code> of votes, quota and heads (version {escape(power.version)}).</p>",
    ]
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(parts)
        + "\n</main>\n</body>\n</html>\n"
    )


def _picture(power: Power) -> str:
    most = max(max(member.share, member.banzhaf) for member in power.members)
    rows = "\n".join(_bars(member, float(most)) for member in power.members)
    return (
        '<p>Two bars a member: <span class="key votes-key"></span>part of the votes, '
        '<span class="key say-key"></span>part of the say (Banzhaf). Longer below than above: more say than votes.</p>'
        f'\n<ul class="bars">\n{rows}\n</ul>'
    )


def _bars(member: Member, most: float) -> str:
    """A member's name and two bars; widths are thousandths of the longest."""
    votes, say = (round(1000 * float(share) / most) for share in (member.share, member.banzhaf))
    return (
        f'<li>{escape(member.name)}<svg viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" '
        f'aria-label="{_percent(member.share)} of the votes, {_percent(member.banzhaf)} of the say">'
        f'<rect class="votes" width="{votes}" height="9"/>'
        f'<rect class="say" y="10" width="{say}" height="9"/></svg></li>'
    )


def _percent(share: Fraction) -> str:
    return f"{float(share) * 100:.1f} in 100"


def _table(power: Power) -> str:
    head = ["Votes", "Share of votes", "Banzhaf", "Penrose", "Shapley", "Share by roots"]
    columns = "".join(f'<th scope="col">{name}</th>' for name in head)
    rows = "\n".join(_row(member) for member in power.members)
    return (
        '<div class="wide" tabindex="0" role="region" aria-label="All figures"><table>'
        "<caption>Members, their votes and their say, cut after six places</caption>\n<thead><tr>"
        f'<th scope="col" class="t">Member</th>{columns}'
        f'<th scope="col" class="t">Notes</th></tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'
    )


def _row(member: Member) -> str:
    shares = (member.share, member.banzhaf, member.penrose, member.shapley, member.root_share)
    cells = "".join(f"<td>{shown(share)}</td>" for share in shares)
    notes = ", ".join(remarks(member)).capitalize()
    name = f'<th scope="row">{escape(member.name)}</th>'
    return f'<tr>{name}<td>{member.weight:,}</td>{cells}<td class="t">{notes}</td></tr>'
