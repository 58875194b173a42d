"""The reader of release packages: nothing that is wrong in one release costs another."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.domains.services.ocds import merge, read_package, read_release
from causeway.domains.services.ocds.packages import DEEPEST
from causeway.domains.services.ocds.values import day_of, pence_of, text_of, without_contacts
from causeway.kernel.errors import Unreadable
from tests.domains.services.tender_scene import body, release

UK = ZoneInfo("Europe/London")
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("given_amount", "pence"),
    [
        (Decimal("250000.5"), 25_000_050),
        (Decimal("0"), 0),
        ("1,234.56", 123_456),
        (Decimal("0.005"), 0),
        (Decimal("99999999999999999"), None),
        (Decimal("1e9999"), None),
        ("1e9999", None),
        (Decimal("-1"), None),
        ("NaN", None),
        ("Infinity", None),
        (True, None),
        ([], None),
        (Decimal("1e-999999"), 0),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_money_is_exact_pence_or_nothing(given_amount: object, pence: int | None) -> None:
    assert pence_of(given_amount) == pence


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("2026-06-30T23:30:00Z", date(2026, 7, 1)),
        ("2026-02-30", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("tomorrow", None),
        (20261231, None),
    ],
)
def test_days_are_days_of_the_uk_or_nothing(said: object, day: date | None) -> None:
    assert day_of(said, UK) == day


def test_contact_persons_are_never_read() -> None:
    read, _problems = read_release(json.loads(json.dumps(release()), parse_float=Decimal), 1)
    assert read is not None
    kept = json.dumps(read.fields)
    for trace in ("Percy", "percy@example.org", "01373", "High Street"):
        assert trace not in kept
    assert without_contacts("Lot 12 of 2026-27, £1,250,000") == "Lot 12 of 2026-27, £1,250,000"


def test_each_release_is_read_though_others_are_broken() -> None:
    deep: Any = "end"
    for _level in range(DEEPEST + 5):
        deep = [deep]
    package = read_package(
        body(
            release(),
            None,
            7,
            "text",
            release(ocid=None),
            release(ocid=["x"], id="list"),
            release(ocid="ocds-x-deep", extra=deep),
            release(ocid="ocds-x-wrong", tender="x", awards={"a": 1}, buyer=[], parties="no", date=5),
            release(ocid="ocds-x-good", id="good"),
        )
    )
    assert package.found == 9
    assert package.lost == 6
    assert [one.ocid for one in package.releases] == ["ocds-b5fd17-one", "ocds-x-wrong", "ocds-x-good"]
    lost = [problem for problem in package.problems if problem.is_lost]
    assert len(lost) == 6
    assert all(problem.sentence.endswith(".") for problem in package.problems)


def test_a_file_that_breaks_off_keeps_what_came_before() -> None:
    whole = body(release(), release(ocid="ocds-x-2"), release(ocid="ocds-x-3"))
    package = read_package(whole[:-300])
    assert [one.ocid for one in package.releases] == ["ocds-b5fd17-one", "ocds-x-2"]
    assert any("breaks off in the middle" in problem.sentence for problem in package.problems)


@pytest.mark.parametrize(
    "junk", [b"", b"[]", b"{}", b"null", b"<html>", b'{"records": []}', b"\x00\x01", b'{"releases']
)
def test_what_is_no_package_is_told_in_a_sentence(junk: bytes) -> None:
    with pytest.raises(Unreadable, match=r"not an OCDS release package"):
        read_package(junk)


def test_the_next_page_is_found_before_or_after_the_releases() -> None:
    links = {"next": "https://example.org/2"}
    assert read_package(body(release(), links=links)).next_url == links["next"]
    after = {"releases": [release()], "links": links}
    assert read_package(json.dumps(after).encode()).next_url == links["next"]
    assert read_package(body(release(), links={"next": 5})).next_url == ""


def test_later_releases_lie_over_earlier_ones_whatever_the_order() -> None:
    early, late, undated = {"title": "A", "cpv": ["85000000"]}, {"title": "B"}, {"title": "C", "status": "x"}
    moments = [read_release(release(date=day), 1)[0] for day in ("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")]
    assert moments[0]
    assert moments[1]
    dated = [(moments[1].released_at, "b", late), (None, "c", undated), (moments[0].released_at, "a", early)]
    expected = {"title": "B", "cpv": ["85000000"], "status": "x"}
    assert merge(dated) == merge(reversed(dated)) == expected


def test_a_contract_that_ends_before_it_starts_has_neither_day() -> None:
    tender = {"contractPeriod": {"startDate": "2027-01-01", "endDate": "2026-01-01"}}
    read, problems = read_release(release(tender=tender), 1)
    assert read is not None
    assert "contract_ends_on" not in read.fields
    assert any("before it starts" in problem.sentence for problem in problems)


def test_huge_texts_are_cut_and_odd_characters_taken_out() -> None:
    assert len(text_of("x" * 1_000_000, 300)) == 300
    assert text_of("a\x00b\ud800c", 10) == "a b?c"


@settings(max_examples=150)
@given(st.lists(JUNK, max_size=4), st.dictionaries(st.sampled_from(list(release())), JUNK, max_size=4))
def test_no_junk_stops_the_reader_or_costs_a_good_release(junk: list[Any], changes: dict[str, Any]) -> None:
    spoilt = {**release(), **changes}
    package = read_package(body(*junk, release(ocid="ocds-x-good"), spoilt))
    assert "ocds-x-good" in [one.ocid for one in package.releases]
    assert package.found == len(junk) + 2
    assert package.found == len(package.releases) + package.lost
    for one in package.releases:
        json.dumps(one.fields).encode().decode("utf-8")


@settings(max_examples=150)
@given(st.binary(max_size=400), st.integers(0, 2000))
def test_cut_and_overwritten_bytes_end_in_a_sentence_or_a_report(noise: bytes, at: int) -> None:
    whole = bytearray(body(release(), release(ocid="ocds-x-2")))
    whole[at : at + len(noise)] = noise
    with contextlib.suppress(Unreadable):
        package = read_package(bytes(whole))
        assert package.found == len(package.releases) + package.lost


@pytest.mark.realdata
def test_a_real_day_of_contracts_finder_is_read_whole(real_data: Path) -> None:
    package = read_package((real_data / "ocds" / "contracts-finder-2025-01-23.json").read_bytes())
    assert (package.found, len(package.releases), package.lost) == (100, 100, 0)
    assert sum("value_pence" in one.fields for one in package.releases) >= 76
    assert all(one.fields["buyer_name"] and one.fields["title"] for one in package.releases)


@pytest.mark.realdata
def test_the_dirty_feed_loses_only_what_is_no_release(real_data: Path) -> None:
    package = read_package((real_data / "ocds" / "dirty.json").read_bytes())
    assert (package.found, len(package.releases), package.lost) == (13, 12, 1)
    assert {problem.field for problem in package.problems} >= {"tender.value.amount", "date", "tender period", "tender"}
