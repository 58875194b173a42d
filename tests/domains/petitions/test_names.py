"""When two names at one postcode are the same, and when they only may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.petitions.names import alike, area_of, same_name, tidy_postcode


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë O’Neill-Day", "zoe  ONEILL day"),
        ("Mrs. Ann Lee", "Ann Lee"),
        ("J. R. Smith", "j r smith"),
        ("Łukasz Nowak", "Lukasz Nowak"),
        ("Muñoz, José", "munoz jose"),
        ("D'Arcy Jones", "D’arcy Jones"),
    ],
)
def test_spelling_and_titles_make_no_difference(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ann Lee", "Anne Lee"), ("Dr", "Mrs"), ("Ann Lee", "Ann Leigh"), ("张伟", "王伟")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert same_name(one) != same_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Carter", "William Carter"),
        ("W Carter", "William Carter"),
        ("Margaret Anne Holt", "Peggy Holt"),
        ("Jon Smyth", "John Smith"),
        ("Carter William", "William Carter"),
        ("Stephen Brwon", "Stephen Brown"),
    ],
)
def test_short_forms_initials_and_slips_are_asked_about(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Ann Lee", "Bob Lee"), ("Ann Lee", "Ann Khan"), ("", "Ann"), ("", ""), ("Jo Li", "Jo Lo")]
)
def test_family_and_neighbours_are_not_asked_about(one: str, other: str) -> None:
    assert not alike(one, other)


@given(st.text(max_size=60))
def test_a_name_brought_to_its_form_stays_there(name: str) -> None:
    once = same_name(name)
    assert same_name(once) == once
    assert same_name(f"  {name}. ") == once
    assert "  " not in once


@given(st.text(max_size=40), st.text(max_size=40))
def test_alike_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("m54wt", "M5 4WT"),
        (" M5  4WT. ", "M5 4WT"),
        ("sw1a 1aa", "SW1A 1AA"),
        ("L3 SAB", ""),
        ("LE1 OAB", "LE1 0AB"),
        ("M5 4W1", "M5 4WI"),
        ("hello", ""),
        ("", ""),
        ("M5", ""),
    ],
)
def test_a_postcode_is_read_as_it_was_meant(typed: str, tidy: str) -> None:
    assert tidy_postcode(typed) == tidy


@given(st.text(max_size=12))
def test_a_tidy_postcode_is_tidy_again(typed: str) -> None:
    tidy = tidy_postcode(typed)
    assert tidy_postcode(tidy) == tidy
    assert area_of(tidy) == tidy.split(" ")[0]
