"""How a map is drawn of votes: the same each time, staying put, and never of so few that it tells of somebody."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.assemblies.opinion_computing import Figures, Gathered
from causeway.domains.assemblies.opinion_computing_draw import Drawn, draw
from causeway.domains.assemblies.opinion_steps import may_follow, stepped
from tests.domains.assemblies.opinions import SHARED, STATEMENTS, Vote, camp, said

LEFT, RIGHT = -1, 1


def drawn(gathered: Gathered, **more: Any) -> Drawn:
    """The map, which there is."""
    found = draw(gathered, **more)
    assert found is not None
    return found


def the_map(gathered: Gathered, **more: Any) -> Figures:
    """What is said of groups."""
    found: Figures = drawn(gathered, **more).figures["map"]
    return found


def two_camps(left: int = 30, right: int = 20) -> list[Vote]:
    return camp(0, left, LEFT) + camp(1000, right, RIGHT)


def test_the_same_votes_in_any_order_give_the_same_map() -> None:
    votes = two_camps()
    shuffled = random.Random(7).sample(votes, len(votes))
    assert draw(said(votes)) == draw(said(shuffled))


def test_camps_are_found_with_what_bridges_and_what_divides_them() -> None:
    found = the_map(said(two_camps()))
    assert [(group["name"], group["people"]) for group in found["groups"]] == [("A", 30), ("B", 20)]
    assert {number for number, side in found["bridges"] if side == "agree"} == set(SHARED)
    assert set(found["divides"]) == set(range(1, STATEMENTS + 1)) - set(SHARED)
    assert all(group["stands_for"] for group in found["groups"])


def test_a_group_of_fewer_than_ten_is_never_described() -> None:
    found = the_map(said(camp(0, 40, LEFT) + camp(1000, 6, RIGHT)))
    assert all(group["people"] >= 10 for group in found["groups"])
    assert "--group-count" in found["asked"]
    assert found["placed"] == 46, "nor can it be told by taking the other groups from everybody"


@given(st.lists(st.integers(1, STATEMENTS), min_size=20, max_size=60))
def test_nobody_or_ten_people_at_least_are_left_out_of_the_groups(seen: list[int]) -> None:
    votes = [
        vote
        for person, number in enumerate(seen)
        for vote in camp(person, 1, LEFT if person % 2 else RIGHT, seen=number)
    ]
    found = drawn(said(votes)).figures["map"]
    if found:
        left_out = len(seen) - found["placed"]
        assert left_out == 0 or left_out >= 10
        assert all(group["people"] >= 10 for group in found["groups"])


def test_fewer_than_twenty_people_give_no_map() -> None:
    assert drawn(said(two_camps(10, 9))).figures["map"] is None
    assert drawn(said([])).figures["map"] is None
    assert drawn(said(two_camps(10, 10))).figures["map"] is not None


def test_nothing_is_drawn_anew_before_ten_people_have_voted_since() -> None:
    votes = two_camps()
    first = drawn(said(votes))
    nine = votes + camp(2000, 9, RIGHT)
    assert draw(said(nine), before=first.figures, marks=first.marks) is None
    assert draw(said(nine), before=first.figures, marks=first.marks, last=True) is not None
    assert draw(said(votes + camp(2000, 10, RIGHT)), before=first.figures, marks=first.marks) is not None
    otherwise = [(person, number, 0 if person < 10 else value) for person, number, value in votes]
    assert draw(said(otherwise), before=first.figures, marks=first.marks) is not None, "a changed mind counts too"


def test_groups_keep_their_names_and_axes_their_direction_when_the_smaller_becomes_the_larger() -> None:
    votes = two_camps(30, 20)
    first = drawn(said(votes))
    later = drawn(said(votes + camp(3000, 40, RIGHT)), before=first.figures, marks=first.marks)
    before, now = first.figures["map"], later.figures["map"]
    assert [(group["name"], group["people"]) for group in now["groups"]] == [("B", 60), ("A", 30)]
    assert side_of(before, "A") * side_of(now, "A") > 0
    assert side_of(before, "B") * side_of(now, "B") > 0


def side_of(found: Figures, group: str) -> float:
    return sum(people * x for name, people, x, _y in found["crowds"] if name == group)


def test_nobodys_place_group_or_number_stands_in_the_figures() -> None:
    votes = [(person + 10**14, number, value) for person, number, value in two_camps()]
    figures = drawn(said(votes)).figures
    assert str(10**14) not in str(figures)
    assert all(people >= 10 for _name, people, _x, _y in figures["map"]["crowds"])


def test_hands_at_tables_count_in_what_bridges_and_in_no_group() -> None:
    votes = two_camps()
    agreed, rejected = {SHARED[0]: (30, 2, 1)}, {SHARED[0]: (2, 30, 1)}
    with_agreement, against = the_map(said(votes, tables=agreed)), the_map(said(votes, tables=rejected))
    assert [SHARED[0], "agree"] in with_agreement["bridges"]
    assert [SHARED[0], "agree"] not in against["bridges"]
    assert [SHARED[1], "agree"] in against["bridges"], "where no hands were counted the tables are not asked"
    groups = the_map(said(votes))["groups"]
    assert with_agreement["groups"] == against["groups"] == groups


def test_hands_at_tables_are_counted_in_steps_of_ten() -> None:
    votes = two_camps()
    first = drawn(said(votes, tables={1: (9, 0, 0), 2: (8, 1, 1)}))
    assert first.figures["tables"] == {"2": {"all": [8, 1, 10], "of": {}}}
    more = said(votes, tables={1: (9, 0, 0), 2: (10, 5, 4)})
    assert draw(more, before=first.figures, marks=first.marks) is None
    last = drawn(more, before=first.figures, marks=first.marks, last=True)
    assert last.figures["tables"] == {"2": {"all": [10, 5, 19], "of": {}}}


def test_a_section_that_is_missing_or_too_small_is_named_in_the_warning() -> None:
    sections = dict.fromkeys(range(30), "users") | dict.fromkeys(range(1000, 1009), "workers")
    figures = drawn(said(two_camps(), sections=sections, expected=("users", "workers", "community"))).figures
    assert figures["few"] == ["workers", "community"]
    assert not any("workers" in row["of"] for row in figures["sectors"]["rows"].values())


def test_what_bridges_sections_is_worked_out_from_what_is_shown() -> None:
    sections = dict.fromkeys(range(30), "users") | dict.fromkeys(range(1000, 1020), "workers")
    figures = drawn(said(two_camps(), sections=sections, expected=("users", "workers"))).figures
    row = figures["sectors"]["rows"][str(SHARED[0])]
    assert row["of"].keys() == {"users", "workers"}
    assert row["agree"][1] > 0.5
    assert figures["few"] == []


Row = Mapping[str, Any]


def row(everybody: tuple[int, int, int], **of: tuple[int, int, int]) -> Row:
    return {"all": list(everybody), "of": {name: list(cell) for name, cell in of.items()}}


def test_a_row_by_section_waits_until_every_part_of_it_has_ten_votes_more() -> None:
    before = row((20, 10, 30), users=(8, 7, 15))
    assert may_follow(before, before)
    assert not may_follow(before, row((21, 10, 31), users=(9, 7, 16))), "one user"
    assert not may_follow(before, row((30, 10, 40), users=(9, 7, 16))), "one user among ten people"
    assert not may_follow(before, row((21, 19, 40), users=(8, 16, 24))), "ten people, one of them no user"
    assert not may_follow(before, row((20, 10, 30), users=(7, 8, 15))), "one user changed their mind"
    assert may_follow(before, row((30, 10, 40), users=(18, 7, 25)))
    assert may_follow(before, row((40, 10, 50), users=(18, 7, 25)))
    assert not may_follow(before, row((90, 10, 100))), "users would be told from both"


cells = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda cell: (*cell, sum(cell) + 1))
growth = st.lists(
    st.tuples(cells, cells, cells, st.sets(st.sampled_from(["users", "workers"]))), min_size=2, max_size=12
)


@given(growth)
def test_whatever_is_published_twice_differs_by_nothing_or_by_ten_people(steps: list[Any]) -> None:
    """An attacker keeps every page, and subtracts any two, for each section and for all others together."""
    counts = dict.fromkeys(("users", "workers", "others"), (0, 0, 0))
    published: list[Row] = []
    shown: dict[str, Row] = {}
    for *grown, named in steps:
        counts = {
            name: tuple(map(sum, zip(cell, more, strict=True)))  # type: ignore[misc]
            for (name, cell), more in zip(counts.items(), grown, strict=True)
        }
        everybody = tuple(map(sum, zip(*counts.values(), strict=True)))
        shown = stepped(shown, {"1": row(everybody, **{name: counts[name] for name in named})})  # type: ignore[arg-type]
        published += [shown["1"]] if shown else []
    for first in range(len(published)):
        for second in published[first:]:
            for old, new in differences(published[first], second):
                assert old == new or new[-1] - old[-1] >= 10


def differences(before: Row, now: Row) -> list[tuple[list[int], list[int]]]:
    """What can be told by subtracting: each section in both, and everybody but those."""
    both = before["of"].keys() & now["of"].keys()
    pairs = [(before["of"][name], now["of"][name]) for name in both]
    rest = [
        [part - sum(one["of"][name][place] for name in both) for place, part in enumerate(one["all"])]
        for one in (before, now)
    ]
    return [*pairs, (rest[0], rest[1])]
