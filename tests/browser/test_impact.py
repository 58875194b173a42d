"""An impact check in the browser: begun on the page of a threat, written on a phone without script, and published."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.impact import scene as room
from tests.domains.services import scene as services
from tests.scenes import Scene


def test_a_member_writes_a_check_on_a_phone_without_script_and_everybody_reads_it(open_as: OpenAs, cast: Scene) -> None:
    threat = services.public_threat(cast)
    una = open_as("user", phone=True, script=False)
    una.goto(threat.get_absolute_url())
    una.get_by_role("button", name="Begin an impact check").click()
    una.get_by_label("Your name, as readers will see it").fill("Una User")
    una.get_by_role("button", name="Begin").click()
    expect(una.get_by_role("alert")).to_contain_text("There is a problem")  # the name is shown only where she agrees
    una.get_by_label("Everybody who reads this check may see my name").check()
    una.get_by_role("button", name="Begin").click()
    expect(una.get_by_text("The check is begun.")).to_be_visible()

    una.get_by_role("button", name="Write down an effect").click()
    una.get_by_label("Which group?").select_option(label="Unpaid carers")
    una.get_by_label("Loses").check()
    una.get_by_label("How much, in words?").fill("40 families")
    una.get_by_label("What happens to them?").fill("They care alone in the day.")
    una.get_by_role("button", name="Save").click()
    expect(una.get_by_text("The effect is written down.")).to_be_visible()

    una.get_by_role("button", name="Ask what is still open").click()
    una.get_by_label("What is still open?").fill("Who was asked?")
    una.get_by_role("button", name="Ask").click()
    una.get_by_role("link", name="Sum it up").click()
    una.get_by_label("What comes out, in a few sentences").fill(room.GIST)
    una.get_by_role("button", name="Save").click()
    expect(una.get_by_text("The summary is saved.")).to_be_visible()
    check_accessible(una)
    picture(una, "impact-check-written-phone")

    cora = open_as("coordinator")
    cora.goto(una.url)
    cora.get_by_role("button", name="Publish").click()
    cora.get_by_role("button", name="Publish").click()
    expect(cora.get_by_text("The check is published")).to_be_visible()
    check_accessible(cora)
    picture(cora, "impact-check-published-desktop")

    reader = open_as("visitor", phone=True)
    reader.goto(threat.get_absolute_url())
    expect(reader.get_by_text(room.GIST)).to_be_visible()
    reader.get_by_role("link", name="Read the whole impact check").click()
    expect(reader.get_by_role("cell", name="Loses: 40 families")).to_be_visible()
    expect(reader.get_by_text("Written by Una User.")).to_be_visible()
    check_accessible(reader)
