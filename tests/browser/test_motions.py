"""A motion in the browser: two amendments, an organisation that dissents, and an open letter that another endorses."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.models import MotionVote, Process
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.assemblies import motions_scene as motions
from tests.domains.assemblies.scene import DAY, cast, let_pass, members
from tests.scenes import Scene
from tests.work import work


def fill_dates(page: Page) -> None:
    for label, days in (("The vote opens on", 1), ("The vote closes on", 2)):
        page.get_by_label(label).fill((clock.today() + days * DAY).isoformat())


def carry(cast_of: Scene, title: str) -> None:
    """All seven members vote yes, and the worker counts and settles it."""
    vote = MotionVote.objects.get(process__title=title)
    process = let_pass(vote.process, 2 * DAY - (vote.process.phases.get(kind="vote").closes_at - clock.now()) / 2)
    now = process.phases.get(kind="vote")
    process = let_pass(process, now.opens_at - clock.now() + DAY / 24)
    for voter in members(cast_of):
        cast(process, voter, motions.YES)
    let_pass(process, 2 * DAY)
    perform(motions.JOB, CountBallot(ballot_id=process.pk))
    work()


def test_a_joint_statement_is_amended_disputed_adopted_and_endorsed(open_as: OpenAs, cast: Scene) -> None:
    members(cast)
    cora = open_as("coordinator")
    cora.goto(f"/votes/of/alliances/{cast.westbury.slug}/new/")
    cora.get_by_role("link", name="A joint statement").click()
    cora.get_by_label("What shall it be called?").fill("A statement on Rowan Day Centre")
    cora.get_by_label("Why is this decided here?").fill("Users and workers speak together.")
    cora.get_by_label("Whom is the letter addressed to?").fill("Westbury Council")
    cora.get_by_label("Motions can be moved until").fill((clock.today() + DAY).isoformat())
    check_accessible(cora)
    picture(cora, "motions-call-desktop")
    cora.get_by_role("button", name="Set it up").click()
    expect(cora.get_by_role("alert")).to_contain_text("There is a problem")
    cora.get_by_label("They can be amended").fill((clock.today() + 2 * DAY).isoformat())
    cora.get_by_role("button", name="Set it up").click()
    expect(cora.get_by_text("Each phase opens by the clock")).to_be_visible()
    process_path = urlsplit(cora.url).path
    picture(cora, "motions-empty-desktop")

    ugo = open_as("user_officer", phone=True, script=False)
    ugo.goto(process_path)
    ugo.get_by_role("button", name="Move a motion").click()
    ugo.get_by_label("Title").fill("Rowan Day Centre must stay open")
    ugo.get_by_label("The text that is to be carried").fill(motions.TEXT)
    ugo.get_by_label("Why?").fill("Eighty people eat there each day.")
    check_accessible(ugo)
    picture(ugo, "motions-move-phone")
    ugo.get_by_role("button", name="Move it").click()
    expect(ugo.get_by_text("Your motion is moved.")).to_be_visible()
    motion_path = urlsplit(ugo.url).path

    ravi = open_as("rep", phone=True, script=False)
    ravi.goto(motion_path)
    ravi.get_by_role("button", name="Second this motion").click()
    ravi.get_by_role("button", name="I second it").click()
    expect(ravi.get_by_text("You have seconded it.")).to_be_visible()
    ravi.get_by_role("button", name="Move an amendment").click()
    ravi.get_by_label("Which paragraph does it touch?").select_option(label="2: It stays open five days a week.")
    ravi.get_by_label("The new words of the paragraph").fill("It stays open six days a week, and in the evening.")
    check_accessible(ravi)
    picture(ravi, "motions-amend-phone")
    ravi.get_by_role("button", name="Move it").click()
    expect(ravi.get_by_text("Your amendment is moved.")).to_be_visible()
    ugo.goto(motion_path)
    ugo.get_by_role("button", name="Second amendment 1").click()
    ugo.get_by_role("button", name="I second it").click()
    expect(ugo.get_by_text("You have seconded it.")).to_be_visible()
    ugo.get_by_role("button", name="Move an amendment").click()
    ugo.get_by_label("Which paragraph does it touch?").select_option(label="2: It stays open five days a week.")
    ugo.get_by_label("Strike the paragraph out").check()
    ugo.get_by_role("button", name="Move it").click()
    expect(ugo.get_by_text("Your amendment is moved.")).to_be_visible()
    ravi.goto(motion_path)
    ravi.get_by_role("button", name="Second amendment 2").click()
    ravi.get_by_role("button", name="I second it").click()
    ravi.get_by_role("button", name="Say where yours stands").click()
    ravi.get_by_label("Dissents, and stays in").check()
    ravi.get_by_role("button", name="Publish it").click()
    expect(ravi.get_by_role("alert")).to_contain_text("There is a problem")
    ravi.get_by_label("Reason").fill("We would rather strike first, and sign afterwards.")
    ravi.get_by_role("button", name="Publish it").click()
    expect(ravi.get_by_text("We would rather strike first")).to_be_visible()
    check_accessible(ravi)
    picture(ravi, "motion-amended-phone")

    process = Process.objects.get(title="A statement on Rowan Day Centre")
    let_pass(process, 3 * DAY)
    cora.goto(motion_path)
    check_accessible(cora)
    picture(cora, "motion-amended-desktop")
    cora.get_by_role("button", name="Put amendment 1 to the vote").click()
    fill_dates(cora)
    cora.get_by_role("button", name="Put it to the vote").click()
    expect(cora.get_by_text("It is put to the vote, and its roll is settled.")).to_be_visible()
    check_accessible(cora)
    picture(cora, "motion-vote-desktop")
    carry(cast, "Amendment 1: Rowan Day Centre must stay open")
    cora.goto(motion_path)
    expect(cora.get_by_text("Amendment 1 of the same paragraph was carried.")).to_be_visible()
    cora.get_by_role("button", name="Put the motion to the vote").click()
    fill_dates(cora)
    cora.get_by_role("button", name="Put it to the vote").click()
    carry(cast, "Motion: Rowan Day Centre must stay open")
    cora.goto(motion_path)
    cora.get_by_role("link", name="All versions, side by side").click()
    expect(cora.get_by_role("heading", name="Version 2")).to_be_visible()
    check_accessible(cora)
    picture(cora, "motion-versions-desktop")
    cora.goto(f"{process_path}motions/agenda/")
    expect(cora.get_by_role("heading", name="1. Rowan Day Centre must stay open")).to_be_visible()
    check_accessible(cora)
    cora.emulate_media(media="print")
    picture(cora, "motion-agenda-print")
    cora.emulate_media(media="screen")

    oren = open_as("outsider", phone=True, script=False)
    oren.goto(f"/votes/of/alliances/{cast.westbury.slug}/adopted/")
    oren.get_by_role("link", name="Rowan Day Centre must stay open").click()
    expect(oren.get_by_text("To Westbury Council")).to_be_visible()
    expect(oren.get_by_text("six days a week, and in the evening")).to_be_visible()
    oren.get_by_role("button", name="Endorse for your organisation").click()
    oren.get_by_role("button", name="Endorse it").click()
    expect(oren.get_by_role("link", name="Eastmoor Carers")).to_be_visible()
    expect(oren.get_by_text("We would rather strike first")).to_be_visible()
    check_accessible(oren)
    picture(oren, "motion-letter-phone")
    wide = open_as(dark=True)
    wide.goto(urlsplit(oren.url).path)
    expect(wide.get_by_role("link", name="Eastmoor Carers")).to_be_visible()
    check_accessible(wide)
    picture(wide, "motion-letter-desktop-dark")
