"""What happens to an account later: a password is forgotten, an address changes, a phone is lost, letters stop."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from playwright.sync_api import Page, expect

from causeway.domains.people.letters import send_with_consent
from causeway.domains.people.models import Consent, Person
from causeway.domains.people.queries import may_contact
from causeway.kernel.actors import System
from causeway.kernel.mail import Letter
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs
from tests.browser.test_account import arrive, code_from_letter, give_authenticator, look, sign_out
from tests.domains.people.scene import NEWS, agree
from tests.scenes import Scene

PASSWORD = "a long enough password"
NEW_PASSWORD = "three words together"


def confirmed(scene: Scene, name: str = "stranger") -> Person:
    """One of the cast, who has confirmed their address."""
    person = scene.people[name]
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def link_in_letter() -> str:
    """The path of the page that the last letter links to."""
    found = re.search(r"https?://\S+/account/\S+", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return urlsplit(found.group(0)).path


def test_a_forgotten_password_is_replaced_through_the_letter(open_as: OpenAs, cast: Scene) -> None:
    sam = confirmed(cast)
    page = open_as("visitor", phone=True, script=False)
    page.goto("/account/login/")
    page.get_by_role("link", name="Forgot your password?").click()
    page.get_by_label("E-mail address").fill(sam.email)
    page.get_by_role("button", name="Send the letter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your letters")
    assert mail.outbox[-1].to == [sam.email]
    path = link_in_letter()
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose a new password")
    page.get_by_label("New password").fill("short")
    page.get_by_role("button", name="Save the new password").click()
    expect(page.get_by_role("alert")).to_contain_text("too short")
    page.get_by_label("New password").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Save the new password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your password is changed")
    sign_in(page, sam.email, PASSWORD)
    expect(page.get_by_role("alert")).to_be_visible()
    sign_in(page, sam.email, NEW_PASSWORD)
    arrive(page)
    sign_out_without_script(page)
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_have_text("This link no longer works")


def sign_out_without_script(page: Page) -> None:
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    arrive(page)


def test_an_address_changes_once_the_new_one_is_confirmed_and_consents_go_with_it(open_as: OpenAs, cast: Scene) -> None:
    sam = confirmed(cast)
    perform(System(reason="a test"), agree(cast))
    page = open_as("visitor", phone=True)
    sign_in(page, sam.email, PASSWORD)
    arrive(page)
    page.goto("/account/email/")
    page.get_by_label("New e-mail address").fill("sam@example.net")
    page.get_by_role("button", name="Send a code there").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Confirm your e-mail address")
    assert Person.objects.get(pk=sam.pk).email == "sam@example.org"
    assert mail.outbox[-1].to == ["sam@example.net"]
    page.get_by_label("Code").fill(code_from_letter())
    page.get_by_role("button", name="Confirm", exact=True).click()
    page.goto("/people/account/")
    expect(page.get_by_role("main")).to_contain_text("sam@example.net")
    told = [letter for letter in mail.outbox if letter.to == ["sam@example.org"]]
    assert "sam@example.net" in str(told[-1].body), "the old address is told"
    assert may_contact("sam@example.net", cast.westbury.pk, "email", NEWS)
    assert not may_contact("sam@example.org", cast.westbury.pk, "email", NEWS)


def test_passkeys_are_renamed_and_removed_and_a_recovery_code_lets_in_once(open_as: OpenAs, cast: Scene) -> None:
    sam = confirmed(cast)
    page = open_as("visitor", phone=True)
    give_authenticator(page)
    sign_in(page, sam.email, PASSWORD)
    arrive(page)
    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name").fill("Old phone")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    codes = page.get_by_role("main").locator("code").all_inner_texts()
    assert len(codes) == len(set(codes)) == 10

    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name="Rename Old phone").click()
    look(page, "rename-passkey")
    page.get_by_label("Name").fill("Blue phone")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("main")).to_contain_text("Blue phone")

    # The phone is lost: a recovery code instead of the passkey, and not twice.
    sign_out(page)
    sign_in(page, sam.email, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    page.get_by_label("Code").fill(codes[0])
    page.get_by_role("button", name="Sign in", exact=True).click()
    arrive(page)
    sign_out(page)
    sign_in(page, sam.email, PASSWORD)
    page.get_by_label("Code").fill(codes[0])
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Code").fill(codes[1])
    page.get_by_role("button", name="Sign in", exact=True).click()
    arrive(page)

    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name="Remove Blue phone").click()
    page.get_by_label("Password").fill(PASSWORD)  # what is asked again after a recovery code
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Blue phone")
    look(page, "remove-passkey")
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_role("main")).to_contain_text("You have none yet")
    assert "passkey" in mail.outbox[-1].subject
    sign_out(page)
    sign_in(page, sam.email, PASSWORD)
    arrive(page)


def test_leaving_quickly_goes_elsewhere_and_back_does_not_return(open_as: OpenAs) -> None:
    for leave in ("click", "keys"):
        page = open_as("visitor", phone=True)
        page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<title>Weather</title>"))
        page.goto("/people/gone/")
        page.goto("/people/safety/")
        if leave == "click":
            page.get_by_role("button", name="Leave this page quickly").click()
        else:
            for _press in range(3):
                page.keyboard.press("Escape")
        page.wait_for_url("https://www.bbc.co.uk/weather")
        page.go_back()
        assert urlsplit(page.url).path == "/people/gone/"


def test_letters_stop_by_the_page_behind_their_link_and_by_one_click(open_as: OpenAs, cast: Scene) -> None:
    perform(System(reason="a test"), agree(cast))
    letter = Letter("sam@example.org", "News", "people/letters/account_closes", {"link": ""})
    assert send_with_consent(letter, controller_id=cast.westbury.pk, purpose=NEWS)
    sent = mail.outbox[-1]
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = urlsplit(sent.extra_headers["List-Unsubscribe"].strip("<>")).path
    page = open_as("visitor", phone=True)
    page.goto(path)  # a mail scanner opens it too: that changes nothing
    look(page, "unsubscribe")
    assert may_contact("sam@example.org", cast.westbury.pk, "email", NEWS)
    page.get_by_role("button", name="Stop these letters").click()
    expect(page.get_by_role("main")).to_contain_text("You will get no more of these letters")
    assert not may_contact("sam@example.org", cast.westbury.pk, "email", NEWS)

    perform(System(reason="a test"), agree(cast, email="kim@example.org"))
    assert send_with_consent(
        Letter("kim@example.org", "News", "people/letters/account_closes", {"link": ""}),
        controller_id=cast.westbury.pk,
        purpose=NEWS,
    )
    path = urlsplit(mail.outbox[-1].extra_headers["List-Unsubscribe"].strip("<>")).path
    mail_program = Client(enforce_csrf_checks=True)  # it has no cookie
    answer = mail_program.post(path, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.content.decode()) == (200, "You will get no more of these letters.")
    assert not Consent.objects.filter(withdrawn_at=None).exists()
