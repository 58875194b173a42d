"""The page that ``causeway network --html`` writes, in a real browser."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from causeway.engines.networks import Chance, measure
from causeway.engines.networks.report import arrange, page
from tests.browser.conftest import DESKTOP, PHONE, check_accessible, picture
from tests.engines.networks.worlds import grown

BOXES = "texts => texts.map(one => { const box = one.getBBox(); return [box.x, box.y, box.width, box.height] })"


def written(size: int, folder: Path) -> str:
    network = grown(size)
    found = measure(network, Chance(draws=99, rewirings=19))
    file = folder / "network.html"
    title = "Who is tied to whom"
    file.write_text(page(found, arrange(found), title=title, checked_with="causeway network x.csv"), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_page_of_a_network_passes_axe_and_fits_a_phone(
    browser: Browser, size: dict[str, int], dark: bool, tmp_path: Path
) -> None:
    context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light")
    opened = context.new_page()
    opened.goto(written(24, tmp_path))
    picture(opened, f"network-{size['width']}-{'dark' if dark else 'light'}")
    check_accessible(opened)
    assert opened.get_by_role("img", name="Who is in contact with whom").count() == 1
    assert opened.get_by_role("table", name="All organisations").get_by_role("row").count() == 25
    context.close()


def test_of_300_organisations_no_two_names_overlap_as_the_browser_draws_them(browser: Browser, tmp_path: Path) -> None:
    opened = browser.new_page(viewport=DESKTOP)
    opened.goto(written(300, tmp_path))
    picture(opened, "network-300")
    boxes = opened.locator("svg text.name").evaluate_all(BOXES)
    assert len(boxes) >= 120
    for (x, y, wide, high), (left, top, width, height) in itertools.combinations(boxes, 2):
        across, down = min(x + wide, left + width) - max(x, left), min(y + high, top + height) - max(y, top)
        assert across <= 0.5 or down <= 0.5, "two names overlap by more than half a pixel"
    opened.close()
