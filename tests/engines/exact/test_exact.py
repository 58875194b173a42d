"""Exact numbers, declared orders and digests."""

from __future__ import annotations

import hashlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.engines.exact import (
    BadInput,
    Tied,
    TieOrder,
    canonical_json,
    decimal_string,
    digest_of,
    fraction_string,
    to_units,
)


@given(st.integers(-(10**30), 10**30), st.integers(0, 12))
def test_a_numeral_and_its_units_are_one_value(units: int, places: int) -> None:
    assert to_units(decimal_string(Fraction(units, 10**places), places), places) == units


@given(st.fractions(), st.integers(0, 9))
def test_a_decimal_is_cut_towards_zero_and_never_rounded_up(value: Fraction, places: int) -> None:
    shown = Fraction(decimal_string(value, places))
    assert abs(shown) <= abs(value) < abs(shown) + Fraction(1, 10**places)
    assert Fraction(fraction_string(value)) == value


@pytest.mark.parametrize("text", ["", "1e30", "nan", "1,5", "--1", "1.", ".5", "٣", "9" * 41])
def test_what_is_no_numeral_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(BadInput, match="is not a number"):
        to_units(text, 2)


def test_more_decimals_than_a_unit_holds_are_refused_with_the_line() -> None:
    assert to_units("1.500", 1) == 15
    with pytest.raises(BadInput, match=r"Line 7: “0\.125” has more than 2 decimal places"):
        to_units("0.125", 2, line=7)


def test_a_drawn_order_can_be_drawn_again_with_any_sha_256() -> None:
    lots = {
        place: hashlib.sha256(f"causeway tie order 1\nMay 2026\n{place}".encode()).hexdigest() for place in (1, 2, 3)
    }
    expected = tuple(place - 1 for place in sorted(lots, key=lots.__getitem__))
    assert TieOrder.drawn("May 2026", size=3).order == expected


def test_an_order_favours_its_first_and_drops_its_last() -> None:
    order = TieOrder.listed([2, 0, 1], size=3)
    assert order.first({0, 1}, what="election") == 0
    assert order.last({0, 1, 2}, what="exclusion") == 1


def test_a_refusing_order_names_the_tied_and_what_for() -> None:
    with pytest.raises(Tied, match="Ann and Ben are tied for exclusion") as caught:
        TieOrder.refuse().last({1, 0}, what="exclusion", names=["Ann", "Ben"])
    assert caught.value.tied == (0, 1)
    assert TieOrder.refuse().last({1}, what="exclusion") == 1


def test_an_order_that_leaves_somebody_out_is_refused() -> None:
    with pytest.raises(BadInput, match="each of the 3 once"):
        TieOrder.listed([0, 1, 1], size=3)


def test_two_lists_of_parts_never_share_a_digest_by_running_together() -> None:
    assert digest_of([b"ab", b"c"]) != digest_of([b"a", b"bc"])
    assert canonical_json({"b": 1, "a": "é"}) == '{"a":"é","b":1}'.encode()
