"""What the measures say, in sentences for people who organise."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from causeway.engines.networks.chance import CLEAR, Figure
from causeway.engines.networks.holding import Loss
from causeway.engines.networks.measuring import Findings
from causeway.engines.networks.network import ACTION, AFFILIATION, SUPPORT

MOST_LISTED = 8
MOST_SENTENCES = 5
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDS = {
    AFFILIATION: ("affiliation", "affiliations"),
    ACTION: ("joint action", "joint actions"),
    SUPPORT: ("gift of support", "gifts of support"),
}
ROLE_WORDS = {
    "coordinator": "joins organisations of its own kind that are not in touch",
    "itinerant": "joins organisations of one other kind that are not in touch",
    "gatekeeper": "lets word from other kinds in to its own",
    "representative": "takes word from its own kind out to others",
    "liaison": "joins kinds that are both not its own",
}
Section = tuple[str, list[str]]


def sections(found: Findings) -> list[Section]:
    """Headings with what there is to say under each."""
    return [
        ("Who is there", overview(found)),
        ("Whom you could not lose", holding_together(found)),
        ("Whether support is returned", support(found)),
        ("Within kinds and between them", mixing(found)),
        ("Who joins those who are not in touch", brokers(found)),
    ]


def overview(found: Findings) -> list[str]:
    """How many, of what kinds, how tied, and since when."""
    network = found.network
    kinds = len(set(network.kinds.values()))
    unknown = len(network.names) - len(network.kinds)
    ties = listed([counted(layer.ties, *WORDS[layer.name]) for layer in found.layers if layer.ties])
    said = [f"There are {counted(len(network.names), 'organisation', 'organisations')}{_of_kinds(kinds)}."]
    if unknown:
        who = counted(unknown, "organisation", "organisations")
        said.append(f"The kind of {who} is not known, which leaves them out where kinds are compared.")
    if not found.pairs:
        return [*said, "No ties are recorded."]
    said.append(
        f"{capital(counted(found.pairs, 'pair is', 'pairs are'))} in contact, {number(found.many_sided, none='none')} "
        f"of them in more than one way: {ties}{_days(found)}."
    )
    together = [size for size in found.holding.parts if size > 1]
    alone = len(found.holding.parts) - len(together)
    if len(together) == 1:
        said.append("All who have any contact hang together." if alone else "All hang together.")
    else:
        sizes = listed([f"{size:,}" for size in together])
        said.append(
            f"They fall into {counted(len(together), 'part', 'parts')} without contact to each other: of {sizes}."
        )
    if alone:
        said.append(f"{capital(counted(alone, 'organisation has', 'organisations have'))} no contact at all.")
    return said


def holding_together(found: Findings) -> list[str]:
    """Articulation points, betweenness, and the core."""
    held = found.holding
    if not found.pairs:
        return ["There is nothing to lose yet."]
    said = [loss_sentence(loss) for loss in held.losses[:MOST_SENTENCES]]
    if len(held.losses) > MOST_SENTENCES:
        said.append(f"{capital(counted(len(held.losses) - MOST_SENTENCES, 'more is', 'more are'))} in the table.")
    if not said:
        said.append("Whoever left, nobody else would be cut off by that alone.")
    many = counted(len(held.losses), "such organisation", "such organisations")
    lots = (
        f"Here {'is' if len(held.losses) == 1 else 'are'} {many}; of networks drawn by lot, with as many contacts for "
    )
    said.append(_beside(held.cut_points, lots + "each, one has {expected} on average: "))
    first = max(held.standing, key=lambda name: (held.standing[name].between, name))
    if held.standing[first].between > 0:
        share = percent(held.standing[first].between)
        said.append(f"{first} stands most between others: {share} of the shortest ways between them lead through it.")
    return [*said, *_core(found)]


def _core(found: Findings) -> list[str]:
    """Who is in the deepest core, where it is less than half of all."""
    standing = found.holding.standing
    deepest = max(one.core for one in standing.values())
    core = sorted(name for name, one in standing.items() if one.core == deepest)
    if deepest < 2:
        return ["There is no dense part: take any group, and somebody in it has but one contact there."]
    size, all_of_them = counted(len(core), "organisation", "organisations"), f"{len(standing):,}"
    words = f"each in contact with at least {number(deepest)} others of them"
    if 2 * len(core) > len(standing):
        return [f"The densest part is broad: {size} of {all_of_them}, {words}."]
    return [f"The densest part is {size}, {words}: {listed(core)}."]


def loss_sentence(loss: Loss) -> str:
    """“If X left, these three would be cut off from the rest: A, B and C.”"""
    cut = loss.cut_off
    if len(cut) == 1:
        return f"If {loss.name} left, {cut[0]} would be cut off."
    groups = "" if len(loss.pieces) == 1 else f", in {number(len(loss.pieces))} parts"
    return f"If {loss.name} left, these {number(len(cut))} would be cut off from the rest{groups}: {listed(cut)}."


def support(found: Findings) -> list[str]:
    """Reciprocity, and where it is missing."""
    one = found.reciprocity
    if not one.arcs:
        return ["No support is recorded."]
    lots = "Reciprocity (rho) is {value}; if all gave and got as often, with partners by lot, it would be {expected}: "
    said = [
        f"One organisation supports another in {counted(one.arcs, 'case', 'cases')}; in "
        f"{number(one.returned, none='none')} of these the other supports it too. By weight, "
        f"{percent(one.weighted.value or 0)} of all support is returned.",
        _beside(one.rho, lots),
    ]
    nothing = sum(not pair.returned for pair in one.one_sided)
    if nothing:
        said.append(f"{capital(counted(nothing, 'case has', 'cases have'))} had nothing in return. The widest gaps:")
    for pair in one.one_sided[:3]:
        back = "nothing" if not pair.returned else amount(pair.returned)
        said.append(f"{pair.giver} gave {pair.receiver} {amount(pair.given)} and got {back} back.")
    return said


def mixing(found: Findings) -> list[str]:
    """Bonding, bridging, linking, and the E-I index."""
    if not found.network.kinds:
        return ["Nobody said of what kind organisations are, so kinds cannot be compared."]
    words = {
        "bonding": "Within kinds (bonding)",
        "bridging": "Between kinds (bridging)",
        "linking": "With institutions of power (linking)",
    }
    said = []
    for name, what in words.items():
        one = found.capital[name]
        if not one.possible:
            said.append(f"{what}: no such pair is possible here.")
            continue
        said.append(
            f"{what}: {one.tied:,} of {one.possible:,} possible pairs are in contact, "
            f"{percent(one.tied / one.possible)}. "
            + _beside(one.share, "If kinds were dealt out by lot, it would be {expected}: ", share=True)
        )
    if found.ei.value is not None:
        way = (
            "More pairs in contact are of two kinds than of one"
            if found.ei.value > 0
            else "More pairs in contact are of one kind than of two"
            if found.ei.value < 0
            else "As many pairs in contact are of one kind as of two"
        )
        said.append(
            f"{way}: the E-I index is {decimal(found.ei.value)}, where -1 is all within and 1 all across. "
            + _beside(found.ei, "By lot it would be {expected}: ")
        )
    return [*said, *_standing_of_kinds(found), *_shared(found)]


def _standing_of_kinds(found: Findings) -> list[str]:
    """Kinds that stand between others more or less than lots would have it, p times the number of kinds looked at."""
    kinds, said = found.holding.by_kind, []
    for one in kinds:
        between = one.between
        if between.p is not None and between.expected is not None and between.p * len(kinds) <= CLEAR:
            said.append(
                f"{one.kind}: on average {percent(between.value or 0)} of the shortest ways lead through one of them, "
                f"by lot {percent(between.expected)} (p {p_shown(between)}, with {number(len(kinds))} kinds looked at)."
            )
    return said


def _shared(found: Findings) -> list[str]:
    """Kinds of tie that join the same pairs more or less than chance."""
    return [
        f"{capital(one.one)} and {one.other} share {one.shared:,} of {one.either:,} pairs. "
        + _beside(one.share, "With names dealt out by lot it would be {expected}: ", share=True)
        for one in found.overlaps
        if one.share.p is not None
    ]


def brokers(found: Findings) -> list[str]:
    """Those who have a role more than lots would have it."""
    if not found.brokerage.pairs:
        return ["Nobody stands between two who are not in touch, as far as kinds are known."]
    clear = [one for one in found.brokerage.brokers if one.clear]
    clear.sort(key=lambda one: (one.p, -one.pairs, one.name))
    if clear:
        return [
            f"{one.name} {ROLE_WORDS[one.role]} ({one.role}): {counted(one.pairs, 'pair', 'pairs')}, where lots would "
            f"give {one.expected:.1f} (p {one.p:.3f}, all organisations and roles considered)."
            for one in clear[:MOST_SENTENCES]
        ]
    if all(one.p is None for one in found.brokerage.brokers):
        return ["There are too few to say whether anybody has a role of its own; the table has the counts."]
    return ["Nobody has any one role clearly more than if kinds were dealt out by lot; the table has the counts."]


def _beside(one: Figure, words: str, *, share: bool = False) -> str:
    """What lots would give, and whether that differs; or that there is too little to say."""
    if one.p is None or one.expected is None or one.value is None:
        return f"Too few to say more ({one.sample:,} {one.unit})."
    shown = percent if share else decimal
    verdict = {
        "more": "this is more than chance",
        "less": "this is less than chance",
        "no different": "chance alone can do this",
    }[one.verdict]
    return words.format(expected=shown(one.expected), value=shown(one.value)) + f"{verdict} (p {p_shown(one)})."


def p_shown(one: Figure) -> str:
    """Three places, which is as fine as 999 draws are."""
    return "" if one.p is None else f"{one.p:.3f}"


def decimal(value: float) -> str:
    """Two places, without a minus before nothing."""
    shown = f"{value:.2f}"
    return "0.00" if shown == "-0.00" else shown


def percent(value: float) -> str:
    """A whole percentage, or one place where it is small."""
    return f"{100 * value:.0f}%" if value >= 0.1 or not value else f"{100 * value:.1f}%"


def amount(hundredths: int) -> str:
    """A weight as the file counts."""
    return f"{hundredths // 100:,}" if hundredths % 100 == 0 else f"{hundredths / 100:,.2f}"


def number(count: int, none: str = "no") -> str:
    """In words up to ten."""
    if not count:
        return none
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """“one pair”, “three pairs”, “12 pairs”."""
    return f"{number(count)} {one if count == 1 else many}"


def capital(text: str) -> str:
    """With a capital letter."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """“A, B and C”; of more than eight, the first eight and how many more."""
    shown = list(names[:MOST_LISTED])
    if len(names) > MOST_LISTED:
        shown.append(f"{number(len(names) - MOST_LISTED)} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "nobody"


def day(date: datetime.date) -> str:
    """22 November 2026."""
    return f"{date.day} {date:%B %Y}"


def _days(found: Findings) -> str:
    dates = sorted(tie.date for tie in found.network.ties if tie.date)
    if not dates:
        return ""
    return f", on {day(dates[0])}" if dates[0] == dates[-1] else f", from {day(dates[0])} to {day(dates[-1])}"


def _of_kinds(kinds: int) -> str:
    return f", of {counted(kinds, 'kind', 'kinds')}" if kinds else ""
