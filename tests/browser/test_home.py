"""The front door, as a visitor meets it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenAs, check_accessible, picture


@pytest.mark.parametrize("phone", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_the_home_page_is_accessible_in_light_and_dark_on_phone_and_desktop(
    open_as: OpenAs, phone: bool, dark: bool
) -> None:
    page = open_as("visitor", phone=phone, dark=dark)
    page.goto("/")
    check_accessible(page)
    picture(page, f"home-{'phone' if phone else 'desktop'}-{'dark' if dark else 'light'}")
