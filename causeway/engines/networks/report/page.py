"""One self-contained page: what the network says, the picture, the tables that say the same, and how to check it."""

from __future__ import annotations

from html import escape

from causeway.engines.networks.measuring import Findings
from causeway.engines.networks.report import tables
from causeway.engines.networks.report.picture import Picture, legend, svg
from causeway.engines.networks.report.sentences import sections
from causeway.engines.networks.report.style import STYLE

HOW = {
    "kinds": "For everything about kinds, the network stays as it is and the kinds are dealt out again by lot.",
    "support": "For support, everybody gives to as many and gets from as many, with partners drawn by lot.",
    "whole": "For cut points and the core, everybody has as many contacts, with partners drawn by lot. For what two "
    "kinds of tie share, one of them keeps its shape and its names are dealt out by lot.",
}


def page(found: Findings, picture: Picture, *, title: str, checked_with: str) -> str:
    """The page as HTML, for print and screen, without script or outside file.

    Args:
        found: what was measured.
        picture: where organisations stand.
        title: a heading.
        checked_with: the command that gives the same figures again.
    """
    parts = [f"<h1>{escape(title)}</h1>", *_said(found), *_picture(found, picture)]
    parts += [
        "<h2>The tables</h2>",
        tables.organisations(found, picture),
        tables.losses(found),
        tables.one_sided(found),
        tables.figures(found),
        tables.layers(found),
        tables.by_kind(found),
        tables.brokers(found),
        *_check(found, checked_with),
    ]
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def _said(found: Findings) -> list[str]:
    parts = []
    for heading, sentences in sections(found):
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
        parts.append(f"<h2>{escape(heading)}</h2>\n<ul>{items}</ul>")
    return parts


def _picture(found: Findings, picture: Picture) -> list[str]:
    left = len(found.network.names) - len(picture.places)
    rest = f" The {left:,} least central of {len(found.network.names):,} are in the tables only." if left else ""
    return [
        '<h2 id="picture">The picture</h2>',
        "<p>Organisations that are in contact stand near each other, those without contacts at the bottom. A larger "
        "shape stands on more of the shortest ways between others. Names are written where there is room; each stands "
        f"in the table with its square.{rest}</p>",
        legend(found, picture),
        '<div class="wide" role="region" aria-labelledby="picture" tabindex="0">',
        svg(found, picture),
        "</div>",
    ]


def _check(found: Findings, command: str) -> list[str]:
    lots = found.lots
    return [
        "<h2>How to check it</h2>",
        "<p>A figure says little until it is held against chance. Each test draws lots many times over, measures "
        "again, and counts how often chance goes as far: p is the share, doubled for the two ways in which it can go, "
        f"with the real network counted in. {HOW['kinds']} {HOW['support']} {HOW['whole']} Below ten organisations or "
        "ten ties, or where lots cannot differ, it says that there is too little.</p>",
        f"<p>With the same file, <code>{escape(command)}</code> gives these figures again: seed {lots.seed}, "
        f"{lots.draws:,} draws, {lots.rewirings:,} networks by lot. The order of lines makes no difference. "
        f"Version {escape(found.version)}; digest of organisations, ties and lots:</p>",
        f"<p><code>{escape(found.digest)}</code></p>",
    ]
