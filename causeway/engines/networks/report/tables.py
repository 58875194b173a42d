"""The tables of the page. That of all organisations says in words what the picture shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from causeway.engines.networks.chance import Figure
from causeway.engines.networks.measuring import Findings
from causeway.engines.networks.report.picture import Picture, square
from causeway.engines.networks.report.sentences import amount, capital, decimal, percent

Rows = Iterable[Sequence[str]]


def organisations(found: Findings, picture: Picture) -> str:
    """Everybody, most central first: square, kind, standing, and who is in contact with them."""
    network, held = found.network, found.holding
    contacts, support = network.contacts(), network.support()
    order = [*picture.places, *sorted(set(network.names) - set(picture.places))]
    head = ["Organisation", "Kind", "Square", "Contacts", "Ways through it", "Core", "In contact with"]
    rows = []
    for name in order:
        gives, gets = set(support.successors(name)), set(support.predecessors(name))
        kind = network.kinds.get(name, "not known") + (", holds power" if name in network.powers else "")
        where = square(picture.places[name]) if name in picture.places else "not drawn"
        counts = [str(contacts.degree(name)), percent(held.standing[name].between), str(held.standing[name].core)]
        sorts = {
            "support both ways": gives & gets,
            "gives support to": gives - gets,
            "gets support from": gets - gives,
            "without support": set(contacts[name]) - gives - gets,
        }
        near = "; ".join(f"{sort}: {', '.join(sorted(those))}" for sort, those in sorts.items() if those)
        rows.append([name, kind, where, *counts, capital(near) or "nobody"])
    return table("All organisations, those first through whom most ways lead", head, rows, "nnnt", start=3)


def losses(found: Findings) -> str:
    """Whom the network could not lose."""
    rows = [
        [one.name, str(len(one.cut_off)), "; ".join(", ".join(piece) for piece in one.pieces)]
        for one in found.holding.losses
    ]
    head = ["If this one left", "Cut off", "Who would be cut off (those who would stay together, between semicolons)"]
    return table("Whom you could not lose", head, rows, "n", "t", start=1) if rows else ""


def one_sided(found: Findings) -> str:
    """Support that came back in part or not at all."""
    rows = [[one.giver, one.receiver, amount(one.given), amount(one.returned)] for one in found.reciprocity.one_sided]
    head = ["From", "To", "Given", "Returned"]
    return table("Support given of which less came back", head, rows, "nn", start=2) if rows else ""


def figures(found: Findings) -> str:
    """The measures of the whole network."""
    rows = [
        ["Reciprocity of support (rho)", *figure_cells(found.reciprocity.rho)],
        ["Share of support returned, by weight", *figure_cells(found.reciprocity.weighted, share=True)],
        ["E-I index", *figure_cells(found.ei)],
        ["Assortativity by kind", *figure_cells(found.assortativity)],
        *([name.capitalize(), *figure_cells(one.share, share=True)] for name, one in found.capital.items()),
        *(
            [f"Pairs shared by {one.one} and {one.other}", *figure_cells(one.share, share=True)]
            for one in found.overlaps
        ),
        ["Organisations without whom others are cut off", *figure_cells(found.holding.cut_points)],
        ["Deepest core", *figure_cells(found.holding.deepest_core)],
    ]
    return table("Measures of the whole network", ["Measure", *FIGURE_HEAD], rows, "nnn", "t", start=1)


def layers(found: Findings) -> str:
    """Each kind of tie by itself."""
    rows = [[one.name.capitalize(), f"{one.ties:,}", f"{one.pairs:,}", *figure_cells(one.ei)] for one in found.layers]
    head = ["Kind of tie", "Ties", "Pairs", "E-I index", *FIGURE_HEAD[1:]]
    return table("Each kind of tie by itself", head, rows, "nnnnn", "t", start=1)


def by_kind(found: Findings) -> str:
    """How the organisations of each kind stand."""
    rows = []
    for one in found.holding.by_kind:
        between, core = one.between, one.core
        rows += [
            [one.kind, f"{one.organisations:,}", "ways through it", *figure_cells(between, share=True)],
            [one.kind, f"{one.organisations:,}", "core", *figure_cells(core)],
        ]
    head = ["Kind", "Organisations", "Mean of", *FIGURE_HEAD]
    return table("How each kind stands", head, rows, "n-nnn", "t", start=1) if rows else ""


def brokers(found: Findings) -> str:
    """All roles of all brokers."""
    rows = [
        [
            one.name,
            one.role,
            f"{one.pairs:,}",
            f"{one.expected:.1f}",
            "too few to say" if one.p is None else f"{one.p:.3f}",
        ]
        for one in sorted(found.brokerage.brokers, key=lambda one: (-one.pairs, one.name, one.role))
    ]
    head = ["Organisation", "Role", "Pairs it joins", "By lot", "p, all roles considered"]
    return table("Who joins those who are not in touch", head, rows, "-nnn", start=1) if rows else ""


FIGURE_HEAD = ["Figure", "By lot", "p", "Verdict"]


def figure_cells(one: Figure, *, share: bool = False) -> list[str]:
    """Value, what lots give on average, p and the verdict with the sample."""
    shown = percent if share else decimal
    value = "none" if one.value is None else shown(one.value)
    verdict = f"{one.verdict}{' than chance' if one.verdict in {'more', 'less'} else ' from chance' if one.p else ''}"
    if one.p is None or one.expected is None:
        return [value, "", "", f"{verdict} ({one.sample:,} {one.unit})"]
    return [value, shown(one.expected), f"{one.p:.3f}", f"{verdict} ({one.sample:,} {one.unit})"]


def table(caption: str, head: Sequence[str], rows: Rows, *kinds: str, start: int) -> str:
    """A table whose first column heads its rows; ``kinds`` say of the columns from ``start`` which hold numbers (n)."""
    css = dict(enumerate("".join(kinds), start=start))

    def cell(tag: str, at: int, text: str, scope: str = "") -> str:
        kind = css.get(at, "-")
        return f"<{tag}{scope}" + (f' class="{kind}"' if kind != "-" else "") + f">{escape(text)}</{tag}>"

    top = "".join(cell("th", at, text, ' scope="col"') for at, text in enumerate(head))
    body = "\n".join(
        "<tr>"
        + "".join(
            cell("th", at, text, ' scope="row"') if at == 0 else cell("td", at, text) for at, text in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )
