"""What a coordinator is told of tender notices without a match, and the codes in words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from causeway.domains.services.cpv import KINDS
from causeway.domains.services.cpv_divisions import DIVISIONS, Bought, bought
from causeway.domains.services.matching import COMPARED, WHAT_FITS
from causeway.domains.services.models import OfferedNotice
from causeway.domains.services.queries.unmatched import grounds_of, misses_in_words
from tests.domains.services.scene import centre
from tests.domains.services.tender_scene import body, read, release
from tests.scenes import Scene

FARSHIRE = {"id": "GB-9", "name": "Farshire Council"}
PIPES = {"title": "Steel pipes", "classification": {"scheme": "CPV", "id": "44160000"}}


def elsewhere(number: int, **changes: object) -> dict[str, object]:
    return release(ocid=f"ocds-far-{number}", id=f"far-{number}", buyer=FARSHIRE, parties=[], **changes)


def test_a_package_counts_why_its_notices_had_no_match(scene: Scene) -> None:
    centre(scene)
    package = read(scene, body(release(), elsewhere(1), elsewhere(2), elsewhere(3, tender=PIPES)))
    assert (package.offered_notices, sum(package.unmatched.values())) == (1, 3)
    assert [(ground.fits, ground.fits_not, ground.notices) for ground in grounds_of(package)] == [
        ("kind of service and words", "buyer and place", 2),
        ("", "buyer, place, kind of service and words", 1),
    ]


def test_a_package_that_is_read_in_parts_counts_each_notice_once(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("causeway.domains.services.commands.read_tender_package.PART", 1)
    package = read(scene, body(*(elsewhere(number) for number in range(4))))
    assert sum(package.unmatched.values()) == 4


def test_a_notice_without_a_match_says_what_did_not_fit(scene: Scene) -> None:
    centre(scene)
    read(scene, body(elsewhere(1, tender={"title": "Steel pipes"})))
    said = misses_in_words(OfferedNotice.objects.select_related("notice").get())
    assert [sentence.partition(":")[0] for sentence in said] == ["Buyer", "Place", "Kind of service", "Words"]
    assert "Farshire Council" in said[0]
    assert "gives no CPV code" in said[2]


def test_every_reason_for_points_is_one_of_the_things_compared() -> None:
    assert set(WHAT_FITS.values()) == set(COMPARED)


def test_the_pages_say_why_and_what_is_bought_in_words(scene: Scene) -> None:
    centre(scene)
    package = read(scene, body(release(), elsewhere(1, tender=PIPES)))
    client = Client()
    client.force_login(scene.people["coordinator"])
    report = client.get(reverse("services:tender_package", args=[package.pk])).text
    assert "1 notice was compared" in " ".join(report.split())
    assert "Buyer, place, kind of service and words" in report
    offer = OfferedNotice.objects.get(notice__ocid="ocds-far-1")
    page = client.get(reverse("services:tender_notice", args=[offer.pk])).text
    assert "Construction structures and materials; auxiliary products" in page
    assert "Why it had no match" in page


def test_codes_stand_under_the_name_of_their_division_and_unknown_ones_alone() -> None:
    assert bought(["85312000", "55520000", "85000000", "99999999"]) == [
        Bought("Health and social work services", ("85312000", "85000000")),
        Bought("Hotel, restaurant and retail trade services", ("55520000",)),
        Bought("", ("99999999",)),
    ]


def test_the_vocabulary_has_its_45_divisions_and_every_kind_of_service_is_in_one() -> None:
    assert len(DIVISIONS) == 45
    assert {kind.prefix[:2] for kind in KINDS} <= set(DIVISIONS)
