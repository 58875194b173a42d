"""The site by keyboard alone: everything that can be pressed is reached, in reading order, seen, and left again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core import mail
from playwright.sync_api import Page, expect

from causeway.domains.campaigns.models import Action
from causeway.domains.petitions.models import Signature
from causeway.kernel import clock
from tests.browser.conftest import OpenAs, picture
from tests.browser.test_register import tab_to, type_day
from tests.domains.campaigns.scene import open_campaign
from tests.domains.petitions.scene import petition
from tests.domains.services.scene import public_threat
from tests.scenes import Scene
from tests.work import work

PASSWORD = "a long enough password"

# What is focused, where it lies, whether a ring is drawn round it, and whether it can be seen at the middle of its
# first line (a link may begin behind other words).
LOOK = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getClientRects()[0] || e.getBoundingClientRect(), style = getComputedStyle(e);
  const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 20);
  const top = document.elementFromPoint(x, y);
  const all = [...document.querySelectorAll('*')];
  const words = (e.labels && e.labels[0] && e.labels[0].innerText) || e.innerText || e.getAttribute('aria-label') || '';
  return {
    words: words.trim().slice(0, 60), tag: e.tagName, place: all.indexOf(e),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: !!top && (e.contains(top) || top.contains(e) || !!(e.labels && [...e.labels].some(l => l.contains(top)))),
  };
}"""

# Everything on the page that the Tab key should come to: of radio buttons one a group.
STOPS = """() => {
  const able = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const groups = new Set();
  return [...document.querySelectorAll(able)].filter(e => {
    if (e.disabled || e.tabIndex < 0 || !e.checkVisibility({visibilityProperty: true})) return false;
    if (e.closest('details:not([open])') && !e.matches('details:not([open]) > summary')) return false;
    if (e.type !== 'radio') return true;
    const first = !groups.has(e.name); groups.add(e.name); return first;
  }).length;
}"""


@dataclass(frozen=True)
class Stop:
    """One place that the focus came to."""

    words: str
    tag: str
    place: int
    ring: bool
    seen: bool


def focused(page: Page) -> Stop | None:
    found = page.evaluate(LOOK)
    return Stop(**found) if found else None


def walk(page: Page, *, back: bool = False) -> list[Stop]:
    """Press Tab from one end of the page to the other: every place that it stops at."""
    stops: list[Stop] = []
    page.evaluate("document.activeElement.blur()")
    for _press in range(300):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        stop = focused(page)
        if stop is None or (stops and stop.place == stops[0].place):
            return stops
        if not (stops and stop.place == stops[-1].place):  # the parts of a date field are one place
            stops.append(stop)
    raise AssertionError(f"The focus never leaves {page.url}: {stops[-1]}")


def check_walk(page: Page) -> None:
    """No trap, reading order, nothing left out, and the focus always drawn and never hidden."""
    stops = walk(page)
    assert [stop.words for stop in stops if not stop.ring] == [], f"no ring on {page.url}"
    assert [stop.words for stop in stops if not stop.seen] == [], f"hidden on {page.url}"
    places = [stop.place for stop in stops]
    assert places == sorted(places), f"not in reading order on {page.url}"
    assert len(stops) == page.evaluate(STOPS), f"{page.url} leaves something out: {[stop.words for stop in stops]}"
    assert stops[0].words == "Skip to main content"


def press(page: Page, words: str, key: str = "Enter") -> None:
    """Go to what has these words by Tab, and press it."""
    tab_to(page, words)
    page.keyboard.press(key)


def sign_in(page: Page, cast: Scene, name: str) -> None:
    """By the form, with the keyboard."""
    person = cast.people[name]
    person.set_password(PASSWORD)
    person.save(update_fields=["password"])
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    page.goto("/")
    press(page, "Sign in")
    page.wait_for_url("**/account/login/**")
    tab_to(page, "E-mail address")
    page.keyboard.type(person.email)
    tab_to(page, "Password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("What needs you today")


def test_the_tab_key_comes_to_everything_in_order_and_leaves_again(open_as: OpenAs, cast: Scene) -> None:
    found = petition(cast)
    public_threat(cast)
    campaign = open_campaign(cast)
    addresses = [
        "/",
        f"/campaigns/{campaign.slug}/",
        f"/petitions/{found.slug}/",
        cast.westbury.get_absolute_url(),
        "/services/map/",
        "/account/login/",
    ]
    for phone in (False, True):
        page = open_as("visitor", phone=phone)
        for address in addresses:
            page.goto(address)
            check_walk(page)
    member = open_as("coordinator")
    for address in ("/", f"/campaigns/{campaign.slug}/members/", f"/campaigns/{campaign.slug}/actions/new/"):
        member.goto(address)
        check_walk(member)
    assert [stop.place for stop in walk(member, back=True)] == [stop.place for stop in reversed(walk(member))]


def test_the_skip_link_leads_past_the_navigation(open_as: OpenAs) -> None:
    page = open_as("visitor")
    page.goto("/")
    page.keyboard.press("Tab")
    stop = focused(page)
    assert stop is not None
    assert stop.seen
    assert stop.words == "Skip to main content"
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_id("main")
    page.keyboard.press("Tab")
    stop = focused(page)
    assert stop is not None
    assert stop.words == "Find a campaign"


def test_the_menu_of_a_phone_opens_and_closes_without_a_script(open_as: OpenAs) -> None:
    page = open_as("visitor", phone=True, script=False)
    page.goto("/")
    entry = page.get_by_role("link", name="Petitions", exact=True)
    expect(entry).to_be_hidden()
    for _stop in ("skip link", "Causeway", "Sign in", "Menu"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(entry).to_be_visible()
    picture(page, "menu-open-phone")
    page.keyboard.press("Enter")
    expect(entry).to_be_hidden()
    page.keyboard.press("Enter")
    for _stop in ("Campaigns", "Petitions"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Petitions and open letters")


def test_a_visitor_signs_and_confirms_by_keyboard_and_errors_take_the_focus(open_as: OpenAs, cast: Scene) -> None:
    found = petition(cast)
    page = open_as("visitor")
    page.goto("/")
    press(page, "Petitions")
    page.wait_for_url("**/petitions/")
    press(page, found.title)
    page.wait_for_url(f"**/petitions/{found.slug}/")
    tab_to(page, "Your name")
    page.keyboard.type("Kay Board")
    page.keyboard.press("Enter")
    page.get_by_text("There is a problem").wait_for()
    expect(page.locator(":focus")).to_have_class("error-summary")
    stop = focused(page)
    assert stop is not None
    assert stop.seen
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("name", "email")
    page.keyboard.type("kay@example.org")
    tab_to(page, "Your postcode")
    page.keyboard.type("M6 5FS")
    press(page, "Show my name", "Space")
    press(page, "Sign")
    expect(page.get_by_role("heading", level=1)).to_have_text("Now check your e-mail")
    work()
    (letter,) = [sent for sent in mail.outbox if sent.to == ["kay@example.org"]]
    link = re.search(r"https?://[^/]+(/petitions/signature/\S+)", str(letter.body))
    assert link is not None
    page.goto(link[1])
    press(page, "Yes, this is my signature")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your signature counts")
    assert Signature.objects.get().shows_name


def test_a_coordinator_signs_in_and_records_an_action_by_keyboard(open_as: OpenAs, cast: Scene) -> None:
    campaign = open_campaign(cast)
    page = open_as("visitor")
    sign_in(page, cast, "coordinator")
    page.goto(f"/campaigns/{campaign.slug}/actions/")
    press(page, "Record an action")
    page.wait_for_url("**/actions/new/")
    press(page, "Record the action")
    page.get_by_text("There is a problem").wait_for()
    expect(page.locator(":focus")).to_have_class("error-summary")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("name", "kind")
    page.keyboard.type("Stall")
    tab_to(page, "What shall it be called?")
    page.keyboard.type("Stall at the market")
    tab_to(page, "When was it?")
    type_day(page, clock.today() - timedelta(days=1))
    tab_to(page, "Postcode or nearest large town")
    page.keyboard.type("Salford")
    press(page, "Give the exact point instead")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("name", "latitude")
    press(page, "Record the action")
    expect(page.get_by_text("The action is recorded.")).to_be_visible()
    action = Action.objects.get(title="Stall at the market")
    assert (action.latitude, action.longitude) == (53.48, -2.29)
