"""From the papers of a vote on proposals to what each way gives: the one file of this room that calls an engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from causeway.domains.budgets.models import Way

if TYPE_CHECKING:
    from causeway.engines.budgeting import Instance, Rejection, Result, Rules

COLUMN = "section"
NONE = "none"
PENCE = 100
STEPS = 20_000
GRID = (1, 2, 5)
PABULIB_RULE = {
    Way.EQUAL_SHARES: "equalshares/add1",
    Way.MOST_VOTES: "greedy",
    Way.BALANCED: "equalshares/add1",
}
WHY = {
    "Nobody voted for it.": "nobody",
    "It costs more than the whole budget.": "too dear",
    "When it was its turn, its supporters had not enough money left to pay for it.": "supporters",
    "When it was its turn, less was left of the budget than it costs.": "left",
}
BOUNDS = (Fraction(0), Fraction(1, 2), Fraction(1), Fraction(2))
"""What somebody got, as a part of an equal share: nothing, up to a half, up to one, up to two, or more."""


@dataclass(frozen=True, kw_only=True)
class Stood:
    """A proposal as it stood on the paper."""

    number: int
    title: str
    cost_pounds: int


@dataclass(frozen=True, kw_only=True)
class Voted:
    """All that a result is worked out from: anybody finds it in the published files. Papers are (code, marks, section),
    the section "" where papers do not say it. ``way`` is the one that was stated before the vote; ``seed`` drew the
    order that breaks ties.
    """

    title: str
    place: str
    year: int
    amount_pounds: int
    unit_pounds: int
    way: Way
    seed: str
    stood: Sequence[Stood]
    papers: Sequence[tuple[str, Sequence[int], str]]


@dataclass(frozen=True, kw_only=True)
class Funded:
    """A proposal that is paid for, by its place on the paper. ``payment`` is the most that a supporter paid for it, in
    pence as an exact fraction; "" where no shares were paid."""

    place: int
    cost_pounds: int
    votes: int
    payment: str
    payers: int
    emptied: int
    left_pounds: int
    ground: str


@dataclass(frozen=True, kw_only=True)
class NotFunded:
    """A proposal that is not paid for, why (a value of ``WHY``, or "ended"), and how far it was from support: so many
    supporters (None: no number would do), and so much money, rounded up to the pound (None: it lacked none)."""

    place: int
    cost_pounds: int
    votes: int
    why: str
    supporters: int | None
    lacked_pounds: int | None


@dataclass(frozen=True, kw_only=True)
class Group:
    """What a section of voters got: how many papers, how many with nothing, and what falls to them together."""

    papers: int
    nothing: int
    worth_pounds: int


@dataclass(frozen=True, kw_only=True)
class Worked:
    """What one way gives. Stored whole with the vote, so that it is never worked out again to be shown.

    ``held`` is what each paper started with, in pence as exact fractions, by section ("" for all alike; nothing under
    most votes first). ``got`` counts papers by what they got (``BOUNDS``). ``average_pounds``: the cost of what is paid
    for of a voter's own choices, on average.
    """

    way: str
    rule: str
    version: str
    digest: str
    papers: int
    amount_pounds: int
    spent_pounds: int
    funded: tuple[Funded, ...]
    not_funded: tuple[NotFunded, ...]
    held: Mapping[str, str] = field(default_factory=dict)
    raised_pounds: int = 0
    shares: Mapping[str, str] = field(default_factory=dict)
    nothing: int
    average_pounds: int
    gini_hundredths: int
    got: tuple[int, ...]
    by_section: Mapping[str, Group] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Plain values, as an allocation stores them."""
        return asdict(self)


def worked_from(stored: Mapping[str, Any]) -> Worked:
    """The result again, from what an allocation stores."""
    return Worked(
        **{
            **stored,
            "funded": tuple(Funded(**one) for one in stored["funded"]),
            "not_funded": tuple(NotFunded(**one) for one in stored["not_funded"]),
            "got": tuple(stored["got"]),
            "by_section": {name: Group(**group) for name, group in stored["by_section"].items()},
        }
    )


def unit_for(amount_pounds: int) -> int:
    """By how much shares are raised in a step: the smallest round amount that keeps the steps within ``STEPS``."""
    power = 1
    while True:
        for digit in GRID:
            if digit * power * STEPS >= amount_pounds:
                return digit * power
        power *= 10


def ways_for(voted: Voted) -> list[Way]:
    """The ways that the papers allow: balanced by section only where papers say their section."""
    told = bool(voted.papers) and all(section for _code, _marks, section in voted.papers)
    return [Way.EQUAL_SHARES, Way.MOST_VOTES, *([Way.BALANCED] if told else [])]


def shares_of(voted: Voted) -> dict[str, Fraction]:
    """The part of the money that each section of voters holds together.

    Those who count for no section hold as much each as everybody would in equal parts; the rest is divided equally
    among the sections, however many of them voted.
    """
    numbers = Counter(section for _code, _marks, section in voted.papers)
    none = Fraction(numbers.pop(NONE, 0), len(voted.papers))
    shares = {section: (1 - none) / len(numbers) for section in sorted(numbers)}
    return {**shares, **({NONE: none} if none else {})}


def as_pabulib(voted: Voted) -> str:
    """The papers as a Pabulib file, by which ``causeway allocate`` gives the same result."""
    from causeway.engines.budgeting import pabulib

    return pabulib.text(_instance(voted))


def work_out(voted: Voted, way: Way) -> Worked:
    """What this way gives. Exact throughout; ties go by the order that was drawn before the vote."""
    from causeway.engines.budgeting import allocate

    vote, rules = _instance(voted), _rules(voted, way)
    result = allocate(vote, rules)
    return Worked(
        way=way,
        rule=result.rule,
        version=result.version,
        digest=result.digest,
        papers=len(voted.papers),
        amount_pounds=voted.amount_pounds,
        spent_pounds=result.spent_pence // PENCE,
        funded=_funded(vote, result),
        not_funded=tuple(_not_funded(vote, rejection) for rejection in result.rejected),
        held={name: str(pence) for name, pence in result.voter_pence.items()},
        raised_pounds=result.raised_units * voted.unit_pounds,
        shares={name: str(part) for name, part in rules.shares.items()},
        **_measured(voted, vote, result),
    )


def _instance(voted: Voted) -> Instance:
    from causeway.engines.budgeting import Ballots, Instance, Project

    told = Way.BALANCED in ways_for(voted)
    ballots = Ballots.of(
        {place: 1 for place, mark in enumerate(marks) if mark} for _code, marks, _section in voted.papers
    )
    names = tuple(code for code, _marks, _section in voted.papers)
    details = {COLUMN: tuple(section for _code, _marks, section in voted.papers)} if told else {}
    return Instance(
        projects=tuple(
            Project(id=str(one.number), cost_pence=one.cost_pounds * PENCE, name=one.title) for one in voted.stood
        ),
        budget_pence=voted.amount_pounds * PENCE,
        ballots=replace(ballots, names=names, details=details),
        meta={
            "description": voted.title,
            "country": "United Kingdom",
            "unit": voted.place,
            "instance": str(voted.year),
            "num_projects": str(len(voted.stood)),
            "num_votes": str(len(voted.papers)),
            "budget": str(voted.amount_pounds),
            "vote_type": "approval",
            "rule": PABULIB_RULE[voted.way],
            "tie_order": f"drawn:{voted.seed}",
        },
    )


def _rules(voted: Voted, way: Way) -> Rules:
    from causeway.engines.budgeting import Rules

    ties = (f"drawn:{voted.seed}",)
    if way is Way.MOST_VOTES:
        return Rules(rule="greedy", ties=ties)
    shares = shares_of(voted) if way is Way.BALANCED else {}
    return Rules(
        completion="add1u",
        ties=ties,
        unit_pence=voted.unit_pounds * PENCE,
        shares=shares,
        voter_section=COLUMN if shares else "",
    )


def command_for(worked: Worked, *, unit_pounds: int, seed: str, file: str) -> str:
    """What to type, so that the same result comes out."""
    if worked.way == Way.MOST_VOTES:
        return f"causeway allocate {file} --rule greedy --ties drawn:{seed}"
    parts = [f"causeway allocate {file} --completion add1u --unit {unit_pounds} --ties drawn:{seed}"]
    parts += [f"--share {name}={part}" for name, part in worked.shares.items()]
    return " ".join([*parts, *([f"--voter-section {COLUMN}"] if worked.shares else [])])


def _funded(vote: Instance, result: Result) -> tuple[Funded, ...]:
    left, found = result.budget_pence, []
    for record in result.rounds:
        left -= record.cost_pence
        found.append(
            Funded(
                place=vote.position[record.project],
                cost_pounds=record.cost_pence // PENCE,
                votes=vote.votes[vote.position[record.project]],
                payment="" if record.payment is None else str(record.payment),
                payers=record.payers,
                emptied=record.emptied,
                left_pounds=left // PENCE,
                ground=record.ground,
            )
        )
    return tuple(found)


def _not_funded(vote: Instance, rejection: Rejection) -> NotFunded:
    place, lacked = vote.position[rejection.project], rejection.lacked_pence
    return NotFunded(
        place=place,
        cost_pounds=rejection.cost_pence // PENCE,
        votes=vote.votes[place],
        why=WHY.get(rejection.reason, "ended"),
        supporters=rejection.supporters_needed,
        lacked_pounds=None if lacked is None else -(-lacked // PENCE),
    )


def _measured(voted: Voted, vote: Instance, result: Result) -> dict[str, Any]:
    from causeway.engines.budgeting.measures import measure

    found = measure(vote, result.selected, by=COLUMN if vote.ballots.details else "")
    return {
        "nothing": found.everybody.excluded,
        "average_pounds": int(found.everybody.approved_pence) // PENCE,
        "gini_hundredths": int(found.gini * 100 + Fraction(1, 2)),
        "got": _got(voted, vote, result),
        "by_section": {
            name: Group(papers=group.voters, nothing=group.excluded, worth_pounds=int(group.worth_pence) // PENCE)
            for name, group in found.groups.items()
        },
    }


def _got(voted: Voted, vote: Instance, result: Result) -> tuple[int, ...]:
    """How many papers got how much, as a part of an equal share: each cost divided equally among its supporters."""
    chosen = [vote.position[name] for name in result.selected]
    part = {place: Fraction(vote.projects[place].cost_pence, vote.votes[place]) for place in chosen}
    counts = [0] * (len(BOUNDS) + 1)
    for marks, papers in Counter(tuple(marks) for _code, marks, _section in voted.papers).items():
        worth = sum((part[place] for place in chosen if marks[place]), Fraction(0))
        share = worth * len(voted.papers) / vote.budget_pence
        counts[sum(share > bound for bound in BOUNDS)] += papers
    return tuple(counts)
