"""Voting power: published examples, a twin that tries every coalition, and that all ways of counting agree."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.power import Game, measure, quota_of, sizes, tables
from causeway.engines.power.quadrature import bounded_shapley


@st.composite
def games(draw: st.DrawFn, *, heads: bool = True) -> Game:
    weights = draw(st.lists(st.integers(0, 9), min_size=1, max_size=7).filter(any))
    enough = st.none() | st.integers(1, len(weights)) if heads else st.none()
    return Game(
        weights=tuple(weights),
        quota=draw(st.integers(1, sum(weights))),
        heads=draw(st.integers(0, len(weights))) if heads else 0,
        enough_heads=draw(enough),
    )


def every_coalition(game: Game, member: int) -> list[int]:
    """Swings of a member by the number of others, one coalition after the other."""
    others = [place for place in range(len(game.weights)) if place != member]
    found = []
    for size in range(len(others) + 1):
        sums = [sum(game.weights[place] for place in group) for group in itertools.combinations(others, size)]
        found.append(
            sum(game.wins(held + game.weights[member], size + 1) and not game.wins(held, size) for held in sums)
        )
    return found


@given(game=games())
@settings(max_examples=150)
def test_power_is_what_trying_every_coalition_gives(game: Game) -> None:
    size = len(game.weights)
    swings = [every_coalition(game, member) for member in range(size)]
    if not sum(map(sum, swings)):
        return
    for member, found in zip(measure(game).members, swings, strict=True):
        assert member.swings == sum(found)
        assert member.penrose == Fraction(sum(found), 2 ** (size - 1))
        assert member.banzhaf == Fraction(sum(found), sum(map(sum, swings)))
        chances = [math.factorial(k) * math.factorial(size - 1 - k) for k in range(size)]
        assert member.shapley == Fraction(sum(map(math.prod, zip(found, chances, strict=True))), math.factorial(size))


@given(game=games(heads=False))
@settings(max_examples=100)
def test_all_ways_of_counting_agree(game: Game) -> None:
    weights, quota = game.reduced()
    table = sizes.by_size(weights, quota, lambda _: None)
    assert tables.from_halves(weights, quota, lambda _: None) == table
    row = tables.in_all(weights, quota, lambda _: None)
    assert row == {weight: (sum(at), sum(less)) for weight, (at, less) in table.items()}


@given(game=games(heads=False))
@settings(max_examples=100)
def test_the_bound_of_the_quadrature_holds(game: Game) -> None:
    weights, quota = game.reduced()
    for member, weight in zip(measure(game).members, weights, strict=True):
        index, error = bounded_shapley(weights, quota, lambda _: None)[weight]
        assert abs(Fraction(index) - member.shapley) <= Fraction(error) < Fraction(1, 10**6)


def test_numbers_beyond_64_bits_are_counted_exactly() -> None:
    """Ninety members of one vote each: the swings of a simple majority are binomial coefficients."""
    members = measure(Game(weights=(1,) * 90, quota=46)).members
    assert {member.swings for member in members} == {math.comb(89, 45)}
    assert {member.shapley for member in members} == {Fraction(1, 90)}
    row = tables.in_all((1,) * 90, 46, lambda _: None)
    assert row[1][0] - row[1][1] == math.comb(89, 45)


def counted_by_hand(weights: tuple[int, ...], quota: int, member: int) -> tuple[list[int], list[int]]:
    """Coalitions of others by size, below the quota and below the quota less the member's votes: whole numbers only."""
    others = weights[:member] + weights[member + 1 :]
    found = [Counter() for _ in weights]
    found[0][0] = 1
    for joined, weight in enumerate(others):
        for size in range(joined, -1, -1):
            for votes, number in found[size].items():
                found[size + 1][votes + weight] += number
    at, less = (
        [sum(number for votes, number in of.items() if votes < limit) for of in found]
        for limit in (quota, quota - weights[member])
    )
    return at, less


@pytest.mark.parametrize("hundredths", [10, 50, 51, 90])
def test_a_table_of_many_members_holds_what_whole_numbers_hold(hundredths: int) -> None:
    """Seventy members need more than one modulus; the quota lies low, in the middle and high."""
    weights = (0, 0, *(1 + place * place % 15 for place in range(68)))
    quota = sum(weights) * hundredths // 100
    table = sizes.by_size(weights, quota)
    row = tables.in_all(*Game(weights=weights, quota=quota).reduced(), lambda _: None)
    for member in (0, 2, 9, 30, 69):
        at, less = counted_by_hand(weights, quota, member)
        assert table[weights[member]] == (at, less)
        assert sum(at) - sum(less) == row[weights[member]][0] - row[weights[member]][1]


def test_a_table_says_beforehand_what_it_takes() -> None:
    """A row of counts for each size, from the votes of the smallest members to those of the largest or the quota."""
    table_bytes, additions = sizes.table_for((1, 2, 4), 3)
    assert table_bytes == 8 * (1 + 2)  # of nobody: 0; of one: 1 and 2; two have the quota
    assert additions == 2


def test_a_game_too_large_for_the_table_keeps_exact_swings_and_bounds_the_rest() -> None:
    weights = tuple(range(1, 81))
    exact, bounded = (measure(Game(weights=weights, quota=1700), memory_bytes=memory) for memory in (1 << 30, 1 << 10))
    assert (exact.method, bounded.method) == ("table", "row and quadrature")
    for one, other in zip(exact.members, bounded.members, strict=True):
        assert one.swings == other.swings
        assert 0 < other.shapley_error < Fraction(1, 10**8)
        assert abs(one.shapley - other.shapley) <= other.shapley_error


def test_the_community_of_1958_gave_luxembourg_nothing() -> None:
    """Felsenthal and Machover, The Measurement of Voting Power (1998), table 5.3.5: quota 12 of 17."""
    members = measure(Game(weights=(4, 4, 4, 2, 2, 1), quota=12)).members
    assert [member.banzhaf for member in members] == [Fraction(n, 21) for n in (5, 5, 5, 3, 3, 0)]
    assert [member.shapley for member in members] == [Fraction(n, 60) for n in (14, 14, 14, 9, 9, 0)]
    assert [member.dummy for member in members] == [False] * 5 + [True]


def test_the_permanent_members_of_the_security_council_can_block() -> None:
    """Weights 7 and 1, quota 39; Shapley-Shubik 421/2145 and 4/2145, Banzhaf 106/635 and 21/1270 (ibid.)."""
    members = measure(Game(weights=(7,) * 5 + (1,) * 10, quota=39)).members
    assert (members[0].shapley, members[9].shapley) == (Fraction(421, 2145), Fraction(4, 2145))
    assert (members[0].banzhaf, members[9].banzhaf) == (Fraction(106, 635), Fraction(21, 1270))
    assert [member.blocks for member in members] == [True] * 5 + [False] * 10


def test_a_double_majority_needs_votes_and_heads() -> None:
    """Three big members have the votes for two thirds, but not the heads."""
    votes = measure(Game(weights=(10, 10, 10, 1, 1, 1), quota=22)).members
    both = measure(Game(weights=(10, 10, 10, 1, 1, 1), quota=22, heads=4)).members
    assert votes[3].banzhaf < both[3].banzhaf
    assert sum(member.banzhaf for member in both) == 1


def test_weights_of_persons_are_counted_as_they_are() -> None:
    """Sums far beyond any table, and the same game in millions."""
    small = measure(Game(weights=(84, 68, 59, 48, 38, 19), quota=200)).members
    large = measure(Game(weights=tuple(w * 10**9 + 1 for w in (84, 68, 59, 48, 38, 19)), quota=200 * 10**9)).members
    assert [member.swings for member in small] == [member.swings for member in large]


@pytest.mark.parametrize(
    ("text", "quota"), [("12", 12), ("65%", 12), (">50%", 9), ("50%", 9), ("66.5%", 12), ("100%", 17), (">5", 6)]
)
def test_a_quota_is_read_as_people_write_it(text: str, quota: int) -> None:
    assert quota_of(text, (4, 4, 4, 2, 2, 1)) == quota


NONSENSE: dict[str, dict[str, object]] = {
    "There must be between 1 and 1000 weights.": {"weights": (), "quota": 1},
    f"Weights must be whole numbers from 0, and at most {10**15} together.": {"weights": (-1, 2), "quota": 1},
    "The quota must lie between 1 and the sum of the weights, 3.": {"weights": (1, 2), "quota": 4},
    "The heads needed must lie between 0 and the number of members, 2.": {"weights": (1, 2), "quota": 2, "heads": 3},
    "There are 1 names for 2 weights.": {"weights": (1, 2), "quota": 2, "names": ("a",)},
    "The name of member 2 is empty, cannot be shown or has over 300 signs.": {
        "weights": (1, 2),
        "quota": 2,
        "names": ("a", "\x1b[31m"),
    },
}


@pytest.mark.parametrize("sentence", NONSENSE)
def test_a_game_that_makes_no_sense_is_refused_in_a_sentence(sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        Game(**NONSENSE[sentence])  # type: ignore[arg-type]
    assert refused.value.sentence == sentence
