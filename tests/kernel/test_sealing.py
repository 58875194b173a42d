"""Sealed fields: nobody reads them without the key, and keys can be rotated."""

from __future__ import annotations

import base64
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from causeway.kernel.errors import Refused
from causeway.kernel.sealing import (
    Unsealable,
    blind_index,
    key_id_of,
    make_key_pair,
    open_sealed,
    seal,
    seal_to,
    unseal,
)


@given(st.text())
def test_what_is_sealed_opens_again(text: str) -> None:
    assert unseal(seal(text, "a"), "a") == text


def test_a_sealed_value_opens_only_in_its_place() -> None:
    with pytest.raises(Unsealable):
        unseal(seal("secret", "a"), "b")


@given(st.integers(min_value=0, max_value=40))
def test_a_changed_value_does_not_open(position: int) -> None:
    sealed = bytearray(seal("a secret of some length", "a"))
    sealed[position] ^= 1
    with pytest.raises((Unsealable, UnicodeDecodeError)):
        unseal(bytes(sealed), "a")


def test_a_value_sealed_with_the_old_key_opens_after_rotation(settings: Settings) -> None:
    old = seal("secret", "a")
    settings.SEALING_KEYS = {**settings.SEALING_KEYS, "second": base64.b64encode(os.urandom(32)).decode()}
    settings.SEALING_KEY_CURRENT = "second"
    assert unseal(old, "a") == "secret"
    assert key_id_of(seal("secret", "a")) == "second"


def test_blind_indexes_agree_in_one_context_and_differ_between_two() -> None:
    assert blind_index("x", "a") == blind_index("x", "a") != blind_index("x", "b")


def test_only_the_holder_of_the_passphrase_opens_what_was_sealed_to_them() -> None:
    hana, hugh = make_key_pair("correct horse"), make_key_pair("battery staple")
    sealed = seal_to(hana.public, "they will close it in May", "tip-off")
    assert open_sealed(sealed, hana.locked_private, "correct horse", "tip-off") == "they will close it in May"
    with pytest.raises(Refused):
        open_sealed(sealed, hana.locked_private, "wrong", "tip-off")
    with pytest.raises(Unsealable):
        open_sealed(sealed, hugh.locked_private, "battery staple", "tip-off")
