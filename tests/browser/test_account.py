"""An account's life, in a real browser: opened, confirmed, secured, left."""

from __future__ import annotations

import re
import time
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from playwright.sync_api import Page, expect

from causeway.domains.people.models import Person
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.people.scene import make_staff, sams_request
from tests.scenes import Scene


def look(page: Page, name: str) -> None:
    """Check the page, and keep a picture of it."""
    check_accessible(page)
    picture(page, f"people-{name}")


def code_from_letter() -> str:
    """The code in the last letter."""
    found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})?)\s*$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found.group(1)


def arrive(page: Page) -> None:
    """Wait for the home page, where signing in and out ends."""
    page.wait_for_url(lambda address: urlsplit(address).path == "/")


def give_authenticator(page: Page) -> None:
    """A device that makes passkeys, as a phone would: it finds the person by finger, and needs no address."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def sign_out(page: Page) -> None:
    page.goto("/people/account/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    arrive(page)


@pytest.mark.parametrize("phone", [True])
def test_somebody_opens_an_account_secures_it_and_signs_in_in_every_way(open_as: OpenAs, phone: bool) -> None:
    page = open_as("visitor", phone=phone)
    give_authenticator(page)

    # An employer's address: a warning with both choices, and nothing sent.
    page.goto("/account/signup/")
    look(page, "sign-up")
    page.get_by_label("E-mail address").fill("robin@westbury.nhs.uk")
    page.get_by_label("Display name").fill("Robin")
    page.get_by_label("Password").fill("three words together")
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your employer")
    look(page, "employer-warning")
    assert not mail.outbox
    page.get_by_role("button", name="Use another address").click()

    # Their own address, confirmed by a code that is typed in.
    expect(page.get_by_label("Display name")).to_have_value("Robin")
    page.get_by_label("E-mail address").fill("robin@example.org")
    page.get_by_label("Password").fill("short")
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("alert")).to_contain_text("too short")
    look(page, "sign-up-error")
    page.get_by_label("Password").fill("three words together")
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Confirm your e-mail address")
    look(page, "confirm-address")
    page.get_by_label("Code").fill("WRONG1")
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Code").fill(code_from_letter())
    page.get_by_role("button", name="Confirm", exact=True).click()
    arrive(page)
    page.goto("/people/account/")
    expect(page.get_by_role("main")).to_contain_text("robin@example.org")
    look(page, "account")

    # A passkey, with its recovery codes.
    page.goto("/account/2fa/")
    look(page, "ways-to-sign-in")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Show that it is you")
    look(page, "is-it-you")
    page.get_by_label("Password").fill("three words together")
    page.get_by_role("button", name="Go on").click()
    look(page, "add-passkey")
    page.get_by_label("Name").fill("My phone")
    page.get_by_label("Let me sign in with it alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    look(page, "recovery-codes")
    page.goto("/account/2fa/webauthn/")
    expect(page.get_by_role("main")).to_contain_text("My phone")
    look(page, "passkeys")

    # Codes from an app.
    page.goto("/account/2fa/totp/activate/")
    look(page, "set-up-app")
    secret = page.get_by_role("main").locator("code").inner_text()
    now = int(time.time()) // 30
    page.get_by_label("The code that the app shows now").fill(format_hotp_value(hotp_value(secret, now)))
    page.get_by_role("button", name="Switch on").click()
    expect(page.get_by_role("main")).to_contain_text("Switched on")

    # With the passkey alone.
    sign_out(page)
    page.goto("/account/login/")
    look(page, "sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    arrive(page)
    page.goto("/people/account/")
    expect(page.get_by_role("main")).to_contain_text("a password, a passkey, codes from an app")

    # With the password and a code.
    sign_out(page)
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill("robin@example.org")
    page.get_by_label("Password").fill("three words together")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    look(page, "second-step")
    page.get_by_label("Code").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + 1)))
    page.get_by_role("button", name="Sign in", exact=True).click()
    arrive(page)
    page.goto("/people/account/")
    expect(page.get_by_role("main")).to_contain_text("Robin")

    # Leave, now.
    page.goto("/people/account/leave/")
    page.get_by_label("Password").fill("three words together")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leave Causeway")
    look(page, "leave")
    page.get_by_label("Type the word ERASE").fill("erase")
    page.get_by_role("button", name="Erase my account now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account is erased")
    assert not Person.objects.filter(email="robin@example.org").exists()


def test_somebody_opens_an_account_with_a_passkey_and_no_password(open_as: OpenAs) -> None:
    page = open_as("visitor")
    give_authenticator(page)
    page.goto("/account/signup/")
    page.get_by_role("link", name="Use a passkey instead").click()
    look(page, "sign-up-by-passkey")
    page.get_by_label("E-mail address").fill("kim@example.org")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Confirm your e-mail address")
    page.get_by_label("Code").fill(code_from_letter())
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Make your passkey")
    look(page, "make-passkey")
    page.get_by_role("button", name="Make the passkey").click()
    arrive(page)
    sign_out(page)
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    arrive(page)
    page.goto("/people/account/")
    expect(page.get_by_role("main")).to_contain_text("kim@example.org")


def test_the_account_works_without_script_on_a_phone(open_as: OpenAs) -> None:
    page = open_as("stranger", phone=True, script=False)
    page.goto("/people/account/name/")
    page.get_by_label("Display name").fill("Wren")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("Wren")
    page.goto("/people/account/hide/")
    page.get_by_role("main").get_by_role("button", name="Hide me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are hidden")
    page.goto("/people/safety/")
    assert page.get_by_role("button", name="Leave this page quickly").get_attribute("href") == (
        "https://www.bbc.co.uk/weather"
    )


def test_the_pages_about_letters_and_data_are_accessible(open_as: OpenAs) -> None:
    page = open_as("stranger", phone=True)
    for path, name in (
        ("/people/account/hide/", "hide"),
        ("/people/account/name/", "name"),
        ("/people/account/letters/", "letters"),
        ("/people/account/data/", "data"),
        ("/people/account/data/requests/", "requests"),
        ("/people/safety/", "safety"),
        ("/people/ask/", "ask"),
        ("/account/email/", "change-address"),
        ("/account/password/change/", "change-password"),
        ("/account/logout/", "sign-out"),
        ("/account/password/reset/", "reset-password"),
        ("/account/inactive/", "inactive"),
        ("/account/password/reset/done/", "reset-sent"),
    ):
        page.goto(path)
        look(page, name)


def test_staff_answer_a_request_in_a_session_with_a_banner(open_as: OpenAs, cast: Scene) -> None:
    make_staff(cast, "handler_one")
    sams_request(cast, body=cast.westbury.pk)
    page = open_as("handler_one", phone=True)
    page.goto("/people/staff/")
    page.get_by_label("Password").fill("a long enough password")
    page.get_by_role("button", name="Go on").click()
    look(page, "open-staff-session")
    page.get_by_label("What is it about?").select_option(label=cast.westbury.name)
    page.get_by_label("Why do you need to look?").fill("Somebody complained about letters.")
    page.get_by_role("button", name="Open the session").click()
    expect(page.get_by_text("because: Somebody complained about letters.")).to_be_visible()
    look(page, "desk")
    page.get_by_role("link", name="Complain about").click()
    page.get_by_role("button", name="Acknowledge").click()
    page.get_by_label("Your answer").fill("We are sorry, and have stopped.")
    look(page, "desk-request")
    page.get_by_role("button", name="Answer and close").click()
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    page.get_by_role("button", name="Close the session").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
