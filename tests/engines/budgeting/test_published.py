"""Published examples, each with its source."""

from __future__ import annotations

from fractions import Fraction

from causeway.engines.budgeting import Rules, allocate, instance

COST = 38400  # pence of each seat: a seat of a committee is a project of equal cost
FIRST = [*[["a", "b"]] * 3, *[["a", "c"]] * 3, *[["a", "d"]] * 2, ["b", "c", "f"], ["e"], ["f"], ["g"]]
SECOND = [*[["c", "d"]] * 3, *[["a", "b"]] * 2, *[["a", "c"]] * 2, ["b", "d"]]


def test_phragmen_gives_the_loads_of_lackner_and_skowron_2023_example_2_9() -> None:
    """M. Lackner, P. Skowron, Multi-Winner Voting with Approval Preferences (Springer, 2023), Example 2.9."""
    vote = instance(dict.fromkeys("abcdefgh", COST), FIRST, budget_pence=4 * COST)
    result = allocate(vote, Rules(rule="phragmen", ties=("list",)))
    assert result.selected == ("a", "b", "c", "d")
    loads = [record.value / COST for record in result.rounds]
    assert loads == [Fraction(1, 8), Fraction(11, 32), Fraction(55, 128), Fraction(5, 8)]
    assert result.rounds[1].ground.startswith("tied with c;")


def test_equal_shares_buys_one_seat_as_in_lackner_and_skowron_2023_example_2_11() -> None:
    """The first phase of the rule there, which is equal shares with four seats to pay for."""
    vote = instance(dict.fromkeys("abcdefgh", COST), FIRST, budget_pence=4 * COST)
    result = allocate(vote, Rules())
    assert [(record.project, record.payment) for record in result.rounds] == [("a", Fraction(COST, 8))]
    assert {name: each / COST for name, each in result.voter_pence.items()} == {"": Fraction(1, 3)}


def test_equal_shares_gives_the_payments_of_lackner_and_skowron_2023_example_2_12() -> None:
    vote = instance(dict.fromkeys("abcd", COST), SECOND, budget_pence=3 * COST)
    result = allocate(vote, Rules())
    assert [record.project for record in result.rounds] == ["c", "a"]
    assert [record.payment for record in result.rounds] == [Fraction(COST, 5), Fraction(13 * COST, 40)]
    assert (result.rounds[1].payers, result.rounds[1].emptied) == (2, 2)


def test_phragmen_gives_the_loads_of_lackner_and_skowron_2023_example_2_12() -> None:
    vote = instance(dict.fromkeys("abcd", COST), SECOND, budget_pence=3 * COST)
    result = allocate(vote, Rules(rule="phragmen"))
    assert result.selected == ("c", "b", "d")
    assert [record.value / COST for record in result.rounds] == [Fraction(1, 5), Fraction(1, 3), Fraction(29, 60)]


def test_equal_shares_gives_the_winners_of_pabulibs_own_example() -> None:
    """From the tests of Pabulib's checker (MIT): a, of 6, with 3 of 4 votes; b and c cost 4 with 2 votes each."""
    ballots = [["a", "b"], ["a", "b"], ["a", "c"], ["c"]]
    vote = instance({"a": 600, "b": 400, "c": 400}, ballots, budget_pence=1000)
    assert allocate(vote, Rules()).selected == ("a",)


def test_the_worked_example_of_the_documentation() -> None:
    """docs/engines/equal-shares.md works this out on paper."""
    ballots = [["hall", "path"], ["hall", "path"], ["hall"], ["garden", "path"], ["garden"], ["garden"]]
    vote = instance({"hall": 60000, "path": 30000, "garden": 45000}, ballots, budget_pence=120000)
    result = allocate(vote, Rules())
    assert [(record.project, record.payment, record.payers, record.emptied) for record in result.rounds] == [
        ("path", 10000, 3, 0),
        ("garden", 17500, 2, 1),
    ]
    [hall] = result.rejected
    assert (hall.project, hall.lacked_pence, hall.supporters_needed) == ("hall", 20000, 1)
    raised = allocate(vote, Rules(completion="add1"))
    assert (raised.selected, raised.raised_units) == (("path", "garden"), 66)
    assert raised.rejected[0].lacked_pence == 200
