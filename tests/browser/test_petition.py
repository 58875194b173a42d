"""A petition in the browser: a visitor on a phone without script signs and confirms; the coordinator sees the total."""

from __future__ import annotations

import re

from django.core import mail
from playwright.sync_api import expect

from causeway.domains.petitions.models import Signature
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.petitions.scene import petition
from tests.scenes import Scene
from tests.work import work


def test_a_visitor_signs_on_a_phone_without_script_and_the_coordinator_sees_it(
    open_as: OpenAs, cast: Scene, live_server: object
) -> None:
    found = petition(cast)
    page = open_as("visitor", phone=True, script=False)
    page.goto(f"/petitions/{found.slug}/")
    for box in page.get_by_role("checkbox").all():
        expect(box).not_to_be_checked()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    picture(page, "petition-with-errors-phone")
    page.get_by_label("Your name").fill("Sofia Signer")
    page.get_by_label("Your e-mail address").fill("sofia@example.org")
    page.get_by_label("Your postcode").fill("m6 5fs")
    page.get_by_label("Show my name").check()
    page.get_by_label("E-mail me news of this petition.").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Now check your e-mail")

    work()
    (letter,) = [sent for sent in mail.outbox if sent.to == ["sofia@example.org"]]
    link = re.search(r"https?://[^/]+(/petitions/signature/\S+)", letter.body)
    assert link is not None
    page.goto(link[1])
    expect(page.get_by_text("Sofia", exact=False)).to_have_count(0)
    assert Signature.objects.get().confirmed_at is None
    picture(page, "petition-confirm-phone")
    page.get_by_role("button", name="Yes, this is my signature").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your signature counts")
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your signature counts")
    work()
    page.goto(link[1])
    expect(page.get_by_text("E-mail me news of this petition.")).to_be_visible()
    picture(page, "petition-my-signature-phone")

    coordinator = open_as("coordinator")
    coordinator.goto(f"/petitions/{found.slug}/run/")
    expect(coordinator.locator(".stat strong")).to_have_text("1")
    check_accessible(coordinator)
    coordinator.goto(f"/petitions/{found.slug}/")
    expect(coordinator.get_by_text("Sofia Signer")).to_be_visible()
    check_accessible(coordinator)
    picture(coordinator, "petition-signed-desktop")
