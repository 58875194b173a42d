"""The page that ``causeway count --html`` writes, in a real browser."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from causeway.engines import stv
from causeway.engines.exact.stream import Stream
from causeway.engines.stv.formats.blt import read_blt
from causeway.engines.stv.report import as_page
from tests.browser.conftest import DESKTOP, PHONE, PICTURES

BALLOTS = b"""6 2
40 1 2 3 0
18 2 4 0
15 3 1 0
9 4 5 2 0
8 5 4 3 0
2 6 0
0
"Ann Archer"
"Ben Baker"
"Cat Cooper with a long name that has to be cut"
"Dan Dyer"
"Eve Eliot"
"Fay Fisher"
"Committee of the tenants\xe2\x80\x99 association"
"""


@pytest.mark.parametrize(("rule", "scheme"), [("scottish", "light"), ("scottish", "dark"), ("meek", "dark")])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_page_of_a_count_passes_axe_and_fits_a_phone(
    browser: Browser, size: dict[str, int], rule: str, scheme: str, tmp_path: Path
) -> None:
    result = stv.count(read_blt(Stream(io.BytesIO(BALLOTS))), rule=rule)
    path = tmp_path / "page.html"
    path.write_text(as_page(result, checked_with="causeway count ward.blt"), encoding="utf-8")
    page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"count-{rule}-{scheme}-{size['width']}.png", full_page=True)
    assert not Axe().run(page).response["violations"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.get_by_role("img", name="How votes moved from stage to stage").count() == 1
    assert page.get_by_role("table", name="Votes at the end of each stage").count() == 1
    page.close()
