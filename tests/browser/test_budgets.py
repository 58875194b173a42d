"""A people's budget in the browser: from the council's figures and an open meeting to a balanced close."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from causeway.domains.budgets.commands.adopt_proposal import AdoptProposal
from causeway.domains.budgets.models import Budget
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.budgets import scene as room
from tests.scenes import Scene


def begin(cora: Page, cast: Scene, council: str, code: str = "") -> None:
    cora.goto(cast.westbury.get_absolute_url())
    cora.get_by_role("button", name="Begin a people’s budget").click()
    cora.get_by_label("What shall it be called?").fill("What we need")
    cora.get_by_label("Which council?").fill(council)
    cora.get_by_label("Its code").fill(code)
    cora.get_by_label("For which year?").fill("2027")
    until = clock.today() + timedelta(days=14)
    cora.get_by_label("Needs and proposals are taken until the end of").fill(until.isoformat())
    cora.get_by_role("button", name="Begin it").click()
    expect(cora.get_by_text("The budget has begun.")).to_be_visible()


def take_in(cora: Page, file: Path | dict[str, object], vintage: str) -> None:
    cora.get_by_role("button", name="Take in the council’s figures").first.click()
    cora.get_by_label("The file").set_input_files(file)  # type: ignore[arg-type]
    cora.get_by_label("What are these figures?").fill(vintage)
    cora.get_by_role("button", name="Read it").click()
    expect(cora.get_by_role("heading", level=1)).to_have_text("Look at what was read")


def enter(cora: Page, kind: str, title: str, amount: str) -> None:
    cora.get_by_role("button", name="Enter an amount").click()
    cora.get_by_label("What kind of amount?").select_option(label=kind)
    cora.get_by_label("What is it?").fill(title)
    cora.get_by_label("How many pounds?").fill(amount)
    cora.get_by_label("Where does this figure come from?").fill("The medium-term plan, page 9")
    cora.get_by_role("button", name="Enter it").click()
    expect(cora.get_by_text("The amount is entered.")).to_be_visible()


def set_tax(cora: Page, base: str, band_d: str, before: str) -> None:
    cora.get_by_role("button", name="Set the council tax").click()
    cora.get_by_label("Tax base").first.fill(base)
    cora.get_by_label("Band D last year").fill(before)
    cora.get_by_label("Band D in this budget").fill(band_d)
    cora.get_by_label("From which increase on").fill("5")
    cora.get_by_label("Who says so?").fill("The principles for the year")
    cora.get_by_label("Where do tax base and Band D come from?").fill("Council tax report, table 2")
    cora.get_by_role("button", name="Set it").click()
    expect(cora.get_by_text("The council tax is set.")).to_be_visible()


def state_reserves(cora: Page, floor: str) -> None:
    cora.get_by_role("button", name="State the reserves").click()
    cora.get_by_label("How much must stay?").fill(floor)
    cora.get_by_label("Why this floor?").fill("The finance officer’s advice")
    cora.get_by_role("button", name="State them").click()
    expect(cora.get_by_text("The reserves are stated.")).to_be_visible()


def test_a_budget_comes_from_a_meeting_to_a_balanced_close(open_as: OpenAs, cast: Scene) -> None:
    cora = open_as("coordinator")
    begin(cora, cast, "Westbury Council")
    picture(cora, "budget-begun")
    take_in(cora, {"name": "ro.csv", "mimeType": "text/csv", "buffer": room.FIGURES}, "Made up, 2026–27")
    check_accessible(cora)
    picture(cora, "budget-reading")
    cora.get_by_role("button", name="Take it into the budget").click()
    expect(cora.get_by_text("1 line of the council’s figures has no figure")).to_be_visible()
    budget = Budget.objects.get()

    una = open_as("user", phone=True, script=False)
    una.goto(budget.get_absolute_url())
    picture(una, "budget-phone")
    una.get_by_role("button", name="Say what is needed").click()
    una.get_by_label("What is needed?").fill("A warm place to meet in the north")
    una.get_by_label("How many said so?").fill("14")
    una.get_by_role("button", name="Add it", exact=True).click()
    expect(una.get_by_text("14 people said so")).to_be_visible()
    check_accessible(una)
    una.get_by_role("link", name="What we need").click()
    una.get_by_role("button", name="Make a proposal").click()
    una.get_by_label("What do you propose").fill("Open the library on Saturdays")
    una.get_by_role("button", name="Propose it").click()
    expect(una.get_by_role("alert")).to_contain_text("There is a problem")
    check_accessible(una)
    picture(una, "budget-proposal-errors-phone")
    una.get_by_label("What would it do?").fill("Two people for five hours, fifty weeks.")
    una.get_by_label("What does it cost in the first year").fill("£12,000")
    una.get_by_label("Revenue: running costs").check()
    una.get_by_label("Every year").check()
    una.get_by_text("Service, needs, evidence").click()
    una.get_by_label("A warm place to meet in the north").check()
    una.get_by_role("button", name="Propose it").click()
    expect(una.get_by_text("Your proposal stands.")).to_be_visible()
    check_accessible(una)
    picture(una, "budget-proposal-phone")
    una.get_by_role("button", name="Sponsor it").click()
    una.get_by_label("Your name, as it is shown").fill("Una U.")
    una.get_by_role("button", name="Sponsor it").click()
    expect(una.get_by_text("Una U.")).to_be_visible()
    proposal = una.url

    ravi = open_as("rep")
    ravi.goto(budget.get_absolute_url())
    ravi.get_by_role("link", name="Costing").click()
    ravi.get_by_role("button", name="Offer to cost proposals").click()
    ravi.get_by_label("Your name").fill("Ravi R.")
    ravi.get_by_label("What do you know of costs?").fill("Branch treasurer for ten years")
    ravi.get_by_role("button", name="Offer it").click()
    expect(ravi.get_by_text("Your offer waits to be looked at.")).to_be_visible()
    cora.goto(budget.get_absolute_url() + "costing/")
    cora.get_by_role("button", name="Accept – Ravi R.").click()
    expect(cora.get_by_text("Ravi R. can cost proposals now.")).to_be_visible()
    ravi.goto(proposal)
    ravi.get_by_role("button", name="Cost this proposal").click()
    ravi.get_by_label("What does it cost").fill("13,500")
    ravi.get_by_label("How did you reckon?").fill("Two at grade 4, with oncosts.")
    ravi.get_by_role("button", name="Give the cost").click()
    expect(ravi.get_by_text("not agreed yet")).to_be_visible()

    cora.goto(proposal)
    cora.get_by_role("button", name="Agree to this cost").click()
    expect(cora.locator(".stat strong")).to_have_text("£13,500")
    cora.get_by_role("button", name="Write down that it was adopted").click()
    cora.get_by_label("Who adopted it").fill("The open meeting, 41 to 6")
    cora.get_by_role("button", name="Write it down").click()
    expect(cora.get_by_text("the balance counts it now")).to_be_visible()
    check_accessible(cora)
    picture(cora, "budget-proposal-adopted")

    cora.goto(budget.get_absolute_url() + "lines/")
    check_accessible(cora)
    picture(cora, "budget-lines")
    cora.get_by_role("link", name="Fill it in").click()
    cora.get_by_label("Net current expenditure in pounds").fill("1,000,000")
    cora.get_by_label("Where did you find it?").fill("Budget book, page 12")
    cora.get_by_role("button", name="Fill it in").click()
    expect(cora.get_by_text("The figure is filled in.")).to_be_visible()

    cora.goto(budget.get_absolute_url() + "balance/")
    expect(cora.locator(".verdict")).to_have_text("£53,014,250 of income is missing for what is to be spent.")
    set_tax(cora, "31250", "1,600", "1,550.00")
    state_reserves(cora, "3,000,000")
    enter(cora, "Taken from reserves", "For one year only", "2,000,000")
    cora.goto(budget.get_absolute_url() + "close/")
    cora.get_by_role("button", name="Close it").click()
    expect(cora.get_by_text("This budget cannot close: £1,014,250 of income is missing")).to_be_visible()
    check_accessible(cora)
    picture(cora, "budget-cannot-close")
    cora.goto(budget.get_absolute_url() + "balance/")
    enter(cora, "Fees and charges", "Parking for visitors", "1,014,250")
    expect(cora.locator(".verdict")).to_contain_text("It balances")
    check_accessible(cora)
    picture(cora, "budget-balance")
    cora.goto(budget.get_absolute_url())
    cora.get_by_role("button", name="Close the budget").click()
    cora.get_by_role("button", name="Close it").click()
    expect(cora.get_by_text("closed, and balances")).to_be_visible()
    expect(cora.locator("code.digest")).to_contain_text("sha256:")
    check_accessible(cora)
    picture(cora, "budget-closed")
    una.goto(budget.get_absolute_url())
    expect(una.get_by_role("button", name="Make a proposal")).to_have_count(0)
    check_accessible(una)
    picture(una, "budget-closed-phone")
    dark = open_as("user", phone=True, dark=True)
    dark.goto(budget.get_absolute_url())
    check_accessible(dark)
    picture(dark, "budget-closed-dark")


@pytest.mark.realdata
def test_a_real_councils_figures_come_to_a_balanced_close(open_as: OpenAs, cast: Scene, real_data: Path) -> None:
    cora = open_as("coordinator", phone=True, script=False)
    begin(cora, cast, "Salford", "E08000006")
    take_in(cora, real_data / "budgets" / "RS_2017-18_data_by_LA.xlsx", "Revenue outturn summary 2017–18 (MHCLG)")
    check_accessible(cora)
    picture(cora, "budget-real-reading-phone")
    cora.get_by_role("button", name="Take it into the budget").click()
    expect(cora.locator(".verdict")).to_have_text("£91,845,174 of income is missing for what is to be spent.")
    budget = Budget.objects.get()
    library = room.propose(cast, of=budget, cost_pounds=154_826)
    perform(cast.actor("coordinator"), AdoptProposal(proposal_id=library.pk, ground="The open meeting, 41 to 6"))
    cora.goto(budget.get_absolute_url() + "balance/")
    set_tax(cora, "62500", "1,472.00", "1,402.00")
    expect(cora.locator(".verdict")).to_contain_text("It balances")
    check_accessible(cora)
    picture(cora, "budget-real-balance-phone")
    cora.goto(budget.get_absolute_url() + "close/")
    cora.get_by_role("button", name="Close it").click()
    expect(cora.get_by_text("closed, and balances")).to_be_visible()
    picture(cora, "budget-real-closed-phone")
