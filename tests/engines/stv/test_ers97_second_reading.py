"""The engine and its slow twin against the elections that a second reader of the ERS97 text worked on paper."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest

from causeway.engines import stv
from causeway.engines.exact import Tied, TieOrder, decimal_string
from tests.engines.stv import slow_twin
from tests.engines.stv.ers97_on_paper import WORKED

LOT = [0, 1, 2, 4, 3, 5]  # E before D


def counted(name: str, ties: TieOrder) -> stv.Result:
    paper = WORKED[name]
    election = stv.Election.of(paper.lines(), names=list(paper.candidates), seats=paper.places)
    return stv.count(election, rule="ers97", ties=ties)


def points(result: stv.Result, names: str) -> Iterator[tuple[int, str, list[Fraction], Fraction]]:
    """The engine's record, each exclusion opened at its batches by what was transferred at each value."""
    votes: list[Fraction] = []
    for stage in result.stages:
        whose = "".join(sorted(names[place] for place in stage.of))
        closed = [*stage.totals, stage.non_transferable]
        batches = list(dict.fromkeys(transfer.value for transfer in stage.transfers))
        if stage.action == "first-preferences":
            yield stage.number, "first", closed, stage.quota
        elif stage.action == "surplus":
            yield stage.number, f"surplus {whose} at {decimal_string(batches[0], 2)}", closed, stage.quota
        elif not batches:
            yield stage.number, f"exclude {whose}", closed, stage.quota
        for value in batches if stage.action == "exclusion" else []:
            for transfer in stage.transfers:
                if transfer.value == value:
                    votes[transfer.source] -= transfer.votes
                    votes[-1 if transfer.receiver is None else transfer.receiver] += transfer.votes
            yield stage.number, f"exclude {whose} at {decimal_string(value, 2)}", list(votes), stage.quota
        assert stage.action != "exclusion" or votes == closed
        votes = [*closed]


@pytest.mark.parametrize("name", WORKED)
def test_the_engine_counts_as_the_second_reader_did(name: str) -> None:
    paper = WORKED[name]
    result = counted(name, TieOrder.listed(LOT, size=6) if name == "by lot" else TieOrder.refuse())
    expected = [
        (row.stage, row.done, [Fraction(votes) for votes in row.votes.split()], Fraction(row.quota))
        for row in paper.rows
    ]
    assert list(points(result, paper.candidates)) == expected
    assert [(who.stage, paper.candidates[who.place]) for who in result.elected] == [
        (row.stage, letter) for row in paper.rows for letter in row.elected
    ]


@pytest.mark.parametrize("name", WORKED)
def test_the_slow_twin_counts_as_the_second_reader_did(name: str) -> None:
    paper = WORKED[name]
    rankings = [tuple(place - 1 for place in places) for count, places in paper.lines() for _ in range(count)]
    order = LOT if name == "by lot" else list(range(len(paper.candidates)))
    stages, elected = slow_twin.ers97(rankings, len(paper.candidates), paper.places, order)
    closing = {row.stage: [Fraction(votes) for votes in row.votes.split()] for row in paper.rows}
    assert [[*totals, rest] for totals, rest in stages] == list(closing.values())
    assert sorted(paper.candidates[place] for place in elected) == sorted("".join(row.elected for row in paper.rows))


def test_a_lot_that_the_rules_call_for_is_refused_where_none_was_declared() -> None:
    with pytest.raises(Tied, match="D and E are tied for exclusion at stage 6"):
        counted("by lot", TieOrder.refuse())


@pytest.mark.parametrize(
    ("name", "stage", "sentence"),
    [
        ("deferred together", 3, "with the surplus in hand (1.46), which waits, do not exceed"),
        ("deferred together", 3, "All places are filled, so 1.32 votes of F and E do not move."),
        ("falling quota", 2, "the quota falls to 10.75"),
        ("falling quota", 3, "That is all they are worth; the other 1.25 is non-transferable."),
        ("falling quota", 4, "B and D were equal; B had more votes at the earliest point"),
        ("by batches", 4, "The surplus in hand (0.50) waits: all of it would not lift E above"),
        ("by lot", 3, "B and C were equal; B had more votes at the earliest point"),
        ("by lot", 5, "D and E have 9.49 votes each, which is enough, but there are not places for all of them"),
        ("between batches", 4, "C and D were equal; D had fewer votes at the earliest point"),
    ],
)
def test_the_ground_says_why(name: str, stage: int, sentence: str) -> None:
    result = counted(name, TieOrder.listed(LOT, size=6) if name == "by lot" else TieOrder.refuse())
    assert sentence in result.stages[stage - 1].ground


def test_what_a_surplus_is_more_than_its_papers_are_worth_has_no_value_a_paper() -> None:
    """Two papers of a surplus of 2.25: one goes to D at 1.00; 1.25 goes to nobody, though the other is worth 1."""
    moved = counted("falling quota", TieOrder.refuse()).stages[2].transfers
    assert [(one.receiver, one.papers, one.value, one.votes) for one in moved] == [
        (3, 1, 1, 1),
        (None, 1, None, Fraction("1.25")),
    ]


@pytest.mark.parametrize("name", WORKED)
def test_what_was_worked_by_hand_adds_up_at_every_point(name: str) -> None:
    paper = WORKED[name]
    for row in paper.rows:
        assert sum(map(Decimal, row.votes.split())) == sum(weight for weight, _ in paper.lines()), row.done
    assert sum(len(row.elected) for row in paper.rows) == paper.places
