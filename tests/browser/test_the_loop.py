"""The whole loop, by different people, through the real pages only: every step is a link or a button that they find."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

from django.core import mail
from playwright.sync_api import Page, expect

from causeway.kernel import clock
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.work import work

SECRET = "I typed the paper: they mean to close the Rowan centre in May."
RELEASED = "It is feared that the Rowan centre may close in May."
THREAT = "The council plans to close Rowan Day Centre"
CAMPAIGN = "Keep Rowan Day Centre open"
PETITION = "Four days a week at Rowan"
DEMAND = "Keep the centre open on four days a week"
LEADER = "Leader of Westbury Council"
ANSWER = "The centre stays open on four days a week."
PASSPHRASE = "four rooks over a wet quay at noon"


def follow(page: Page, *names: str) -> None:
    """Press links and buttons, one after the other, by the words that stand on them (a * stands for the rest)."""
    for name in names:
        words = re.compile(rf"^\s*{re.escape(name.removesuffix('*'))}" + ("" if name.endswith("*") else r"\s*$"))
        page.get_by_role("link", name=words).or_(page.get_by_role("button", name=words)).first.click()


def start(page: Page, *names: str) -> Page:
    """Go home, and follow the links from there."""
    page.goto("/")
    follow(page, *names)
    return page


def fill(page: Page, **fields: str) -> None:
    """Fill fields in, each by its whole label: ``fill(page, **{"Title": "…"})``."""
    for label, words in fields.items():
        page.get_by_label(re.compile(rf"^{re.escape(label)}")).first.fill(words)


def in_days(days: int) -> str:
    return f"{clock.today() + timedelta(days=days):%Y-%m-%d}"


def a_worker_warns(open_as: OpenAs) -> None:
    """A tip-off without script, account or cookie; two handlers release words from it."""
    hana, hugh = open_as("handler_one", script=False), open_as("handler_two", script=False, phone=True)
    for handler in (hana, hugh):
        start(handler, "Make your key*", "Make your key")
        fill(handler, **{"A new passphrase": PASSPHRASE, "The same passphrase again": PASSPHRASE})
        follow(handler, "Make the key")
    source = start(open_as("visitor", script=False, phone=True), "Warn us in confidence", "Westbury*")
    follow(source, "I have thought about it*")
    fill(source, **{"What should we know?": SECRET})
    follow(source, "Lock it and send")
    expect(source.locator(".return-code")).to_be_visible()
    assert source.context.cookies() == []

    start(hugh, "1 tip-off waits for an answer", "Tip-off of*")
    fill(hugh, **{"Your passphrase": PASSPHRASE})
    follow(hugh, "Open with my passphrase")
    expect(hugh.get_by_text(SECRET)).to_be_visible()
    hugh.get_by_text("Propose words to release").click()
    fill(hugh, **{"The exact words to release": RELEASED})
    follow(hugh, "Propose the release")
    start(hana, "1 release waits for a second handler", "Tip-off of*")
    fill(hana, **{"Your passphrase": PASSPHRASE})
    follow(hana, "Open with my passphrase")
    expect(hana.get_by_text(RELEASED)).to_be_visible()
    follow(hana, "Decide on this release")
    fill(hana, **{"Your passphrase": PASSPHRASE})
    follow(hana, "Show me the words")
    expect(hana.get_by_text(RELEASED)).to_be_visible()
    fill(hana, **{"Your passphrase, again": PASSPHRASE})
    follow(hana, "I have read them and agree")
    expect(hana.get_by_text("Coordinators can read the statement")).to_be_visible()


def a_coordinator_makes_it_a_campaign(cora: Page) -> None:
    """From the statement to a service, a threat with its clock, and a campaign about it."""
    start(cora, "1 statement from a tip-off*", "Start a threat from it")
    new = {"Name of the service": "Rowan Day Centre", "Who provides it": "Westbury Council"}
    fill(cora, **new, **{"A short title": THREAT})
    follow(cora, "Record the threat", "Set or move dates")
    fill(cora, **{"Consultation closes": in_days(20), "Decision meeting": in_days(40)})
    follow(cora, "Save the dates")
    expect(cora.get_by_role("alert")).to_contain_text("Fill in: Who says so?")
    assert cora.get_by_label("Consultation closes").input_value() == in_days(20), "what was typed in is lost"
    fill(cora, **{"Who says so?": "Cabinet papers"})
    follow(cora, "Save the dates", "Publish", "Publish it")
    expect(cora.get_by_text("The threat is published")).to_be_visible()
    check_accessible(cora)
    picture(cora, "loop-threat-published")
    follow(cora, "Open a campaign")
    assert cora.get_by_label(THREAT).is_checked(), "the threat that one comes from is chosen"
    fill(
        cora,
        **{
            "What is the campaign called?": CAMPAIGN,
            "The campaign in a few sentences": "The council plans to close it. Two hundred people use it every week.",
        },
    )
    cora.get_by_label("Everybody, from today").check()
    follow(cora, "Open the campaign", "Invite an organisation")
    cora.get_by_label("Whom do you invite?").select_option("Day Centre Users’ Group")
    follow(cora, "Invite")
    expect(cora.get_by_text("The invitation is sent")).to_be_visible()
    work()


def an_officer_joins(ugo: Page) -> None:
    """The organisation's officer answers the invitation, and says what the organisation brings."""
    start(ugo, "1 invitation to a campaign", "Answer the invitation*")
    fill(ugo, **{"What does it bring?": "Forty members, and a room every Tuesday"})
    picture(ugo, "loop-join-phone")
    follow(ugo, "Join for the organisation", "Members’ page")
    expect(ugo.get_by_text("Forty members, and a room every Tuesday")).to_be_visible()


def demands_a_target_and_a_petition(cora: Page) -> None:
    """What is demanded, of whom, and the petition for it."""
    start(cora, "Campaigns to take part in", CAMPAIGN, "Demands", "Raise a demand")
    fill(cora, **{"What do you demand?": DEMAND, "When was it adopted?": in_days(0)})
    fill(cora, **{"How was it adopted?": "By a show of hands"})
    follow(cora, "Add the demand", "Targets", "Name a target")
    fill(cora, **{"Which office?": LEADER})
    follow(cora, "Add the target", "Members’ page", "Start a petition or an open letter")
    cora.get_by_label("Petition", exact=True).check()
    fill(cora, **{"Title": PETITION, "What people sign": "We ask the council to keep Rowan open."})
    cora.get_by_label(LEADER).check()
    follow(cora, "Save the draft", "Open it for signatures")
    expect(cora.get_by_text("It is open.")).to_be_visible()


def a_visitor_signs_on_a_phone(phone: Page) -> None:
    """From the front page to the signature that counts."""
    start(phone, PETITION)
    fill(phone, **{"Your name": "Sofia Signer", "Your e-mail address": "sofia@example.org", "Your postcode": "m6 5fs"})
    picture(phone, "loop-petition-phone")
    follow(phone, "Sign")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Now check your e-mail")
    work()
    letter = next(sent for sent in mail.outbox if sent.to == ["sofia@example.org"])
    link = re.search(r"https?://[^/]+(/petitions/signature/\S+)", str(letter.body))
    assert link
    phone.goto(link[1])
    follow(phone, "Yes, this is my signature")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Your signature counts")
    work()


def a_volunteer_takes_a_shift(cora: Page, una: Page) -> None:
    """An event with a rota that takes over its day and hours; somebody comes, and takes a shift."""
    start(cora, "Campaigns to take part in", CAMPAIGN, "Members’ page", "Announce an event")
    fill(cora, Title="Stall at the market", Day=in_days(2), From="10:00", To="13:00")
    fill(cora, Place="Market Place, Westbury")
    cora.get_by_label("Kind").select_option("Stall")
    follow(cora, "Announce it", "Draw up shifts for it", "Draw it up")
    expect(cora.get_by_text("The rota is drawn up.")).to_be_visible()
    start(una, "Campaigns to take part in", CAMPAIGN, "Sign up*")
    una.get_by_label("I am coming").check()
    follow(una, "Sign up", "Take a shift*", "I take this shift")
    expect(una.get_by_text("The shift is yours")).to_be_visible()
    picture(una, "loop-my-shifts-phone")


def actions_the_hand_in_and_the_answer(cora: Page) -> None:
    """What was done, what was answered, and what became of it."""
    start(cora, "Campaigns to take part in", CAMPAIGN, "Actions", "Record an action")
    cora.get_by_label("What kind of action was it?").select_option("Public meeting")
    fill(cora, **{"What shall it be called?": "Meeting at the town hall", "How many people came?": "300"})
    cora.get_by_label("How were they counted?").select_option("Counted")
    follow(cora, "Record the action", "Members’ page", "Hand it in*")
    assert cora.get_by_label("To whom?").input_value() == LEADER
    follow(cora, "Record the hand-in", "Record the answer")
    fill(cora, **{"What did they answer?": ANSWER, "Where does it stand?": "Letter of today"})
    follow(cora, "Record the answer")
    work()
    follow(cora, "Record what became of the demands", "Record the answer*")
    cora.get_by_label("Met", exact=True).check()
    fill(cora, **{"When?": in_days(0), "How do you know?": "Letter of the leader"})
    follow(cora, "Save", "Members’ page", "Record the outcome")
    cora.get_by_label("Won", exact=True).check()
    fill(cora, **{"What was decided?": "The cabinet keeps the centre open.", "How do you know?": "Cabinet minutes"})
    follow(cora, "Record the outcome")
    expect(cora.get_by_text("The outcome is recorded.")).to_be_visible()


def everybody_sees_it(phone: Page) -> None:
    """The public page and its timeline tell the whole story, without the tip-off."""
    start(phone, CAMPAIGN)
    main = phone.get_by_role("main")
    for words in ("Won", "Cabinet minutes", DEMAND, LEADER, ANSWER, "Day Centre Users’ Group", "Stall at the market"):
        expect(main).to_contain_text(words)
    timeline = main.locator("ol.timeline").first
    for words in (f"Handed in: {PETITION}", "Meeting at the town hall", "Demand adopted", "Met", "Consultation closes"):
        expect(timeline).to_contain_text(words)
    assert SECRET not in phone.content()
    check_accessible(phone)
    picture(phone, "loop-campaign-phone")
    follow(phone, PETITION)
    expect(main).to_contain_text(ANSWER)
    picture(phone, "loop-petition-answered-phone")


def test_from_a_whisper_to_a_victory_as_different_people(open_as: OpenAs) -> None:
    a_worker_warns(open_as)
    cora, phone = open_as("coordinator"), open_as("visitor", phone=True)
    a_coordinator_makes_it_a_campaign(cora)
    an_officer_joins(open_as("user_officer", phone=True))
    demands_a_target_and_a_petition(cora)
    a_visitor_signs_on_a_phone(phone)
    a_volunteer_takes_a_shift(cora, open_as("user", phone=True))
    actions_the_hand_in_and_the_answer(cora)
    everybody_sees_it(phone)


def test_a_tender_notice_becomes_a_threat_that_everybody_sees(open_as: OpenAs, tmp_path: Path) -> None:
    cora = start(open_as("coordinator"), "Services", "Add a service*")
    fill(cora, **{"Name of the service": "Rowan Day Centre", "Who provides it": "Westbury Council"})
    follow(cora, "Save")
    file = tmp_path / "notices.json"
    file.write_text(json.dumps(NOTICES))
    start(cora, "Tender notices", "Bring a file")
    cora.get_by_label("OCDS release package").set_input_files(str(file))
    follow(cora, "Read this file")
    work()
    follow(cora, "Look again", "Decide on the notices*")
    expect(cora.get_by_text("fits Rowan Day Centre")).to_be_visible()
    follow(cora, "Running of Rowan Day Centre")
    cora.get_by_text("Take it up as a threat").click()
    follow(cora, "Record the threat")
    expect(cora.get_by_text("The threat is recorded")).to_be_visible()
    picture(cora, "loop-threat-from-tender")
    follow(cora, "Publish", "Publish it")
    phone = start(open_as("visitor", phone=True), "Running of Rowan Day Centre*")
    expect(phone.get_by_role("main")).to_contain_text("Rowan Day Centre")
    check_accessible(phone)


NOTICES = {
    "uri": "https://example.org/notices/today",
    "version": "1.1",
    "publishedDate": "2026-11-20T08:00:00Z",
    "publisher": {"name": "Find a Tender, invented"},
    "releases": [
        {
            "ocid": "ocds-h6vhtk-rowan",
            "id": "rowan-1",
            "date": "2026-11-20T08:00:00Z",
            "tag": ["tender"],
            "initiationType": "tender",
            "language": "en",
            "buyer": {"id": "GB-LAE-WBY", "name": "Westbury Council"},
            "parties": [{"id": "GB-LAE-WBY", "name": "Westbury Council", "roles": ["buyer"]}],
            "tender": {
                "id": "rowan",
                "title": "Running of Rowan Day Centre",
                "description": "Day services for people in mental distress at the Rowan Day Centre.",
                "status": "active",
                "classification": {"scheme": "CPV", "id": "85312100", "description": "Daycare services"},
                "value": {"amount": 480000, "currency": "GBP"},
                "tenderPeriod": {"endDate": "2099-01-31T12:00:00Z"},
            },
        }
    ],
}
