"""One release, reduced to what we keep, with a sentence for everything in it that could not be read."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from causeway.domains.services.ocds.values import (
    Notes,
    clean,
    day_of,
    moment_of,
    pence_of,
    text_of,
    without_contacts,
)

UK = ZoneInfo("Europe/London")
LONGEST_OCID = 100
MOST_OF_A_LIST = 30


@dataclass(frozen=True)
class Problem:
    """What was wrong: in which release (counted from 1; 0 is the package), in which field, and what was done."""

    position: int
    ocid: str = ""
    release_id: str = ""
    field: str = ""
    sentence: str = ""
    is_lost: bool = False


@dataclass(frozen=True)
class Release:
    """One release, as we keep it. ``fields`` holds only what it says; money is in pence, days are UK days."""

    position: int
    ocid: str
    release_id: str
    buyer_key: str
    released_at: datetime | None
    fields: dict[str, Any] = field(default_factory=dict)


def read_release(raw: Any, position: int) -> tuple[Release | None, list[Problem]]:
    """Reduce one release. None where it cannot be told which procurement it belongs to."""
    if not isinstance(raw, dict):
        return None, [Problem(position, sentence="This is not a release but something else; left out.", is_lost=True)]
    notes = Notes()
    ocid = text_of(raw.get("ocid"), LONGEST_OCID) if isinstance(raw.get("ocid"), str) else ""
    release_id = text_of(raw.get("id"), 150)
    if not ocid:
        lost = Problem(
            position, release_id=release_id, field="ocid", is_lost=True, sentence="It has no ocid; left out."
        )
        return None, [lost]
    fields, buyer_key = _fields(raw, notes)
    if not release_id:
        notes.add("id", "It has no id; it is told apart by its content.")
        release_id = "content-" + hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()[:40]
    released_at = moment_of(raw.get("date"))
    if released_at is None:
        notes.add("date", "Its date is missing or unreadable; it is laid under the releases that have one.")
    release = Release(position, ocid, release_id, buyer_key, released_at, fields)
    return release, [Problem(position, ocid, release_id, where, said) for where, said in notes.said]


def key_of_buyer(name: str, identifier: str = "") -> str:
    """A buyer's key: its identifier where it has one, else its name in plain letters."""
    return (identifier or plain_name(name))[:200]


def plain_name(name: str) -> str:
    """A body's name for comparing: small letters, no marks, without words that are written or left out at will."""
    words = re.sub(r"[^a-z0-9]+", " ", name.lower().replace("&", " and ")).split()
    return " ".join(word for word in words if word not in {"the", "of", "and", "ltd", "limited", "plc"})


def _fields(raw: dict[str, Any], notes: Notes) -> tuple[dict[str, Any], str]:
    tender = _section(raw, "tender", notes)
    if not tender:
        notes.add("tender", "It has no tender section; title and dates come from other releases, if any.")
    buyer, buyer_key = _buyer(raw, notes)
    awards = _sections(raw, "awards", notes)
    contracts = _sections(raw, "contracts", notes)
    starts, ends = _contract_period(tender, awards, contracts, notes)
    value, currency = _value(tender, awards, notes)
    read: dict[str, Any] = {
        "buyer_name": buyer,
        "title": without_contacts(text_of(tender.get("title") or raw.get("title") or _first(awards, "title"), 300)),
        "description": without_contacts(text_of(tender.get("description"), 20_000)),
        "status": text_of(tender.get("status"), 40),
        "value_pence": value,
        "currency": currency,
        "cpv": _cpv(tender, notes),
        "places": _places(raw, tender),
        "suppliers": _suppliers(awards),
        "tender_closes_on": _iso(
            _day(_section(tender, "tenderPeriod", notes), "endDate", "tender.tenderPeriod", notes)
        ),
        "contract_starts_on": _iso(starts),
        "contract_ends_on": _iso(ends),
        "source_url": _source(tender, awards),
    }
    return {name: value for name, value in read.items() if value not in ("", None, [])}, buyer_key


def _buyer(raw: dict[str, Any], notes: Notes) -> tuple[str, str]:
    buyer = raw.get("buyer") if isinstance(raw.get("buyer"), dict) else {}
    if not (buyer or {}).get("name"):
        parties = [party for party in _list(raw.get("parties")) if "buyer" in _list_of_any(party.get("roles"))]
        buyer = parties[0] if parties else buyer
    name, identifier = text_of((buyer or {}).get("name"), 200), text_of((buyer or {}).get("id"), 150)
    if not name and not identifier:
        notes.add("buyer", "It does not say who buys; it is kept under its ocid alone.")
    return name, key_of_buyer(name, identifier)


def _contract_period(
    tender: dict[str, Any], awards: list[dict[str, Any]], contracts: list[dict[str, Any]], notes: Notes
) -> tuple[date | None, date | None]:
    """The contract's first and last day: of the signed contracts, else of the awards, else as tendered."""
    periods = [("contracts", _section(item, "period", notes)) for item in contracts]
    periods += [("awards", _section(item, "contractPeriod", notes)) for item in awards]
    periods.append(("tender", _section(tender, "contractPeriod", notes)))
    for where in ("contracts", "awards", "tender"):
        here = [period for place, period in periods if place == where]
        starts = [day for period in here if (day := _day(period, "startDate", f"{where} period", notes))]
        ends = [day for period in here if (day := _day(period, "endDate", f"{where} period", notes))]
        first, last = min(starts, default=None), max(ends, default=None)
        if first and last and last < first:
            notes.add(f"{where} period", "The contract would end before it starts; both days are left out.")
        elif last:
            return first, last
    return None, None


def _value(tender: dict[str, Any], awards: list[dict[str, Any]], notes: Notes) -> tuple[int | None, str]:
    for where, holder in (("tender", tender), *(("awards", award) for award in awards)):
        value = holder.get("value")
        if value is None:
            continue
        amount = value.get("amount") if isinstance(value, dict) else value
        pence = pence_of(amount)
        if pence is None:
            notes.add(f"{where}.value.amount", f"“{clean(str(amount))[:40]}” is no sum of money; it is left out.")
            continue
        currency = value.get("currency") if isinstance(value, dict) else ""
        return pence, currency if isinstance(currency, str) and re.fullmatch(r"[A-Z]{3}", currency) else ""
    return None, ""


def _cpv(tender: dict[str, Any], notes: Notes) -> list[str]:
    items = [tender.get("classification"), *_list_of_any(tender.get("additionalClassifications"))]
    codes: list[str] = []
    for item in items:
        if not isinstance(item, dict) or str(item.get("scheme", "CPV")).upper() != "CPV":
            continue
        code = str(item.get("id", "")).split("-")[0].strip()
        if re.fullmatch(r"\d{8}", code):
            codes.append(code)
        elif item.get("id") is not None:
            notes.add("tender.classification", "A CPV code is not eight figures; it is left out.")
    return list(dict.fromkeys(codes))[:MOST_OF_A_LIST]


def _places(raw: dict[str, Any], tender: dict[str, Any]) -> list[str]:
    """Towns, regions and the first halves of postcodes: of the buyer, and of where it is delivered. No streets."""
    places: list[str] = []
    for party in _list(raw.get("parties")):
        if "buyer" in _list_of_any(party.get("roles")):
            places += _place(party.get("address"))
    for item in _list(tender.get("items")):
        for address in [item.get("deliveryAddress"), *_list_of_any(item.get("deliveryAddresses"))]:
            places += _place(address)
    return list(dict.fromkeys(places))[:MOST_OF_A_LIST]


def _place(address: Any) -> list[str]:
    if not isinstance(address, dict):
        return []
    code = text_of(address.get("postalCode"), 10).upper()
    outward = code.split(" ")[0] if re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]? ?(\d[A-Z]{2})?", code) else ""
    said = [text_of(address.get("locality"), 80), text_of(address.get("region"), 80), outward if " " in code else ""]
    return [place for place in said if place]


def _suppliers(awards: list[dict[str, Any]]) -> list[str]:
    names = [text_of(one.get("name"), 200) for award in awards for one in _list(award.get("suppliers"))]
    return list(dict.fromkeys(name for name in names if name))[:MOST_OF_A_LIST]


def _source(tender: dict[str, Any], awards: list[dict[str, Any]]) -> str:
    """The notice's own page, where a document says so."""
    for holder in (tender, *awards):
        for document in _list(holder.get("documents")):
            address = document.get("url")
            is_notice = str(document.get("documentType", "")).endswith("Notice")
            if is_notice and isinstance(address, str) and re.fullmatch(r"https://[^\s<>\"]{4,480}", address):
                return address
    return ""


def _day(period: dict[str, Any], name: str, where: str, notes: Notes) -> date | None:
    given = period.get(name)
    if given in (None, ""):
        return None
    day = day_of(given, UK)
    if day is None:
        notes.add(f"{where}.{name}", f"“{clean(str(given))[:40]}” is no day; it is left out.")
    return day


def _section(holder: dict[str, Any], name: str, notes: Notes) -> dict[str, Any]:
    found = holder.get(name)
    if found is not None and not isinstance(found, dict):
        notes.add(name, "This should be an object and is something else; it is left out.")
    return found if isinstance(found, dict) else {}


def _sections(holder: dict[str, Any], name: str, notes: Notes) -> list[dict[str, Any]]:
    found = holder.get(name)
    if found is not None and not isinstance(found, list):
        notes.add(name, "This should be a list and is something else; it is left out.")
    return _list(found)


def _list(found: Any) -> list[dict[str, Any]]:
    return [item for item in _list_of_any(found) if isinstance(item, dict)]


def _list_of_any(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _first(items: list[dict[str, Any]], name: str) -> Any:
    return next((item[name] for item in items if item.get(name)), "")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


EARLIEST = datetime(1, 1, 1, tzinfo=UTC)  # where a release without a date stands in the order
