"""A real browser against the real site: pages by name of the cast, and checks for accessibility."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.scenes import Scene
from tests.snapshot import Snapshot
from tools.browser import found

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in this thread

PATIENCE = 30_000  # ms: a test fails on what is wrong, not on a machine that is busy
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],  # what is in order need not be listed, which takes as long as the checks
    "preload": False,  # style sheets are fetched again for one rule only, and that one is switched off
}
PICTURES = Path(__file__).resolve().parent.parent.parent / "var" / "pictures"

OpenAs = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    path = found()
    assert path, "no Chromium here: run `make test`, which installs one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def cast(transactional_db: None, built_scene: Snapshot[Scene]) -> Scene:
    """The scene, committed, so that the server sees it."""
    return built_scene.restore()


@pytest.fixture
def open_as(browser: Browser, live_server: object, cast: Scene) -> Iterator[OpenAs]:
    """``open_as("coordinator", phone=True, script=False)`` gives a page in a fresh browser, signed in so."""
    contexts: list[BrowserContext] = []

    def open_page(name: str = "visitor", *, phone: bool = False, script: bool = True, dark: bool = False) -> Page:
        context = browser.new_context(
            base_url=str(live_server),
            viewport=PHONE if phone else DESKTOP,
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            locale="en-GB",
        )
        contexts.append(context)
        if name != "visitor":
            client = Client()
            client.force_login(cast.people[name])
            cookie = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": str(live_server)}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        return page

    yield open_page
    for context in contexts:
        context.close()


@contextmanager
def twin_with_scripts(page: Page) -> Iterator[Page]:
    """The same page where scripts run, which axe needs: without them it never answers and the browser never closes."""
    browser = page.context.browser
    assert browser
    context = browser.new_context(viewport=page.viewport_size, storage_state=page.context.storage_state())
    twin = context.new_page()
    twin.route(page.url, lambda route: route.fulfill(body=page.content(), content_type="text/html; charset=utf-8"))
    twin.goto(page.url)
    yield twin
    context.close()


def check_accessible(page: Page) -> None:
    """No violation of WCAG 2.2 A or AA that axe can find, and no sideways scrolling."""
    page.wait_for_load_state()  # a click comes back as soon as the next page begins
    if page.evaluate("matchMedia('(scripting: none)').matches"):
        with twin_with_scripts(page) as twin:
            check_accessible(twin)
        return
    found = Axe().run(page, options=AXE)
    assert found.violations_count == 0, found.generate_report()
    check_width(page)


def check_width(page: Page) -> None:
    """No sideways scrolling."""
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the window"


def picture(page: Page, name: str) -> None:
    """Keep a picture of the page for people to look at, under ``var/pictures``.

    In a run by several workers, as ``make test`` does it, nobody looks, and the pictures would take a minute.
    """
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}.png", full_page=True)
