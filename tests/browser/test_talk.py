"""A deliberation in the browser: sixty people, two tables, a phone without script, a code from a slip of paper."""

from __future__ import annotations

import random

from playwright.sync_api import Page, expect

from causeway.domains.assemblies.commands.join_conversation import JoinConversation
from causeway.domains.assemblies.commands.vote_on_statement import VoteOnStatement
from causeway.domains.assemblies.commands.weigh_statements import WeighStatements
from causeway.domains.assemblies.models import Conversation, Statement, Voice
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.assemblies import talk_scene as room
from tests.domains.assemblies.scene import members
from tests.scenes import Scene

JOB = System(reason="a test")
SEEDS = "\n".join(room.FIRST)


def sixty_people_vote(scene: Scene, conversation: Conversation) -> None:
    """Each votes on most of what is there, in two camps."""
    chance = random.Random(60)
    shown = list(Statement.objects.filter(conversation=conversation, state=Statement.State.IN))
    for number, one in enumerate([*members(scene)[1:], *room.more_members(scene, 54)]):
        actor = Member(one.pk)
        voice = perform(actor, JoinConversation(process_id=conversation.pk))
        for place, statement in enumerate(shown):
            leaning = 1 if place % 2 == 0 or number % 2 else -1
            value = leaning if chance.random() < 0.8 else chance.choice((-1, 0))
            perform(actor, VoteOnStatement(statement_id=statement.pk, voice_id=voice.pk, value=value))


def test_sixty_people_and_two_tables_deliberate(open_as: OpenAs, cast: Scene) -> None:
    members(cast)
    cora = open_as("coordinator")
    _sets_it_up(cora, cast)
    conversation = Conversation.objects.get()
    _says_something_on_a_phone_without_script(open_as("user", phone=True, script=False), conversation)
    _both_sides_look(cora, open_as("rep"), conversation)
    sixty_people_vote(cast, conversation)
    _votes_on_a_phone_without_script(open_as("user", phone=True, script=False), conversation)
    code = _prints_codes(cora, conversation)
    _takes_part_with_a_code(open_as("visitor", phone=True), conversation, code)
    _tables(open_as("rep"), cora, conversation)
    perform(JOB, WeighStatements(process_id=conversation.pk))
    una = open_as("user", phone=True)
    una.goto(f"/votes/{conversation.process.slug}/conversation/statements/")
    expect(una.get_by_text("by show of hands").first).to_be_visible()
    check_accessible(una)
    picture(una, "talk-statements-phone")
    room.close(conversation)
    perform(JOB, WeighStatements(process_id=conversation.pk))
    dark = open_as("coordinator", dark=True)
    dark.goto(f"/votes/{conversation.process.slug}/conversation/statements/?by=agreed")
    expect(dark.get_by_text("% agree").first).to_be_visible()
    check_accessible(dark)
    picture(dark, "talk-statements-desktop-dark")
    cora.goto(f"/votes/{conversation.process.slug}/conversation/")
    expect(cora.get_by_text("closed", exact=True)).to_be_visible()
    picture(cora, "talk-closed-desktop")


def _sets_it_up(cora: Page, cast: Scene) -> None:
    cora.goto(cast.westbury.get_absolute_url())
    cora.get_by_role("button", name="Decide something").click()
    cora.get_by_role("link", name="A conversation", exact=True).click()
    cora.get_by_label("What shall the conversation be called?").fill("Rowan Day Centre")
    cora.get_by_label("The question", exact=True).fill("What should become of Rowan Day Centre?")
    cora.get_by_label("Why is this talked about here?").fill("Users and workers of the whole alliance depend on it.")
    cora.get_by_label("The first statements").fill(SEEDS)
    cora.get_by_label("People without an account").check()
    cora.get_by_label("The conversation opens on").fill("2020-01-01")
    cora.get_by_label("The conversation closes on").fill("2020-01-08")
    cora.get_by_role("button", name="Set it up").click()
    expect(cora.get_by_role("alert")).to_contain_text("cannot open in the past")
    check_accessible(cora)
    picture(cora, "talk-set-up-errors-desktop")
    today = room.clock.today()
    cora.get_by_label("The conversation opens on").fill(today.isoformat())
    cora.get_by_label("It opens at").fill("00:00")
    cora.get_by_label("The conversation closes on").fill((today + 7 * room.DAY).isoformat())
    cora.get_by_role("button", name="Set it up").click()
    expect(cora.get_by_text("The conversation is set up.")).to_be_visible()
    expect(cora.get_by_role("heading", level=1)).to_have_text("What should become of Rowan Day Centre?")
    check_accessible(cora)
    picture(cora, "talk-open-desktop")


def _says_something_on_a_phone_without_script(una: Page, conversation: Conversation) -> None:
    una.goto("/")
    una.get_by_role("link", name="4 statements wait for your vote").click()
    una.get_by_role("button", name="Take part").click()
    una.get_by_label("Service users and carers").check()
    check_accessible(una)
    picture(una, "talk-join-phone")
    una.get_by_role("button", name="Begin").click()
    expect(una.get_by_text("0 of 4 seen")).to_be_visible()
    check_accessible(una)
    picture(una, "talk-opinion-phone")
    una.get_by_role("link", name="Say something yourself").click()
    una.get_by_label("Your statement").fill("Workers and users should always run the kitchen together.")
    una.get_by_role("button", name="Put it in").click()
    expect(una.get_by_role("alert")).to_contain_text("much like")
    check_accessible(una)
    picture(una, "talk-alike-phone")
    una.get_by_label("Your statement").fill("Whoever uses the centre should help to choose its manager.")
    una.get_by_role("button", name="Put it in").click()
    expect(una.get_by_text("waits to be looked at", exact=True)).to_be_visible()
    check_accessible(una)
    picture(una, "talk-mine-phone")


def _both_sides_look(cora: Page, ravi: Page, conversation: Conversation) -> None:
    for page, after in ((ravi, "It waits for the other side."), (cora, "people can vote on it")):
        page.goto(f"/votes/{conversation.process.slug}/conversation/")
        page.get_by_role("button", name="1 statement waits to be looked at").click()
        page.get_by_role("link", name="Whoever uses the centre").click()
        check_accessible(page)
        picture(page, "talk-look-desktop")
        page.get_by_label("Yes, let people vote on it").check()
        page.get_by_role("button", name="Decide").click()
        expect(page.get_by_text(after)).to_be_visible()


def _votes_on_a_phone_without_script(una: Page, conversation: Conversation) -> None:
    una.goto(f"/votes/{conversation.process.slug}/conversation/vote/")
    first = una.locator("#statement").inner_text()
    una.get_by_role("button", name="Disagree").click()
    expect(una.get_by_text("1 of 5 seen")).to_be_visible()
    expect(una.locator(".said")).to_contain_text(first)
    una.get_by_role("button", name="Undo").click()
    expect(una.get_by_text("0 of 5 seen")).to_be_visible()
    expect(una.locator("#statement")).to_have_text(first)
    for number, name in enumerate(("Agree", "Disagree", "Pass, or unsure", "Agree", "Agree"), start=1):
        una.get_by_role("button", name=name, exact=True).click()
        expect(una.get_by_text(f"{number} of 5 seen")).to_be_visible()
        if number == 1:
            check_accessible(una)
            picture(una, "talk-opinion-after-phone")
    expect(una.get_by_text("You have seen them all.")).to_be_visible()
    check_accessible(una)
    picture(una, "talk-all-seen-phone")


def _prints_codes(cora: Page, conversation: Conversation) -> str:
    cora.goto(f"/votes/{conversation.process.slug}/conversation/codes/")
    cora.get_by_label("How many codes?").fill("6")
    cora.get_by_label("What are they for?").fill("Meeting at Rowan")
    check_accessible(cora)
    picture(cora, "talk-codes-desktop")
    cora.get_by_role("button", name="Make a sheet of codes").click()
    expect(cora.locator(".slips > li")).to_have_count(6)
    check_accessible(cora)
    picture(cora, "talk-code-sheet-desktop")
    code = cora.locator(".slips code").first.inner_text()
    cora.goto(f"/votes/{conversation.process.slug}/conversation/screen/")
    cora.get_by_role("button", name="Show the first code").click()
    expect(cora.locator(".screen .code")).to_be_visible()
    check_accessible(cora)
    picture(cora, "talk-code-screen-desktop")
    return code


def _takes_part_with_a_code(visitor: Page, conversation: Conversation, code: str) -> None:
    visitor.goto("/code/")
    visitor.get_by_label("Your code").fill("0000-0000-0000")
    visitor.get_by_role("button", name="Go on").click()
    expect(visitor.get_by_role("alert")).to_contain_text("no such code")
    check_accessible(visitor)
    visitor.get_by_label("Your code").fill(code.lower())
    visitor.get_by_role("button", name="Go on").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(conversation.question)
    assert not Voice.objects.filter(by_code=True).exists(), "opening the page uses nothing"
    visitor.get_by_label("Workers").check()
    check_accessible(visitor)
    picture(visitor, "talk-by-code-phone")
    visitor.get_by_role("button", name="Take part").click()
    for number in range(1, 6):  # with a script, by keyboard alone
        expect(visitor.get_by_text(f"{number - 1} of 5 seen")).to_be_visible()
        visitor.get_by_role("button", name="Agree", exact=True).focus()
        visitor.keyboard.press("Enter")
    expect(visitor.get_by_text("You have seen them all.")).to_be_visible()
    check_accessible(visitor)
    visitor.goto(f"/code/?code={code}")
    visitor.get_by_role("button", name="Take part").click()
    expect(visitor.get_by_role("alert")).to_contain_text("have a voice")
    assert Voice.objects.filter(by_code=True).count() == 1


def _tables(ravi: Page, cora: Page, conversation: Conversation) -> None:
    ravi.goto(f"/votes/{conversation.process.slug}/conversation/tables/")
    for name in ("Table 1", "Table 2"):
        ravi.get_by_label("Name of the table").fill(name)
        ravi.get_by_label("How many people vote by show of hands?").fill("8")
        ravi.get_by_role("button", name="Lay it").click()
        expect(ravi.get_by_role("heading", name=name)).to_be_visible()
    check_accessible(ravi)
    picture(ravi, "talk-tables-desktop")
    for name, hands in (("Table 1", ("5", "2", "1")), ("Table 2", ("4", "4", "9"))):
        ravi.get_by_role("link", name=name).click()
        for label, number in zip(("Agree", "Disagree", "Pass"), hands, strict=True):
            ravi.get_by_role("group", name="day centre should stay").get_by_label(label, exact=True).fill(number)
        ravi.get_by_role("button", name="Type them in").click()
        if name == "Table 2":
            expect(ravi.get_by_role("alert")).to_contain_text("sit 8")
            check_accessible(ravi)
            picture(ravi, "talk-table-errors-desktop")
            ravi.get_by_role("group", name="day centre should stay").get_by_label("Pass", exact=True).fill("0")
            ravi.get_by_role("button", name="Type them in").click()
        expect(ravi.get_by_text("1 statement is typed in.")).to_be_visible()
    ravi.goto(f"/votes/{conversation.process.slug}/conversation/tables/sheet/")
    expect(ravi.get_by_role("table")).to_be_visible()
    check_accessible(ravi)
    picture(ravi, "talk-table-sheet-desktop")
    for _table in range(2):
        cora.goto(f"/votes/{conversation.process.slug}/conversation/tables/")
        cora.get_by_role("link", name="Confirm").first.click()
        check_accessible(cora)
        picture(cora, "talk-confirm-desktop")
        cora.get_by_role("button", name="They are right").click()
        expect(cora.get_by_text("1 line is confirmed, and counts.")).to_be_visible()
