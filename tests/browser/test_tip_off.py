"""A tip-off's whole life with JavaScript off: source, two handlers, reply, more, release by two, a threat."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from causeway.domains.services.models import Threat
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.services.scene import centre
from tests.domains.services.tip_off_scene import PASSPHRASE
from tests.scenes import Scene

SECRET = "I typed the paper: they mean to close the Rowan centre in May."


def make_key(page: Page) -> None:
    page.goto("/services/tip-offs/")
    page.get_by_role("link", name="Make your key").first.click()
    page.get_by_label("A new passphrase").fill(PASSPHRASE)
    page.get_by_label("The same passphrase again").fill(PASSPHRASE)
    page.get_by_role("button", name="Make the key").click()
    expect(page.get_by_text("Your key is made")).to_be_visible()


def unlock(page: Page) -> None:
    page.goto("/services/tip-offs/")
    page.get_by_role("link", name="Tip-off of").click()
    page.get_by_label("Your passphrase").first.fill(PASSPHRASE)
    page.get_by_role("button", name="Open with my passphrase").click()


def test_a_tip_off_becomes_a_threat_without_script_account_or_cookie(open_as: OpenAs, cast: Scene) -> None:
    centre(cast)
    hana, hugh = open_as("handler_one", script=False), open_as("handler_two", script=False, phone=True)
    make_key(hana)
    make_key(hugh)

    source = open_as("visitor", script=False, phone=True)
    source.goto("/services/tip-off/")
    source.get_by_role("link", name="Westbury Public Services Alliance").click()
    expect(source.get_by_role("heading", name="Before you write")).to_be_visible()
    picture(source, "tip-off-before-phone")
    source.get_by_role("button", name="I have thought about it").click()
    source.get_by_role("button", name="Lock it and send").click()
    expect(source.get_by_text("There is a problem")).to_be_visible()
    source.get_by_label("What should we know?").fill(SECRET)
    picture(source, "tip-off-write-phone")
    source.get_by_role("button", name="Lock it and send").click()
    code = source.locator(".return-code").inner_text()
    picture(source, "tip-off-code-phone")
    assert source.context.cookies() == []

    unlock(hana)
    expect(hana.get_by_text(SECRET)).to_be_visible()
    picture(hana, "tip-off-opened-desktop")
    hana.get_by_text("Reply to the source").click()
    hana.get_by_label("Your reply").fill("Which committee decides?")
    hana.get_by_role("button", name="Seal and send the reply").click()

    source.goto("/services/tip-off-return/")
    source.get_by_label("Your return code").fill(code.lower())
    source.get_by_role("button", name="Open").click()
    expect(source.get_by_text("Which committee decides?")).to_be_visible()
    assert SECRET not in source.content()
    source.get_by_label("Add more, or answer").fill("The cabinet, in March.")
    source.get_by_role("button", name="Lock it and send").click()
    expect(source.get_by_text("What you added is locked and sent.")).to_be_visible()
    picture(source, "tip-off-thread-phone")
    assert source.context.cookies() == []

    unlock(hugh)
    expect(hugh.get_by_text("The cabinet, in March.")).to_be_visible()
    hugh.get_by_text("Propose words to release").click()
    hugh.get_by_label("The exact words to release").fill("It is feared that the Rowan centre may close.")
    hugh.get_by_role("button", name="Propose the release").click()
    expect(hugh.get_by_text("Proposed. Another handler must open")).to_be_visible()
    expect(hugh.get_by_role("link", name="Decide on this release")).to_have_count(0)

    unlock(hana)
    hana.get_by_role("link", name="Decide on this release").click()
    released = hana.get_by_text("It is feared that the Rowan centre may close.")
    hana.get_by_label("Your passphrase").fill("wrong")
    hana.get_by_role("button", name="Show me the words").click()
    expect(hana.get_by_role("alert").get_by_text("does not open your key")).to_be_visible()
    expect(released).to_have_count(0)
    hana.get_by_label("Your passphrase").fill(PASSPHRASE)
    hana.get_by_role("button", name="Show me the words").click()
    expect(released).to_be_visible()
    picture(hana, "tip-off-decide")
    hana.get_by_label("Your passphrase, again").fill("wrong")
    hana.get_by_role("button", name="I have read them and agree").click()
    expect(hana.get_by_role("alert").get_by_text("does not open your key")).to_be_visible()
    expect(released).to_have_count(0)
    hana.get_by_label("Your passphrase, again").fill(PASSPHRASE)
    hana.get_by_role("button", name="I have read them and agree").click()
    expect(hana.get_by_text("It is feared that the Rowan centre may close.")).to_be_visible()

    cora = open_as("coordinator", script=False)
    cora.goto("/services/tip-offs/statements/")
    cora.get_by_role("link", name="Start a threat from it").click()
    cora.get_by_label("Which service does it threaten?").select_option("Rowan Day Centre")
    cora.get_by_label("A short title").fill("Rowan centre may close")
    cora.get_by_role("button", name="Record the threat").click()
    expect(cora.get_by_text("The threat is recorded")).to_be_visible()
    threat = Threat.objects.get(title="Rowan centre may close")
    assert threat.confidence == Threat.Confidence.RUMOUR
    assert SECRET not in f"{threat.summary} {threat.source}"


def test_the_pages_that_come_in_between_are_accessible(open_as: OpenAs, cast: Scene) -> None:
    make_key(open_as("handler_one"))
    hugh = open_as("handler_two", phone=True)
    make_key(hugh)
    source = open_as("visitor", phone=True)
    source.goto(f"/services/tip-off/{cast.westbury.slug}/write/")
    check_accessible(source)
    source.get_by_label("What should we know?").fill(SECRET)
    source.get_by_role("button", name="Lock it and send").click()
    check_accessible(source)
    code = source.locator(".return-code").inner_text()
    source.goto("/services/tip-off-return/")
    source.get_by_label("Your return code").fill(code)
    source.get_by_role("button", name="Open").click()
    check_accessible(source)
    source.get_by_role("button", name="Withdraw").click()
    check_accessible(source)
    unlock(hugh)
    check_accessible(hugh)
    picture(hugh, "tip-off-opened-phone")
