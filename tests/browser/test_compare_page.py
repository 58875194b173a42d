"""The page that ``causeway compare --html`` writes, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from causeway.engines.qca import Settings, compare, report, sets, table
from causeway.engines.qca.robustness import robustness
from tests.browser.conftest import DESKTOP, PHONE, PICTURES

CAMPAIGNS = """Campaign,Union,Users,Early,Councillor,Long,Won
Library of the old town,0.9,0.8,0.6,0.2,0.3,0.9
Bow,0.9,0.3,0.7,0.6,0.8,0.2
Cove,0.1,0.7,0.9,0.9,0.2,0.3
Dale,0.2,0.1,0.2,0.1,0.6,0.0
Esk,0.8,0.9,0.8,0.7,0.9,1
Fife,0.7,0.6,0.9,0.3,0.1,0.7
Gare,0.6,0.9,0.3,0.9,0.7,0.8
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_page_of_a_comparison_passes_axe_and_fits_a_phone(
    browser: Browser, size: dict[str, int], scheme: str, tmp_path: Path
) -> None:
    found = compare(
        sets.chosen(table.parse(CAMPAIGNS.encode()), outcome="Won").cases(), Settings(solution="parsimonious")
    )
    path = tmp_path / "page.html"
    again = "causeway compare campaigns.csv --outcome Won --solution parsimonious"
    path.write_text(report.as_page(found, robustness(found), checked_with=again), encoding="utf-8")
    page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"compare-{scheme}-{size['width']}.png", full_page=True)
    assert not Axe().run(page).response["violations"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.get_by_role("img", name="Venn diagram of the conditions").count() == 1
    assert page.get_by_role("table", name="Combinations that were seen").count() == 1
    page.close()
