"""The page that `causeway allocate --html` writes: it stands alone, and everybody can read it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from causeway.engines.budgeting import Rules, allocate, instance, recount, report
from tests.browser.conftest import DESKTOP, PHONE, picture

BALLOTS = [["hall", "path"], ["hall", "path"], ["hall"], ["garden", "path"], ["garden"], ["garden"]]


@pytest.mark.parametrize("rule", ["equal-shares", "greedy", "phragmen"])
@pytest.mark.parametrize("phone", [True, False])
def test_the_page_stands_alone_and_is_accessible(rule: str, phone: bool, tmp_path: Path, browser: Browser) -> None:
    vote = instance({"hall": 60000, "path": 30000, "garden": 45000}, BALLOTS, budget_pence=120000)
    result = allocate(vote, Rules(rule=rule, completion="add1" if rule == "equal-shares" else "none"))
    text = report.page(vote, result, title="Spring <budget>", checked_with="causeway allocate spring.pb")
    assert "<h1>Spring &lt;budget&gt;</h1>" in text
    assert not any(mark in text for mark in ("<script", "http:", "https:", "src=", "url("))
    check_and_show(text, f"allocate-{rule}", phone, tmp_path, browser)


@pytest.mark.parametrize("phone", [True, False])
def test_the_page_says_what_it_means_for_people_and_what_changed(phone: bool, tmp_path: Path, browser: Browser) -> None:
    sections = {"hall": "south", "path": "south", "garden": "north <end>"}
    vote = instance({"hall": 60000, "path": 30000, "garden": 45000}, BALLOTS, budget_pence=120000, sections=sections)
    ages = ("young", "young", "old", "old", "", "old & wise")
    vote = replace(vote, ballots=replace(vote.ballots, details={"age": ages}))
    changed = recount(vote, Rules(guarantees={"north <end>": 46000}), {"hall": 20000})
    text = report.page(vote, changed.after, title="Spring", checked_with="causeway", by="age", changed=changed)
    assert "<li>north &lt;end&gt;: 460. Each who voted for any of its projects held 153.3333.</li>" in text
    assert "after the vote: hall: 200. With them, projects gained: hall; projects lost: path.</p>" in text
    assert "<li>0 of 6 voters (0 in 100) have none of their projects chosen.</li>" in text
    assert "old &amp; wise" in text
    check_and_show(text, "allocate-people", phone, tmp_path, browser)


def check_and_show(text: str, name: str, phone: bool, tmp_path: Path, browser: Browser) -> None:
    """Nobody is kept out by how the page is made, it fits the screen, and there is a picture of it to look at."""
    place = tmp_path / "page.html"
    place.write_text(text)
    page = browser.new_page(viewport=PHONE if phone else DESKTOP)  # type: ignore[arg-type]
    page.goto(place.as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= (PHONE if phone else DESKTOP)["width"]
    picture(page, f"{name}-{'phone' if phone else 'desktop'}")
    page.close()
