"""What the ways give, ready to be shown: side by side, in tables and in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from causeway.domains.assemblies.counting_for import section_label
from causeway.domains.budgets.computing import Funded, NotFunded, Stood, Worked
from causeway.domains.budgets.models import Way
from causeway.domains.budgets.sentence import in_pounds
from causeway.domains.budgets.sharing import by_shares

HOW = {
    Way.EQUAL_SHARES: gettext_lazy(
        "Everybody who votes holds an equal share of the money. A proposal is paid for when those who ticked it can "
        "pay its cost together, the cheapest for each of them first. What is left over raises all shares alike, and "
        "in the end goes to the proposals with most votes that it can pay for."
    ),
    Way.MOST_VOTES: gettext_lazy(
        "The proposal with most votes is paid for first, then the next, and so on. One that costs more than is left is "
        "passed over."
    ),
    Way.BALANCED: gettext_lazy(
        "As equal shares, but users, workers and community hold equal parts of the money together, however many of "
        "each voted. Whoever counts for no section holds as much as in equal parts."
    ),
}
GOT = (
    gettext_lazy("nothing that they ticked"),
    gettext_lazy("up to half of an equal share"),
    gettext_lazy("up to an equal share"),
    gettext_lazy("up to two equal shares"),
    gettext_lazy("more than two equal shares"),
)


@dataclass(frozen=True)
class Bar:
    """How many papers got so much, and their part of all papers in per cent, for a bar."""

    label: str
    papers: int
    percent: int


@dataclass(frozen=True)
class GroupShown:
    """What a section of voters got."""

    name: str
    papers: int
    nothing: int
    worth: str


@dataclass(frozen=True, kw_only=True)
class WayShown:
    """One way at the head of its column."""

    way: str
    label: str
    how: str
    decides: bool
    funded: int
    spent: str
    left: str
    spent_percent: int
    sentences: list[str]
    bars: list[Bar]
    groups: list[GroupShown]
    digest: str
    command: str


@dataclass(frozen=True)
class Cell:
    """A proposal under one way: whether it is paid for, and what is to be said of that."""

    label: str
    funded: bool
    short: str
    decides: bool


@dataclass(frozen=True)
class Row:
    """A proposal under each way. ``sentence`` says why the deciding way does not pay for it; "" where it does."""

    number: int
    title: str
    cost: str
    cost_pounds: int
    votes: int
    cells: list[Cell]
    sentence: str
    ground: str


def ways_shown(results: Mapping[Way, Worked], decides: Way | None, commands: Mapping[Way, str]) -> list[WayShown]:
    """Each way with its figures."""
    return [
        WayShown(
            way=way.value,
            label=str(way.label),
            how=str(HOW[way]),
            decides=way is decides,
            funded=len(worked.funded),
            spent=in_pounds(worked.spent_pounds),
            left=in_pounds(worked.amount_pounds - worked.spent_pounds),
            spent_percent=100 * worked.spent_pounds // worked.amount_pounds,
            sentences=_sentences(worked),
            bars=bars(worked),
            groups=[_group(name, worked) for name in worked.by_section],
            digest=worked.digest,
            command=commands[way],
        )
        for way, worked in results.items()
    ]


def rows_shown(stood: Sequence[Stood], results: Mapping[Way, Worked], decides: Way | None) -> list[Row]:
    """Each proposal under each way, those with most votes first."""
    found = {way: _by_place(worked) for way, worked in results.items()}
    first = next(iter(found.values()))
    main = found[decides] if decides else first
    places = sorted(range(len(stood)), key=lambda place: (-first[place].votes, place))
    return [
        Row(
            number=stood[place].number,
            title=stood[place].title,
            cost=in_pounds(stood[place].cost_pounds),
            cost_pounds=stood[place].cost_pounds,
            votes=first[place].votes,
            cells=[_cell(way, one[place], way is decides) for way, one in found.items()],
            sentence=why_not(main[place], decides),
            ground=_ground(main[place]),
        )
        for place in places
    ]


def bars(worked: Worked) -> list[Bar]:
    """How many papers got how much."""
    return [
        Bar(str(label), papers, 100 * papers // max(worked.papers, 1))
        for label, papers in zip(GOT, worked.got, strict=True)
    ]


def why_not(one: Funded | NotFunded, way: Way | None) -> str:
    """Why a proposal is not paid for, and how far it was from support, in a sentence or two; "" where it is."""
    if isinstance(one, Funded):
        return ""
    reasons = {
        "nobody": _("Nobody ticked it."),
        "too dear": _("It costs more than all the money there is."),
        "supporters": _("Those who ticked it had not enough left between them to pay for it."),
        "left": _("When its turn came, less was left than it costs."),
        "ended": _("The money had come to its end before its turn."),
    }
    return " ".join([reasons[one.why], *_distance(one, way)])


def note_on_distance(way: Way | None) -> str:
    """What is to be known of how far a proposal was from support, under the way that decided."""
    if way is Way.BALANCED:
        return _(
            "Where sections hold parts of the money, another voter would change what each in the section holds. So "
            "only the money that was missing is told."
        )
    return _(
        "So many more voters, who tick this proposal alone, would have had it paid for, everything else being the same."
    )


def _distance(one: NotFunded, way: Way | None) -> list[str]:
    said = []
    if one.lacked_pounds:
        said.append(_("It lacked %(money)s.") % {"money": in_pounds(one.lacked_pounds)})
    if one.supporters is None:
        return said
    if way is None or not by_shares(way):
        more = ngettext(
            "%(n)s more vote would have been enough.", "%(n)s more votes would have been enough.", one.supporters
        )
    else:
        more = ngettext(
            "%(n)s more supporter with as much money as everybody held in the end could have paid for it.",
            "%(n)s more supporters, each with as much money as everybody held in the end, could have paid for it.",
            one.supporters,
        )
    return [*said, more % {"n": one.supporters}]


def _by_place(worked: Worked) -> dict[int, Funded | NotFunded]:
    every: list[Funded | NotFunded] = [*worked.funded, *worked.not_funded]
    return {one.place: one for one in every}


def _cell(way: Way, one: Funded | NotFunded, decides: bool) -> Cell:
    return Cell(str(way.label), isinstance(one, Funded), "" if isinstance(one, Funded) else _short(one), decides)


def _short(one: NotFunded) -> str:
    """How far it was from support, in a few words."""
    said = []
    if one.lacked_pounds:
        said.append(_("%(money)s short") % {"money": in_pounds(one.lacked_pounds)})
    if one.supporters:
        more = ngettext("%(n)s supporter short", "%(n)s supporters short", one.supporters)
        said.append(more % {"n": one.supporters})
    return _(", or ").join(said) or why_not(one, None)


def _ground(one: Funded | NotFunded) -> str:
    if isinstance(one, Funded) and one.ground:
        return _("It was level with another. The order drawn before the vote decided.")
    return ""


def _sentences(worked: Worked) -> list[str]:
    if not worked.papers:
        return [_("Nobody voted.")]
    said = [
        ngettext(
            "%(n)s of %(all)s papers has none of its choices paid for.",
            "%(n)s of %(all)s papers have none of their choices paid for.",
            worked.nothing,
        )
        % {"n": f"{worked.nothing:,}", "all": f"{worked.papers:,}"},
        _("What is paid for of a voter’s own choices costs %(money)s on average.")
        % {"money": in_pounds(worked.average_pounds)},
        _("Gini coefficient of what voters get: 0.%(gini)s (0: all alike; close to 1: few get all).")
        % {"gini": f"{worked.gini_hundredths:02}"},
    ]
    if worked.raised_pounds:
        raised = {"money": in_pounds(worked.raised_pounds)}
        said.append(_("Each share was raised by %(money)s in the end, so that less was left over.") % raised)
    return said


def _group(name: str, worked: Worked) -> GroupShown:
    group = worked.by_section[name]
    return GroupShown(section_label(name), group.papers, group.nothing, in_pounds(group.worth_pounds))
