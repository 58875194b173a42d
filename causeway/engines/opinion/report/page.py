"""One self-contained page: the map, what each group stands for, what bridges and divides, and how to check it."""

from __future__ import annotations

from html import escape

import numpy as np

from causeway.engines.opinion.findings import Findings
from causeway.engines.opinion.intervals import LEVEL, share
from causeway.engines.opinion.report.picture import key, letter, picture
from causeway.engines.opinion.report.sectors import sectors_part
from causeway.engines.opinion.report.sentences import (
    NOT_ENOUGH,
    everywhere,
    group_name,
    people,
    shared,
    stands_for,
    summary,
    text_of,
)
from causeway.engines.opinion.report.strip import MOST_GROUPS, spoken, strip
from causeway.engines.opinion.report.style import STYLE
from causeway.engines.opinion.report.table import table

MOST_LISTED = 20
MOST_ROWS = 500


def page(found: Findings, *, title: str, checked_with: str) -> str:
    """The page as HTML, for print and screen, without script or outside file.

    Args:
        found: what was found.
        title: a heading.
        checked_with: the command that gives the same figures again.
    """
    parts = [
        f"<h1>{escape(title)}</h1>",
        *(f"<p>{escape(sentence)}</p>" for sentence in summary(found)),
        f"<p>Numbers in brackets say how sure a figure is: with a chance of {LEVEL * 100:.0f} in 100 it lies between "
        f"them, if those who voted are like those who might. Where they say too little, it says “{NOT_ENOUGH}”.</p>",
        _map(found),
        _groups(found),
        _bridges(found),
        _divides(found),
        *sectors_part(found),
        _uncertain(found),
        _statements(found),
        _check(found, checked_with),
    ]
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def _map(found: Findings) -> str:
    rows = [
        [
            escape(group_name(found, crowd.group)),
            f"{crowd.people:,}",
            f"{crowd.x:.1f}".replace("-", "−"),
            f"{crowd.y:.1f}".replace("-", "−"),
        ]
        for crowd in found.crowds
    ]
    drawn = table(
        "Crowds on the map", ["Group", "People", "To the right", "Up"], rows, {"People", "To the right", "Up"}
    )
    return (
        "<h2>The map</h2>\n<p>Who votes alike stands close together. Nobody’s own place is shown: each mark is a crowd "
        f"of at least {found.least_people} people, as large as they are many. Left and right, up and down have no "
        f"meaning of their own.</p>\n{key(found)}\n{picture(found)}\n{_directions(found)}"
        f"<details><summary>The same map as a table</summary>{drawn}</details>"
    )


def _directions(found: Findings) -> str:
    """What people at the right and at the left agree with: the statements that pull hardest."""
    loadings = found.analysis.components.loadings
    if not len(loadings) or not loadings[0].any():
        return ""
    places = np.flatnonzero(found.accepted)
    ends = [("right", int(loadings[0].argmax()), 1), ("left", int(loadings[0].argmin()), -1)]
    lines = [
        f"People to the {side} tend to agree with this: “{escape(text_of(found, int(places[end])))}”"
        for side, end, sign in ends
        if loadings[0][end] * sign > 0
    ]
    return "".join(f"<p>{line}</p>\n" for line in lines)


def _groups(found: Findings) -> str:
    parts = ["<h2>What each group stands for</h2>"]
    for group, chosen in enumerate(found.representative):
        name = group_name(found, group)
        mark = letter(found, group)
        known = f" (marked {mark})" if mark != found.names[group] else ""
        parts.append(f"<h3>{escape(name)}{known}: {people(int(found.sizes[group]))}</h3>")
        items = "\n".join(
            f"<li><strong>{'Agrees' if one.agree else 'Disagrees'}:</strong> “{escape(text_of(found, one.statement))}” "
            f"<span class=fig>{escape(stands_for(found, one))}</span></li>"
            for one in chosen
        )
        parts.append(f'<ul class="says">\n{items}\n</ul>' if items else "<p>Nothing sets it apart yet.</p>")
    return "\n".join(parts)


def _bridges(found: Findings) -> str:
    head = "<h2>What bridges all groups</h2>\n"
    if not found.bridges:
        return f"{head}<p>Of no statement is it sure that more than half of every group agree, or disagree.</p>"
    items = [
        _item(
            found,
            place,
            f"{'Agreed' if agreed else 'Rejected'} by {everywhere(found, place, agreed)} in every group; consensus "
            f"{shared(found.common.consensus if agreed else found.common.consensus_against, place)}.",
        )
        for place, agreed in found.bridges[:MOST_LISTED]
    ]
    return (
        f"{head}<p>More than half of every group think so, surest first. Consensus multiplies the groups’ shares: the "
        f"more groups, the smaller.</p>\n{_strip_key(found)}{_listed(items)}" + _more(len(found.bridges))
    )


def _divides(found: Findings) -> str:
    head = "<h2>What divides them</h2>\n"
    if not found.divides:
        return f"{head}<p>On no statement is it sure that two groups differ.</p>"
    items = [
        _item(found, place, f"{spoken(found, place)}. Gap: {shared(found.common.gap, place)}.")
        for place in found.divides[:MOST_LISTED]
    ]
    return (
        f"{head}<p>Here two groups differ for sure, the widest gap first.</p>\n{_strip_key(found)}{_listed(items)}"
        + _more(len(found.divides))
    )


def _strip_key(found: Findings) -> str:
    words = "Each line runs from nobody agreeing to all of 100; a mark is a group, its bar how sure that is."
    return f"<p>{words}</p>\n" if len(found.names) <= MOST_GROUPS else ""


def _item(found: Findings, place: int, figures: str) -> str:
    words = f"“{escape(text_of(found, place))}” <span class=fig>{escape(figures)}</span>"
    return f"<li>{words}{strip(found, place)}</li>"


def _listed(items: list[str]) -> str:
    return '<ol class="says">\n' + "\n".join(items) + "\n</ol>"


def _more(count: int) -> str:
    rest = count - MOST_LISTED
    return "" if rest <= 0 else f"\n<p>{rest:,} more stand in the table of all statements below.</p>"


def _uncertain(found: Findings) -> str:
    unsure = np.flatnonzero(~found.common.enough & found.accepted)
    if not len(unsure):
        return ""
    order = sorted(unsure.tolist(), key=lambda place: (-found.chances[place], place))
    rows = [
        [escape(text_of(found, place)), f"{int(found.everybody.seen[0, place]):,}"] for place in order[:MOST_LISTED]
    ]
    return (
        f"<h2>What is not known yet</h2>\n<p>On {len(unsure):,} of {int(found.accepted.sum()):,} statements some group "
        "has cast too few votes to say anything. Asking these next would teach most:</p>\n"
        + table("Statements to ask next", ["Statement", "Votes so far"], rows, {"Votes so far"})
    )


def _statements(found: Findings) -> str:
    counts = found.everybody
    agree, disagree = share(counts.agrees[0], counts.seen[0]), share(counts.disagrees[0], counts.seen[0])
    order = np.argsort(-counts.seen[0], kind="stable")[:MOST_ROWS]
    rows = []
    for place in order.tolist():
        known = agree.high[place] - agree.low[place] <= 0.5
        enough = bool(found.common.enough[place])
        rows.append(
            [
                escape(text_of(found, place)),
                f"{int(counts.agrees[0, place]):,}",
                f"{int(counts.disagrees[0, place]):,}",
                f"{int(counts.seen[0, place]):,}",
                shared(agree, place) if known else NOT_ENOUGH,
                shared(disagree, place) if known else NOT_ENOUGH,
                shared(found.common.consensus, place) if enough else NOT_ENOUGH,
                shared(found.common.bridging, place) if enough else NOT_ENOUGH,
            ]
        )
    columns = [
        "Statement",
        "Agree",
        "Disagree",
        "Votes",
        "Share who agree",
        "Share who disagree",
        "Consensus",
        "Bridging",
    ]
    rest = len(counts.seen[0]) - MOST_ROWS
    return (
        f"<h2>All statements</h2>\n<details><summary>Votes on {len(order):,} statements</summary>"
        + table("Votes on every statement", columns, rows, {"Agree", "Disagree", "Votes"})
        + "</details>"
        + (f"\n<p>The {MOST_ROWS} with most votes; {rest:,} more are in the JSON.</p>" if rest > 0 else "")
    )


def _check(found: Findings, checked_with: str) -> str:
    return (
        "<h2>How to check it</h2>\n<p>Consensus on paper: in each group, add 1 to the votes that agree and 2 to all "
        "votes (passes too), divide, and multiply over the groups. The counts of each group stand in the JSON.</p>\n"
        f"<p>With the same files, <code>{escape(checked_with)}</code> gives these figures again, with the digest "
        f"<code>{escape(found.digest)}</code> of votes, groups, sectors and settings (version "
        f"{escape(found.version)}). The order of votes in the file makes no difference.</p>"
    )
