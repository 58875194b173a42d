"""A meeting in the browser: the projector, two tellers who differ and agree, a poll on a phone; all by keyboard too."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from causeway.domains.assemblies.commands.answer_poll import AnswerPoll
from causeway.domains.assemblies.models import Floor
from causeway.kernel.actors import Member
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, check_width, picture
from tests.browser.test_keyboard import check_walk, press
from tests.browser.test_register import tab_to
from tests.domains.assemblies import floor_scene
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

BACK_ROW = 60  # px at 1920: a letter on a screen of two metres is six centimetres high


def letter_height(page: Page, chosen: str) -> float:
    return float(page.locator(chosen).first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))


def test_hands_are_counted_by_two_tellers_and_shown_on_the_projector(open_as: OpenAs, cast: Scene) -> None:
    room.members(cast)
    meeting = floor_scene.meeting_now(cast)
    cora = open_as("coordinator")
    cora.goto(meeting.get_absolute_url())
    cora.get_by_role("button", name="Put a question").click()
    cora.get_by_label("The question, as it will stand on the screen").fill("Shall we march to the town hall in May?")
    cora.get_by_text("Tellers and threshold").click()
    cora.get_by_label("Two tellers").check()
    check_accessible(cora)
    picture(cora, "floor-put-desktop")
    cora.get_by_role("button", name="Put it").click()
    expect(cora.get_by_text("The question is put.")).to_be_visible()
    check_accessible(cora)
    cora.get_by_role("link", name="About this question").click()
    expect(cora.get_by_role("heading", name="At the meeting")).to_be_visible()
    picture(cora, "floor-question-desktop")
    floor = Floor.objects.get()

    wall = open_as("coordinator")
    wall.set_viewport_size({"width": 1920, "height": 1080})
    wall.goto(f"/at/{floor.code}/screen/")
    expect(wall.get_by_text("Please show hands")).to_be_visible()
    check_accessible(wall)
    check_walk_of_screen(wall)
    picture(wall, "floor-screen-open")

    tellers = {name: open_as(name, phone=True, script=False) for name in ("rep", "user_officer")}
    for (name, page), number in zip(tellers.items(), ("41", "42"), strict=True):
        page.goto(f"/at/tell/{floor.teller_code}/")
        if name == "rep":
            page.get_by_role("button", name="These are the numbers").click()
            expect(page.get_by_role("alert")).to_contain_text("There is a problem")
        for label, typed in (("For", number), ("Against", "17"), ("Abstain", "3")):
            page.get_by_label(label, exact=True).fill(typed)
        picture(page, f"floor-count-{name}-phone")
        page.get_by_role("button", name="These are the numbers").click()
    expect(tellers["user_officer"].get_by_text("The two counts differ.")).to_be_visible()
    check_accessible(tellers["user_officer"])
    picture(tellers["user_officer"], "floor-differ-phone")
    expect(wall.get_by_text("The two counts differ")).to_be_visible()
    picture(wall, "floor-screen-differ")
    late = tellers["rep"]
    late.reload()
    late.get_by_label("For", exact=True).fill("42")
    late.get_by_role("button", name="Correct my numbers").click()
    expect(late.get_by_text("Carried", exact=True)).to_be_visible()
    expect(wall.get_by_text("Carried", exact=True)).to_be_visible()
    for chosen in (".state", "th", "td.number"):
        assert letter_height(wall, f".floor-screen {chosen}") >= 0.9 * BACK_ROW, chosen
    assert letter_height(wall, ".floor-screen h1") >= BACK_ROW
    check_accessible(wall)
    assert wall.evaluate("document.documentElement.scrollHeight") <= 1080, "all of it is seen at once"
    picture(wall, "floor-screen-result")
    for page, name in ((open_as("user", phone=True, script=False), "phone"), (open_as("rep", dark=True), "dark")):
        page.goto(meeting.get_absolute_url())
        expect(page.get_by_text("For 42 · Against 17 · Abstain 3")).to_be_visible()
        check_accessible(page)
        picture(page, f"floor-meeting-{name}")


def check_walk_of_screen(page: Page) -> None:
    """Every link is reached by Tab, with a ring that is seen."""
    links = page.locator("a")
    page.evaluate("document.activeElement.blur()")
    for place in range(links.count()):
        page.keyboard.press("Tab")
        expect(links.nth(place)).to_be_focused()


def test_a_poll_is_answered_on_a_phone_without_script_and_closed_by_keyboard(open_as: OpenAs, cast: Scene) -> None:
    vote = floor_scene.poll(cast)
    code = vote.floor.code
    una = open_as("user", phone=True, script=False)
    una.goto("/at/")
    una.get_by_label("Code").fill(code.lower())
    una.get_by_role("button", name="Go on").click()
    expect(una.get_by_role("heading", level=1)).to_have_text(vote.question)
    check_accessible(una)
    picture(una, "floor-poll-phone")
    una.get_by_role("button", name="Answer").click()
    una.get_by_role("button", name="Send my answer").click()
    expect(una.get_by_role("alert")).to_contain_text("There is a problem")
    una.get_by_label("Yes", exact=True).or_(una.get_by_label("For", exact=True)).check()
    check_accessible(una)
    picture(una, "floor-answer-phone")
    una.get_by_role("button", name="Send my answer").click()
    expect(una.get_by_role("heading", level=1)).to_have_text("You have answered")
    check_accessible(una)
    una.get_by_role("button", name="Back to the meeting").click()
    expect(una.get_by_text("You have answered. Thank you.")).to_be_visible()

    for voter in room.members(cast)[1:]:
        perform(Member(voter.pk), AnswerPoll(code=code, marks=(1, 0, 0)))
    cora = open_as("coordinator")
    cora.goto(vote.floor.meeting.get_absolute_url())
    check_walk(cora)
    press(cora, vote.question)
    cora.wait_for_url(f"**{vote.process.get_absolute_url()}")
    check_walk(cora)
    press(cora, "Close the poll")
    cora.wait_for_url("**/close/")
    press(cora, "Close it and count")
    expect(cora.get_by_text("The poll is closed.")).to_be_visible()
    check_accessible(cora)
    picture(cora, "floor-poll-counted")
    wall = open_as("coordinator", script=False)
    wall.set_viewport_size({"width": 1920, "height": 1080})
    wall.goto(f"/at/{code}/screen/")
    expect(wall.get_by_text("Carried", exact=True)).to_be_visible()
    small = open_as("user", phone=True)
    small.goto(f"/at/{code}/screen/")
    expect(small.get_by_text("Carried", exact=True)).to_be_visible()
    check_width(small)
    picture(small, "floor-screen-phone")


def test_a_question_is_put_and_counted_by_keyboard(open_as: OpenAs, cast: Scene) -> None:
    meeting = floor_scene.meeting_now(cast)
    cora = open_as("coordinator")
    cora.goto(meeting.get_absolute_url())
    press(cora, "Put a question")
    cora.wait_for_url("**/at/meeting/**")
    check_walk(cora)
    tab_to(cora, "The question, as it will stand on the screen")
    cora.keyboard.type("Which day?")
    tab_to(cora, "Options, one on each line")
    cora.keyboard.type("Saturday\nSunday")
    press(cora, "Put it")
    expect(cora.get_by_text("The question is put.")).to_be_visible()
    cora.wait_for_url("**/count/")
    check_walk(cora)
    for label, typed in (("Saturday", "12"), ("Sunday", "9")):
        tab_to(cora, label)
        cora.keyboard.type(typed)
    press(cora, "These are the numbers")
    expect(cora.get_by_text("Chosen: Saturday")).to_be_visible()
