"""The page that `causeway power --html` writes: it stands alone, and everybody can read it."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from causeway.engines.power import Game, measure, report
from tests.browser.conftest import DESKTOP, PHONE, picture

NAMES = ("Germany", "France", "Italy", "Belgium", "Netherlands", "The Grand Duchy of Luxembourg with a long name")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("phone", [True, False])
def test_the_page_of_power_is_accessible_and_fits_a_phone(
    phone: bool, scheme: str, tmp_path: Path, browser: Browser
) -> None:
    power = measure(Game(weights=(4, 4, 4, 2, 2, 1), quota=12, names=NAMES))
    place = tmp_path / "page.html"
    place.write_text(report.page(power, title="The Community of 1958", checked_with="causeway power …"))
    page = browser.new_page(viewport=PHONE if phone else DESKTOP, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(place.as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= (PHONE if phone else DESKTOP)["width"]
    picture(page, f"power-{scheme}-{'phone' if phone else 'desktop'}")
    page.close()
