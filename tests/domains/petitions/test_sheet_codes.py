"""The letter of a sheet's number catches what a tired hand does."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from causeway.domains.petitions.sheet_codes import code_of, number_in
from causeway.kernel.errors import Invalid

numbers = st.integers(min_value=1, max_value=9_999_999)


@given(numbers)
def test_a_code_reads_back_as_its_number(number: int) -> None:
    assert number_in(code_of(number)) == number


@pytest.mark.parametrize("written", ["42-V", "42v", " 0042 - v ", "42–V", "42.v"])
def test_a_code_is_read_however_it_is_spaced(written: str) -> None:
    assert number_in(written) == 42


@given(numbers, st.integers(0, 6), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_caught(number: int, place: int, digit: str) -> None:
    digits, letter = code_of(number).split("-")
    assume(place < len(digits) and digits[place] != digit)
    wrong = digits[:place] + digit + digits[place + 1 :]
    with pytest.raises(Invalid):
        number_in(f"{wrong}-{letter}")


@given(numbers, st.integers(0, 5))
def test_two_neighbours_swapped_are_always_caught(number: int, place: int) -> None:
    digits, letter = code_of(number).split("-")
    assume(place + 1 < len(digits) and digits[place] != digits[place + 1])
    wrong = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    with pytest.raises(Invalid):
        number_in(f"{wrong}-{letter}")


@pytest.mark.parametrize(
    "written", ["", "42", "V", "0-A", "42-VV", "-42-V", "4 2-V", "99999999999-A", "42-Z", "４２-V"]
)
def test_anything_else_is_refused_with_a_sentence(written: str) -> None:
    with pytest.raises(Invalid, match=r"\.$|mistyped"):
        number_in(written)
