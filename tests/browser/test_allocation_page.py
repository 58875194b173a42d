"""The page that `causeway allocate --html` writes: it stands alone, and everybody can read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from causeway.engines.budgeting import Rules, allocate, instance, report
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
    place = tmp_path / "page.html"
    place.write_text(text)
    page = browser.new_page(viewport=PHONE if phone else DESKTOP)  # type: ignore[arg-type]
    page.goto(place.as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= (PHONE if phone else DESKTOP)["width"]
    picture(page, f"allocate-{rule}-{'phone' if phone else 'desktop'}")
    page.close()
