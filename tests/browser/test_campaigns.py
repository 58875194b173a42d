"""A campaign, from its opening to its record, as a coordinator, an officer and a visitor on a phone."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.models import Service, Threat
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.scenes import Scene


def a_threat(cast: Scene) -> None:
    """The day centre is to be closed; the council decides in thirty days."""
    cora = cast.actor("coordinator")
    service = perform(
        cora, RegisterService(alliance_id=cast.westbury.pk, name="Westbury day centre", reach=Service.Reach.TARGETED)
    )
    threat = perform(
        cora,
        RecordThreat(
            service_id=service.pk,
            kind=Threat.Kind.CLOSURE,
            title="The council plans to close the day centre",
            confidence=Threat.Confidence.CONFIRMED,
            source="Cabinet papers",
            announced_on=clock.today() - timedelta(days=60),
            consultation_closes_on=clock.today() + timedelta(days=9),
            decided_on=clock.today() + timedelta(days=30),
        ),
    )
    perform(cora, PublishThreat(threat_id=threat.pk))


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def test_a_campaign_is_opened_read_on_a_phone_and_joined(open_as: OpenAs, cast: Scene) -> None:
    a_threat(cast)
    cora = open_as("coordinator")
    cora.goto("/campaigns/")
    cora.get_by_role("button", name="Open a campaign").click()
    press(cora, "Open the campaign")
    expect(cora.get_by_role("alert")).to_contain_text("There is a problem")
    cora.get_by_label("What is the campaign called?").fill("Keep the day centre open")
    cora.get_by_label("The campaign in a few sentences").fill(
        "The council plans to close the day centre. Two hundred people use it every week. We want it kept open."
    )
    cora.get_by_label("The council plans to close the day centre").check()
    cora.get_by_label("Everybody, from today").check()
    check_accessible(cora)
    picture(cora, "campaign-open-desktop")
    press(cora, "Open the campaign")
    expect(cora.get_by_role("heading", name="Members’ page")).to_be_visible()
    check_accessible(cora)

    here = cora.url.removesuffix("members/")
    cora.goto(f"{here}demands/new/")
    cora.get_by_label("What do you demand?").fill("Keep the day centre open four days a week")
    cora.get_by_label("When was it adopted?").fill(f"{clock.today():%Y-%m-%d}")
    cora.get_by_label("How was it adopted?").fill("By a show of hands at the open meeting")
    press(cora, "Add the demand")
    expect(cora.get_by_text("By a show of hands")).to_be_visible()
    check_accessible(cora)
    picture(cora, "campaign-demands-desktop")

    cora.goto(f"{here}targets/new/")
    cora.get_by_label("Which office?").fill("Ann Example, 12 Sample Street, AB1 2CD")
    press(cora, "Add the target")
    expect(cora.get_by_role("alert")).to_contain_text("nobody is to be sought out at home")
    cora.get_by_label("Which office?").fill("Leader of Westbury Council")
    press(cora, "Add the target")
    cora.get_by_role("link", name="Record where they stand").click()
    cora.get_by_label("Undecided").check()
    cora.get_by_label("How do you know?").fill("Answer at the council meeting")
    cora.get_by_label("Their reply, in their own words").fill("I have read the petition and will listen to everybody.")
    press(cora, "Record")
    check_accessible(cora)
    picture(cora, "campaign-targets-desktop")

    cora.goto(f"{here}actions/new/")
    cora.get_by_label("What kind of action was it?").select_option("Public meeting")
    cora.get_by_label("What shall it be called?").fill("Public meeting at the town hall")
    cora.get_by_label("How many people came?").fill("300")
    press(cora, "Record the action")
    expect(cora.get_by_role("alert")).to_contain_text("Say how they were counted")
    cora.get_by_label("How were they counted?").select_option("Counted")
    cora.get_by_label("Westbury Health Branch").check()
    press(cora, "Record the action")
    expect(cora.get_by_text("300 people (counted)")).to_be_visible()
    check_accessible(cora)

    cora.goto(f"{here}gains/new/")
    cora.get_by_label("What was gained?").fill("The consultation lasts four weeks longer")
    cora.get_by_label("How do you know?").fill("Council minutes")
    press(cora, "Record the gain")
    check_accessible(cora)
    cora.goto(f"{here}tasks/new/")
    cora.get_by_label("What is to be done?").fill("Book the hall for the next meeting")
    press(cora, "Add the task")

    phone = open_as("visitor", phone=True)
    phone.goto(here)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Keep the day centre open")
    expect(phone.get_by_text("30 days left").first).to_be_visible()
    expect(phone.get_by_role("heading", name="Leader of Westbury Council")).to_be_visible()
    expect(phone.get_by_text("Book the hall")).to_have_count(0)
    check_accessible(phone)
    picture(phone, "campaign-page-phone")
    for part in ("", "demands/", "targets/", "actions/", "results/", "record/"):
        phone.goto(f"{here}{part}")
        check_accessible(phone)
    phone.goto("/campaigns/?q=day+centre")
    expect(phone.get_by_role("link", name="Keep the day centre open")).to_be_visible()
    check_accessible(phone)
    picture(phone, "campaign-directory-phone")

    ugo = open_as("user_officer", phone=True)
    ugo.goto(here)
    ugo.get_by_role("button", name="Join for your organisation").click()
    ugo.get_by_label("What does it bring?").fill("Forty members, and a room every Tuesday")
    check_accessible(ugo)
    picture(ugo, "campaign-join-phone")
    press(ugo, "Join for the organisation")
    expect(ugo.get_by_text("Day Centre Users’ Group").first).to_be_visible()
    ugo.get_by_role("link", name="Members’ page").click()
    expect(ugo.get_by_text("Forty members, and a room every Tuesday")).to_be_visible()
    ugo.get_by_role("button", name=re.compile("I will do it")).click()
    expect(ugo.get_by_text("You took this")).to_be_visible()
    check_accessible(ugo)
    picture(ugo, "campaign-members-phone")

    for dark in (False, True):
        wide = open_as("visitor", dark=dark)
        wide.goto(here)
        check_accessible(wide)
        picture(wide, f"campaign-page-desktop-{'dark' if dark else 'light'}")
