"""Events and rotas on a phone: a visitor signs up, a volunteer takes a shift, an organiser sees the gaps."""

from __future__ import annotations

from datetime import timedelta

from django.core import mail
from playwright.sync_api import expect

from causeway.domains.campaigns.commands.record_step import RecordStep
from causeway.domains.campaigns.event_queries import coming_to
from causeway.domains.campaigns.models import Rung
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.campaigns.events_scene import evening_rota, public_event
from tests.domains.campaigns.scene import open_campaign
from tests.scenes import Scene
from tests.work import work


def test_a_visitor_signs_up_on_a_phone_without_script_and_confirms_from_the_letter(
    open_as: OpenAs, cast: Scene
) -> None:
    event = public_event(cast)
    page = open_as("visitor", phone=True, script=False)
    page.goto("/events/")
    picture(page, "events-list-phone")
    page.get_by_role("link", name=event.title).click()
    picture(page, "event-phone")
    page.get_by_label("Name or pseudonym").fill("Vera")
    page.get_by_label("E-mail address").fill("vera")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("alert")).to_be_visible()
    picture(page, "event-phone-error")
    page.get_by_label("E-mail address").fill("vera@example.org")
    page.get_by_role("button", name="Sign up").click()
    page.get_by_role("heading", name="One more step").wait_for()
    work()
    link = next(line for line in mail.outbox[-1].body.splitlines() if "/sign-up/" in line)
    page.goto("/" + link.split("/", 3)[3])
    assert coming_to(event).coming == 0
    picture(page, "sign-up-confirm-phone")
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("heading", name="You are signed up").wait_for()
    page.get_by_role("heading", name="What next?").wait_for()
    assert coming_to(event).coming == 1
    picture(page, "sign-up-confirmed-phone")
    wide = open_as("visitor", dark=True)
    for name, address in (
        ("events-list", "/events/"),
        ("event", f"/events/on/{event.slug}/"),
        ("events-month", f"/events/?view=month&month={event.starts_at:%Y-%m}"),
        ("sign-up", "/" + link.split("/", 3)[3]),
    ):
        wide.goto(address)
        check_accessible(wide)
        picture(wide, f"{name}-desktop-dark")


def test_a_volunteer_takes_a_shift_on_a_phone_and_the_organiser_sees_the_gaps(open_as: OpenAs, cast: Scene) -> None:
    rota = evening_rota(cast)
    phone = open_as("user", phone=True)
    phone.goto(f"/rotas/{rota.pk}/")
    check_accessible(phone)
    picture(phone, "rota-phone")
    phone.get_by_role("link", name="0 of 2: 2 more needed").locator("visible=true").first.click()
    check_accessible(phone)
    picture(phone, "shift-phone")
    phone.get_by_role("button", name="I take this shift").click()
    phone.get_by_text("The shift is yours").wait_for()
    check_accessible(phone)
    picture(phone, "my-shifts-phone")
    phone.locator(".rows a").first.click()
    check_accessible(phone)
    picture(phone, "turn-phone")
    wide = open_as("coordinator")
    wide.goto(f"/rotas/{rota.pk}/")
    expect(wide.get_by_role("table").get_by_text("1 of 2: 1 more needed")).to_be_visible()
    expect(wide.get_by_role("table").get_by_text("Una")).to_be_visible()
    check_accessible(wide)
    picture(wide, "rota-desktop")
    for name, address in (
        ("rotas", f"/rotas/of/{rota.campaign.slug}/"),
        ("roster", f"/rotas/{rota.pk}/roster/"),
        ("rota-form", f"/rotas/of/{rota.campaign.slug}/draw-up/"),
        ("event-form", f"/events/of/{rota.campaign.slug}/announce/"),
        ("my-events", "/events/mine/"),
    ):
        wide.goto(address)
        check_accessible(wide)
        picture(wide, f"{name}-desktop")


def test_the_ladder_is_a_picture_with_its_table_on_phone_and_desktop(open_as: OpenAs, cast: Scene) -> None:
    campaign = open_campaign(cast)
    for number in range(30):
        steps = [(Rung.SIGNED, number * 5)] + ([(Rung.CAME, number)] if number % 2 else [])
        for rung, days_ago in steps + ([(Rung.TOOK_SHIFT, number // 2)] if number % 3 == 0 else []):
            on = clock.today() - timedelta(days=days_ago)
            email = f"p{number}@example.org"
            perform(System("a test"), RecordStep(campaign_id=campaign.pk, email=email, rung=rung, on=on))
    for phone in (True, False):
        page = open_as("coordinator", phone=phone)
        page.goto(f"/ladder/of/{campaign.slug}/")
        check_accessible(page)
        picture(page, f"ladder-{'phone' if phone else 'desktop'}")
    page.goto(f"/ladder/of/{campaign.slug}/ask/")
    page.get_by_label("Subject").fill("Come on Saturday")
    page.get_by_label("Message").fill("You signed. Will you come to the stall on Saturday at ten?")
    check_accessible(page)
    picture(page, "ask-desktop")
    page.get_by_role("button", name="Look at it first").click()
    check_accessible(page)
    picture(page, "ask-preview-desktop")
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("The message is going out.").wait_for()
    work()
    page.get_by_text("It is through.").wait_for()  # the page looks again by itself
    check_accessible(page)
    picture(page, "asked-desktop")
