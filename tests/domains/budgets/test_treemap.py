"""The picture of the money: each box as large as its amount, none over another."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.budgets.treemap import HEIGHT, WIDTH, boxes_of, picture_of

amounts = st.lists(st.integers(-1_000, 10**10), max_size=60)


@given(amounts)
def test_each_box_is_as_large_as_its_amount(given_amounts: list[int]) -> None:
    boxes = boxes_of(given_amounts)
    total = sum(amount for amount in given_amounts if amount > 0)
    assert len(boxes) == sum(amount > 0 for amount in given_amounts)
    for box in boxes:
        wanted = given_amounts[box.place] / total * WIDTH * HEIGHT
        assert box.width * box.height == pytest.approx(wanted, rel=1e-6, abs=1e-6)


@given(amounts)
def test_the_boxes_lie_within_the_picture_and_not_over_one_another(given_amounts: list[int]) -> None:
    boxes = boxes_of(given_amounts)
    slack = 1e-6
    for number, box in enumerate(boxes):
        assert -slack <= box.x <= box.x + box.width <= WIDTH + slack
        assert -slack <= box.y <= box.y + box.height <= HEIGHT + slack
        for other in boxes[:number]:
            beside = box.x + box.width <= other.x + slack or other.x + other.width <= box.x + slack
            below = box.y + box.height <= other.y + slack or other.y + other.height <= box.y + slack
            assert beside or below


def test_the_picture_names_its_largest_parts_and_escapes_what_they_are_called() -> None:
    picture = picture_of([("Schools <b>", 600), ("Care", 300), ("Parks", 100), ("Fees", -5)])
    assert "Schools &lt;b&gt; 60 %, Care 30 %, Parks 10 %" in picture
    assert len(re.findall("<rect", picture)) == 3
    assert "<b>" not in picture


def test_without_money_there_is_no_picture() -> None:
    assert picture_of([("Nothing", 0)]) == ""
