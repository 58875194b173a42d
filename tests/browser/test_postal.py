"""A vote by post in the browser: asked for on a phone, taken in by a clerk, typed in by two tellers who differ once."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from causeway.domains.assemblies.models import Duty, Paper, PostalPaper
from causeway.domains.assemblies.postal import duty_code
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.browser.test_keyboard import check_walk, press
from tests.browser.test_register import tab_to
from tests.domains.assemblies import postal_scene as post
from tests.domains.assemblies import scene as room
from tests.scenes import Scene


def test_a_paper_comes_by_post_and_two_tellers_type_it_in(open_as: OpenAs, cast: Scene) -> None:
    process = post.posted(cast)
    address = process.get_absolute_url()
    una = open_as("user", phone=True, script=False)
    una.goto(address)
    una.get_by_role("link", name="Vote on paper instead").click()
    check_accessible(una)
    picture(una, "post-ask-phone")
    una.get_by_label("Shall it be sent to you?").fill("1 Mill Lane\nWestbury")
    una.get_by_role("button", name="Ask for a paper").click()
    expect(una.get_by_role("button", name="My paper (PDF)")).to_be_visible()
    check_accessible(una)
    picture(una, "post-asked-phone")
    for voter in room.members(cast)[1:4]:
        post.open_(cast, process, post.ask(process, voter).code)

    cora = open_as("coordinator")
    cora.goto(address)
    expect(cora.get_by_text("1 paper was asked for")).to_be_visible()
    check_accessible(cora)
    check_walk(cora)
    picture(cora, "post-running-desktop")
    cora.get_by_role("link", name="They are issued").click()
    cora.get_by_role("button", name="Yes, they are issued").click()
    expect(cora.get_by_text("1 paper is issued.")).to_be_visible()

    helper = open_as("handler_two", phone=True)
    helper.goto(address)
    helper.get_by_role("link", name="I was asked to help with the papers").click()
    helper.get_by_label("The code that you were given").fill("WRONG")
    helper.get_by_role("button", name="Take it up").click()
    expect(helper.get_by_role("alert")).to_contain_text("gives no duty")
    check_accessible(helper)
    helper.get_by_label("The code that you were given").fill(duty_code(process, Duty.Kind.CLERK).lower())
    helper.get_by_role("button", name="Take it up").click()
    helper.get_by_role("button", name="Open envelopes").click()
    code = PostalPaper.objects.get(elector__voted=None).code
    helper.get_by_label("Code on the slip").fill(code.lower())
    helper.get_by_role("button", name="Take it in").click()
    expect(helper.get_by_text("Taken in.")).to_be_visible()
    helper.get_by_label("Code on the slip").fill(code)
    helper.get_by_role("button", name="Take it in").click()
    expect(helper.get_by_text("This voter has voted already.")).to_be_visible()
    check_accessible(helper)
    picture(helper, "post-envelope-phone")
    post.open_(cast, process, post.ask(process, room.members(cast)[4]).code)

    first, second = (open_as(name, phone=name != "handler_one") for name in post.TELLERS)
    first.goto(address)
    first.get_by_role("button", name="Type papers in").click()
    check_accessible(first)
    picture(first, "post-begin-phone")
    first.get_by_label("How many papers are in the stack?").fill("5")
    first.get_by_role("button", name="Begin").click()
    expect(first.get_by_role("heading", level=1)).to_have_text("Paper 1 of 5")
    check_accessible(first)
    picture(first, "post-paper-phone")
    for number in range(1, 6):
        type_paper(first, number, "Ann Archer")
    expect(first.get_by_role("heading", level=1)).to_have_text("You have typed the whole stack")
    second.goto(f"{address}post/stack/")
    check_walk(second)
    for number in range(1, 6):
        tab_to(second, "Ben Baker" if number == 3 else "Ann Archer")
        second.keyboard.type("1")
        press(second, "So it is marked")
        expect(second.get_by_role("heading", level=1)).not_to_have_text(f"Paper {number} of 5")
    expect(second.get_by_role("heading", level=1)).to_have_text("You two differ")
    check_accessible(second)
    picture(second, "post-differ-desktop")
    second.get_by_role("link", name="Paper 3").first.click()
    type_paper(second, 3, "Ann Archer")
    expect(second.get_by_text("Both of you came to the same.")).to_be_visible()
    assert Paper.objects.filter(ballot=process.pk).count() == 5


def type_paper(page: Page, number: int, name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Paper {number} of 5")
    page.get_by_label(name).fill("1")
    page.get_by_role("button", name="So it is marked").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(f"Paper {number} of 5")


def test_the_pages_of_a_vote_are_walked_by_keyboard_alone(open_as: OpenAs, cast: Scene) -> None:
    process = room.voting(cast)
    counted = room.counted(cast)
    for phone in (False, True):
        una = open_as("user", phone=phone)
        for address in (process, counted):
            una.goto(address.get_absolute_url())
            check_walk(una)
        una.goto(f"{counted.get_absolute_url()}papers/")
        check_walk(una)
    una = open_as("user")
    una.goto(process.get_absolute_url())
    press(una, "Vote now")
    una.wait_for_url("**/vote/")
    check_walk(una)
    for name, number in (("Cat Cooper", "1"), ("Ann Archer", "2")):
        tab_to(una, name)
        una.keyboard.type(number)
    press(una, "Look at it first")
    expect(una.get_by_role("heading", level=1)).to_have_text("Your paper")
    check_walk(una)
    press(una, "Put it into the box")
    expect(una.get_by_role("heading", level=1)).to_have_text("You have voted")
    check_walk(una)
