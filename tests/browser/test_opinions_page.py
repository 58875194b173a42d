"""The page that `causeway opinions --html` writes: it stands alone, and everybody can read it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from causeway.engines.opinion import Conversation, Statement, gather, report
from causeway.engines.opinion.findings import find
from causeway.engines.opinion.formats import Assignment
from tests.browser.conftest import DESKTOP, PHONE, picture


def conversation() -> Conversation:
    """Ninety people in three minds on twelve statements, one of them rejected and one hardly seen."""
    people, statements, values = [], [], []
    for person in range(90):
        for statement in range(12):
            if (person * 5 + statement * 3) % 7 == 0 or (statement == 10 and person > 4):
                continue
            people.append(person)
            statements.append(statement)
            side = statement % 3 == person % 3 or statement > 8
            values.append(1 if side else -1 if (person + statement) % 5 else 0)
    votes = gather(people, statements, values)
    words = ["Pay the carers’ bus fares"] + [f"Statement <{place}> with some words in it" for place in range(1, 12)]
    known = tuple(Statement(one, words[one], -1 if one == 11 else 1) for one in range(12))
    return Conversation(votes, known)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
def test_the_page_stands_alone_and_is_accessible(phone: bool, dark: bool, tmp_path: Path, browser: Browser) -> None:
    spoken = conversation()
    sectors = Assignment(("carers", "users", "workers"), np.array([0] * 4 + [1] * 40 + [2] * 30 + [-1] * 16), 0)
    found = find(spoken, sectors=sectors)
    text = report.page(found, title="Bus fares <draft>", checked_with="causeway opinions votes.csv")
    assert "<h1>Bus fares &lt;draft&gt;</h1>" in text
    assert not any(mark in text for mark in ("<script", "https:", "src=", "url(", "style="))
    place = tmp_path / "page.html"
    place.write_text(text)
    size = PHONE if phone else DESKTOP
    page = browser.new_page(viewport=size, color_scheme="dark" if dark else "light")  # type: ignore[arg-type]
    page.goto(place.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    checked = Axe().run(page)
    assert checked.violations_count == 0, checked.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.get_by_role("img", name="The map of who votes alike").count() == 1
    assert page.get_by_role("table", name="Crowds on the map").locator("tbody tr").count() == len(found.crowds)
    picture(page, f"opinions-{'phone' if phone else 'desktop'}-{'dark' if dark else 'light'}")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 27, 27)", "pale on white paper"
    page.close()


def test_colour_is_never_the_only_mark_of_a_group() -> None:
    found = find(conversation())
    text = report.page(found, title="Fares", checked_with="causeway opinions votes.csv")
    for name in {found.names[crowd.group] for crowd in found.crowds}:
        assert f">{name}</text>" in text
