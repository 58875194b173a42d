"""Read an HSDS-UK 3.0 document: what is good becomes plain items, what is wrong is reported, item by item.

Accepted are a page of services, organisations or services at locations (``contents``), one of them in full, and
plain lists of them. Contacts, schedules and other parts that we have no use for are left out: least data.
Profile: https://docs.openreferraluk.org/ (HSDS-UK 3.0).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from causeway.domains.services.models import Service
from causeway.domains.services.openreferral.parsing import DUPLICATES, parse
from causeway.kernel.errors import Unreadable

STATUSES = {"active": False, "temporarily closed": False, "inactive": True, "defunct": True}
MOST_ITEMS = 200_000
MOST_REPORTED = 1_000
is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Problem:
    """What is wrong with one item; ``fatal`` when the item is not taken in because of it."""

    item: str
    sentence: str
    fatal: bool


@dataclass
class Feed:
    """What was read: good services and organisations by identifier, and the report."""

    services: dict[str, dict[str, Any]] = field(default_factory=dict)
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: int = 0

    def report(self) -> list[dict[str, Any]]:
        """The report as plain values, the graver first, cut at a thousand lines."""
        ordered = sorted(self.problems, key=lambda problem: not problem.fatal)[:MOST_REPORTED]
        return [
            {"item": printable(one.item), "sentence": printable(one.sentence), "fatal": one.fatal} for one in ordered
        ]


def printable(text: str) -> str:
    """Without what no database and no page can hold: NUL and halves of characters."""
    return text.replace("\x00", "").encode(errors="replace").decode()


class _Bad(Exception):
    """An item that cannot be taken in; holds the sentence why."""


def read_feed(raw: bytes) -> Feed:
    """Read a whole document. Raises Unreadable where there is nothing to take in."""
    return read_documents([parse(raw)])


def read_documents(documents: list[Any]) -> Feed:
    """Read the parsed pages of one feed."""
    feed = Feed()
    count = 0
    for document in documents:
        for number, item in enumerate(_items(document, feed), start=1):
            count += 1
            if count > MOST_ITEMS:
                raise Unreadable(_("More than 200,000 items are too many at once. Split the feed."))
            _read_item(item, number, feed)
    if not count:
        raise Unreadable(_("There is no service and no organisation in this file."))
    return feed


def _items(document: Any, feed: Feed) -> Iterator[Any]:
    if isinstance(document, list):
        yield from document
        return
    if not isinstance(document, dict):
        raise Unreadable(_("A directory is a list or an object; this is neither."))
    if "openapi_url" in document:
        raise Unreadable(_("This describes a feed and holds no services. Read the address that ends in /services."))
    if "contents" not in document:
        yield document
        return
    contents = document["contents"]
    if not isinstance(contents, list):
        raise Unreadable(_("“contents” should be a list of services, and is not."))
    total = document.get("total_items")
    is_whole = document.get("last_page") is True and document.get("page_number") == 1
    if isinstance(total, int) and is_whole and total != len(contents):
        sentence = _("“total_items” is %(total)s, and the page holds %(found)s.") % {
            "total": total,
            "found": len(contents),
        }
        feed.problems.append(Problem(_("The page"), sentence, fatal=False))
    yield from contents


def _read_item(item: Any, number: int, feed: Feed) -> None:
    name = _("Item %(number)s") % {"number": number}
    try:
        if not isinstance(item, dict):
            raise _Bad(_("It is not an object."))
        given = item.get("name")
        if isinstance(given, str) and given.strip():
            name = f"{name}, “{given.strip()[:80]}”"
        if "taxonomy" in item or "version" in item or "taxonomy_terms" in item:
            raise _Bad(_("It is a taxonomy or one of its terms, which we do not keep."))
        if "location" in item and "service" in item:
            _read_service_at_location(item, name, feed)
        elif _looks_like_service(item):
            _read_service(item, name, feed)
        elif "services" in item or "description" in item or "organization_identifiers" in item:
            _read_organisation(item, name, feed)
        else:
            raise _Bad(_("It is neither a service nor an organisation."))
    except _Bad as bad:
        feed.refused += 1
        feed.problems.append(Problem(name, str(bad), fatal=True))


def _looks_like_service(item: dict[str, Any]) -> bool:
    return bool({"status", "organization", "organization_id", "service_at_locations", "schedules"} & item.keys())


def _read_service_at_location(item: dict[str, Any], name: str, feed: Feed) -> None:
    service = item["service"]
    if not isinstance(service, dict):
        raise _Bad(_("Its “service” is not an object."))
    _read_service({**service, "service_at_locations": [item]}, name, feed)


def _read_service(item: dict[str, Any], name: str, feed: Feed) -> None:
    _no_duplicates(item)
    own = item.get("causeway") if isinstance(item.get("causeway"), dict) else {}
    status = item.get("status")
    if not isinstance(status, str) or status not in STATUSES:
        raise _Bad(_("Its status must be active, inactive, defunct or temporarily closed."))
    read: dict[str, Any] = {
        "id": _identifier(item, "id"),
        "name": _text(item, "name", longest=200, required=True),
        "about": _text(item, "description", longest=20_000),
        "website": _address(item, "url", required=True),
        "closed": STATUSES[status],
    }
    if own:
        read.update(_own_fields(own))
    elif item.get("minimum_age") or item.get("maximum_age") or item.get("eligibility_description"):
        read["new_reach"] = Service.Reach.TARGETED
    if (area := _area(item)) is not None:
        read["area"] = area
    place = _place(item, name, feed)
    if place:
        read["latitude"], read["longitude"] = place
    body = _organisation_of(item, name, feed)
    if body:
        read["body"] = body
    if read["id"] in feed.services:
        _warn(feed, name, _("Its identifier came before in this file: the later entry counts."))
    feed.services[read["id"]] = read


def _own_fields(own: dict[str, Any]) -> dict[str, Any]:
    _no_duplicates(own)
    read: dict[str, Any] = {
        "used_by": _text(own, "used_by", longest=200),
        "worked_in_by": _text(own, "worked_in_by", longest=200),
        "website": _address(own, "website", required=False),
    }
    if own.get("reach") in Service.Reach.values:
        read["reach"] = own["reach"]
    return read


def _organisation_of(item: dict[str, Any], name: str, feed: Feed) -> str | None:
    given = item.get("organization")
    if isinstance(given, dict):
        try:
            return _keep_organisation(given, feed)
        except _Bad as bad:
            _warn(feed, name, _("Its organisation is left out: %(why)s") % {"why": bad})
            return None
    if item.get("organization_id"):
        return _identifier(item, "organization_id")
    return None


def _read_organisation(item: dict[str, Any], name: str, feed: Feed) -> None:
    kept = _keep_organisation(item, feed)
    if not item.get("description"):
        _warn(feed, name, _("It has no description."))
    services = item.get("services", [])
    if not isinstance(services, list):
        raise _Bad(_("Its “services” is not a list."))
    for number, service in enumerate(services, start=1):
        if isinstance(service, dict) and "organization" not in service:
            service = {**service, "organization_id": kept}
        _read_item(service, number, feed)


def _keep_organisation(item: dict[str, Any], feed: Feed) -> str:
    _no_duplicates(item)
    identifier = _identifier(item, "id")
    name = _text(item, "name", longest=200, required=True)
    about = _text(item, "description", longest=20_000)
    body = {
        "id": identifier,
        "name": name,
        "about": "" if about == name else about,
        "website": _address(item, "website", required=False, lenient=True),
        "scheme": "",
        "number": "",
    }
    listed = item.get("organization_identifiers")
    if isinstance(listed, list) and listed and isinstance(listed[0], dict):
        body["scheme"] = _text(listed[0], "identifier_scheme", longest=20)
        body["number"] = _text(listed[0], "identifier", longest=60)
    feed.bodies[identifier] = body
    return identifier


def _no_duplicates(item: dict[str, Any]) -> None:
    if DUPLICATES in item:
        raise _Bad(_("It gives %(names)s twice.") % {"names": ", ".join(item[DUPLICATES])})


def _identifier(item: dict[str, Any], key: str) -> str:
    given = item.get(key)
    try:
        return str(UUID(given))
    except (ValueError, TypeError, AttributeError):
        raise _Bad(_("Its “%(key)s” is missing or is not a UUID.") % {"key": key}) from None


def _text(item: dict[str, Any], key: str, *, longest: int, required: bool = False) -> str:
    given = item.get(key)
    if given is None or given == "":
        if required:
            raise _Bad(_("It has no “%(key)s”.") % {"key": key})
        return ""
    if not isinstance(given, str):
        raise _Bad(_("Its “%(key)s” is not text.") % {"key": key})
    if "\x00" in given or any("\ud800" <= letter <= "\udfff" for letter in given):
        raise _Bad(_("Its “%(key)s” holds a character that is no text.") % {"key": key})
    tidy = given.strip() if longest > 1_000 else " ".join(given.split())
    if required and not tidy:
        raise _Bad(_("It has no “%(key)s”.") % {"key": key})
    if len(tidy) > longest:
        raise _Bad(_("Its “%(key)s” is longer than %(n)s characters.") % {"key": key, "n": longest})
    return tidy


def _address(item: dict[str, Any], key: str, *, required: bool, lenient: bool = False) -> str:
    given = _text(item, key, longest=500, required=required)
    if not given:
        return ""
    try:
        is_address(given)
    except ValidationError:
        if lenient:
            return ""
        raise _Bad(_("Its “%(key)s” is not a web address.") % {"key": key}) from None
    return given


def _area(item: dict[str, Any]) -> str | None:
    areas = item.get("service_areas")
    if not isinstance(areas, list) or not areas or not isinstance(areas[0], dict):
        return None
    name = _text(areas[0], "name", longest=5_000)
    tidy = " ".join(name.split())
    return tidy if len(tidy) <= 120 else f"{tidy[:119]}…"


def _place(item: dict[str, Any], name: str, feed: Feed) -> tuple[float, float] | None:
    places = item.get("service_at_locations")
    if not isinstance(places, list) or not places or not isinstance(places[0], dict):
        return None
    location = places[0].get("location")
    if not isinstance(location, dict) or location.get("latitude") is None or location.get("longitude") is None:
        return None
    latitude, longitude = location["latitude"], location["longitude"]
    numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in (latitude, longitude))
    if numbers and -90 <= latitude <= 90 and -180 <= longitude <= 180:  # infinite ones fail here too
        return float(latitude), float(longitude)
    _warn(feed, name, _("Its place is not on the Earth, so it is left out."))
    return None


def _warn(feed: Feed, name: str, sentence: str) -> None:
    feed.problems.append(Problem(name, sentence, fatal=False))
