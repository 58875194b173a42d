"""Every page on which people sign in and keep their account safe: for every eye, in the light and in the dark."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.browser.test_account import arrive
from tests.browser.test_account_changes import PASSWORD, confirmed, sign_in
from tests.scenes import Scene

ALLAUTHS_OWN_WORDS = ("Two-Factor", "email address", "Sign Up", "Passwordless", "security keys.")


@pytest.mark.parametrize(("phone", "dark"), [(True, True), (False, False)])
def test_the_pages_for_signing_in_are_plain_and_accessible(
    open_as: OpenAs, cast: Scene, phone: bool, dark: bool
) -> None:
    sam = confirmed(cast)
    page = open_as("visitor", phone=phone, dark=dark)

    def look(path: str, name: str) -> None:
        page.goto(path)
        show_that_it_is_me(page)
        check_accessible(page)
        picture(page, f"signin-{name}-{'phone' if phone else 'desktop'}-{'dark' if dark else 'light'}")
        words = page.locator("body").inner_text()
        assert not [word for word in ALLAUTHS_OWN_WORDS if word in words], path
        assert not page.locator("[placeholder]").count(), path

    for path, name in (
        ("/account/signup/", "sign-up"),
        ("/account/signup/passkey/", "sign-up-by-passkey"),
        ("/account/login/", "sign-in"),
        ("/account/password/reset/", "reset"),
        ("/account/password/reset/key/x-y/", "reset-link-too-old"),
    ):
        look(path, name)
    sign_in(page, sam.email, PASSWORD)
    arrive(page)
    page.goto("/account/reauthenticate/")
    check_accessible(page)
    for path, name in (
        ("/account/email/", "address"),
        ("/account/password/change/", "password"),
        ("/account/2fa/", "ways"),
        ("/account/2fa/webauthn/", "passkeys"),
        ("/account/2fa/webauthn/add/", "add-passkey"),
        ("/account/2fa/totp/activate/", "set-up-app"),
    ):
        look(path, name)
    secret = page.get_by_role("main").locator("code").inner_text()
    page.get_by_label("The code that the app shows now").fill(
        format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    )
    page.get_by_role("button", name="Switch on").click()
    expect(page.get_by_role("main")).to_contain_text("switched on")
    for path, name in (
        ("/account/2fa/recovery-codes/", "recovery-codes"),
        ("/account/2fa/recovery-codes/generate/", "new-recovery-codes"),
        ("/account/2fa/totp/deactivate/", "switch-off-app"),
    ):
        look(path, name)


def show_that_it_is_me(page: Page) -> None:
    """Type the password once more, where the page asks for it first."""
    heading = page.get_by_role("heading", name="Show that it is you")
    if heading.is_visible():
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Go on").click()
        expect(heading).to_have_count(0)


def test_a_passkey_is_offered_only_where_it_can_work(open_as: OpenAs) -> None:
    for script in (True, False):
        page = open_as("visitor", script=script)
        page.goto("/account/login/")
        expect(page.locator("#id_password")).to_be_visible()
        expect(page.locator("#passkey_login")).to_be_visible(visible=script)
