"""Open Referral UK in and out: good items are kept, bad ones reported, hostile files end in a sentence."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from causeway.domains.services.cli_import import import_services_command
from causeway.domains.services.commands.close_service import CloseService
from causeway.domains.services.commands.read_services_feed import ReadServicesFeed
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.commands.take_in_services import TakeInServices
from causeway.domains.services.models import PublicBody, Service, ServiceImport
from causeway.domains.services.openreferral.parsing import LARGEST_BYTES
from causeway.domains.services.openreferral.reading import read_feed
from causeway.domains.services.openreferral.writing import as_place_id
from causeway.kernel.errors import Conflict, Unreadable
from causeway.kernel.perform import perform
from tests.domains.services.scene import centre, feed, public_threat, reading, threat
from tests.scenes import Scene, build_scene

GOOD = json.loads(feed("Good"))["contents"][0]


def take_in(scene: Scene, raw: bytes) -> ServiceImport:
    read = perform(
        scene.actor("coordinator"), ReadServicesFeed(alliance_id=scene.westbury.pk, source="a feed", raw=raw)
    )
    return perform(scene.actor("coordinator"), TakeInServices(reading_id=read.pk))


def page_of(*items: Any) -> bytes:
    return json.dumps({"contents": [*items]}).encode()


# -- reading ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"   ",
        b"{",
        b"nonsense",
        b'"a text"',
        b"42",
        b"1e9999",
        b"NaN",
        b"[]",
        b"\xff\xfe\x00",
        b"\x00\x01\x02",
        b'{"contents": {}}',
        b'{"contents": []}',
        b'{"version": "HSDS-UK-3.0", "openapi_url": "https://example.org"}',
        "é".encode("latin-1"),
        b"[" * 100_000,
        b"[" * 60 + b"]" * 60,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b"[" + b"9" * 10_000 + b",",
        b" " * (LARGEST_BYTES + 1),
    ],
    ids=lambda raw: repr(raw[:24]),
)
def test_a_file_that_is_no_directory_ends_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read_feed(raw)
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "no-uuid"}, "not a UUID"),
        ({"id": 7}, "not a UUID"),
        ({"id": None}, "not a UUID"),
        ({"name": ""}, "no “name”"),
        ({"name": "   "}, "no “name”"),
        ({"name": "x" * 201}, "longer than 200"),
        ({"name": ["a"]}, "not text"),
        ({"name": "nul\x00"}, "no text"),
        ({"description": "half \ud800"}, "no text"),
        ({"status": "open"}, "active, inactive"),
        ({"status": None}, "active, inactive"),
        ({"status": {}}, "active, inactive"),
        ({"name": "half \ud800", "status": "x"}, "active, inactive"),
        ({"url": "example_counselling"}, "not a web address"),
        ({"url": "javascript:alert(1)"}, "not a web address"),
        ({"url": None}, "no “url”"),
    ],
)
def test_a_bad_item_is_refused_with_its_reason_and_the_good_one_beside_it_is_kept(
    changes: dict[str, Any], said: str
) -> None:
    read = read_feed(page_of({**GOOD, "id": str(uuid4()), **changes}, GOOD))
    assert list(read.services) == [GOOD["id"]]
    assert read.refused == 1
    assert said in read.report()[0]["sentence"]
    json.dumps(read.report()).encode()
    assert "\\ud800" not in json.dumps(read.report())


def test_items_that_are_no_services_are_refused_one_by_one() -> None:
    read = read_feed(page_of(GOOD, 7, None, [], "x", {}, {"id": GOOD["id"], "taxonomy": "t"}))
    assert (len(read.services), read.refused) == (1, 6)


def test_a_key_given_twice_is_refused() -> None:
    raw = page_of(GOOD).replace(b'"status": "active"', b'"status": "active", "status": "defunct"')
    read = read_feed(raw)
    assert read.services == {}
    assert "status twice" in read.report()[0]["sentence"]


@pytest.mark.parametrize("latitude", ["1e9999", "100", "NaN", "-Infinity", '"51"', "true", "9" * 500])
def test_a_place_that_is_not_on_earth_is_left_out_with_a_warning(latitude: str) -> None:
    place = f'"service_at_locations": [{{"location": {{"latitude": {latitude}, "longitude": 0}}}}], "status"'
    read = read_feed(page_of(GOOD).replace(b'"status"', place.encode()))
    assert "latitude" not in read.services[GOOD["id"]]
    assert [line["fatal"] for line in read.report()] == [False]


def test_details_of_persons_are_not_kept() -> None:
    item = {**GOOD, "contacts": [{"name": "Ann Persona"}], "email": "ann@example.org", "assurer_email": "a@example.org"}
    assert "ann" not in json.dumps(read_feed(page_of(item)).services).lower()


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_sentence_or_a_feed(raw: bytes) -> None:
    with suppress(Unreadable):
        assert read_feed(raw).report() is not None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*GOOD, "services", "x"]), inner),
    max_leaves=20,
)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([*GOOD, "service_at_locations", "service_areas", "causeway"]), JSON), JSON)
def test_any_json_ends_in_a_sentence_or_a_report(changes: dict[str, Any], other: Any) -> None:
    try:
        read = read_feed(json.dumps({"contents": [{**GOOD, **changes}, other]}).encode())
    except Unreadable:
        return
    assert len(read.services) + read.refused + len(read.bodies) >= 1
    json.dumps(read.services, allow_nan=False)


# -- taking in ----------------------------------------------------------------------------------------------------


def test_taking_in_adds_services_with_their_provider_and_where_they_came_from(scene: Scene) -> None:
    done = take_in(scene, feed("Library", "Baths"))
    assert (done.added, done.changed, done.unchanged, done.refused) == (2, 0, 0, 0)
    library = Service.objects.get(name="Library")
    assert library.provider is not None
    assert (library.provider.name, library.provider.kind) == ("Northmarsh Council", "council")
    assert (library.source, library.imported_from_id) == ("a feed", done.pk)


def test_the_same_feed_again_changes_nothing_and_a_newer_one_changes_what_differs(scene: Scene) -> None:
    take_in(scene, feed("Library", "Baths"))
    again = take_in(scene, feed("Library", "Baths"))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)
    newer = take_in(scene, feed("Library", description="Shorter hours.", status="defunct"))
    assert (newer.added, newer.changed) == (0, 1)
    library = Service.objects.get(name="Library")
    assert (library.about, library.status) == ("Shorter hours.", "closed")
    assert (Service.objects.count(), PublicBody.objects.count()) == (2, 1)


def test_a_feed_does_not_lift_a_threat_from_a_service(scene: Scene) -> None:
    public_threat(scene)
    item = {**GOOD, "id": str(centre(scene).pk)}
    take_in(scene, page_of(item))
    assert Service.objects.get(pk=centre(scene).pk).status == "threatened"


def test_a_body_that_is_here_already_is_used_and_not_overwritten(scene: Scene) -> None:
    centre(scene)
    item = {**GOOD, "organization": {"id": str(uuid4()), "name": "Westbury Council", "description": "Other words"}}
    take_in(scene, page_of(item))
    assert PublicBody.objects.get(name="Westbury Council").about == ""
    assert Service.objects.get(name="Good").provider == centre(scene).provider


def test_another_alliance_keeps_its_own_entry_of_the_same_service(scene: Scene) -> None:
    take_in(scene, feed("Library"))
    actor = scene.actor("outsider")
    read = perform(actor, ReadServicesFeed(alliance_id=scene.eastmoor.pk, source="a feed", raw=feed("Library")))
    assert perform(actor, TakeInServices(reading_id=read.pk)).added == 1


def test_a_feed_is_decided_on_once(scene: Scene) -> None:
    perform(scene.actor("coordinator"), TakeInServices(reading_id=reading(scene).pk))
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), TakeInServices(reading_id=reading(scene).pk))


def test_a_coordinator_looks_before_the_register_changes(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.people["coordinator"])
    address = reverse("services:import_services", args=[scene.westbury.slug])
    bad = client.post(address, {"file": SimpleUploadedFile("x.json", b"{")})
    assert bad.status_code == 422
    assert "This is not JSON" in bad.content.decode()
    upload = SimpleUploadedFile("northmarsh.json", page_of(GOOD, {**GOOD, "name": ""}))
    shown = client.post(address, {"file": upload}, follow=True)
    words = shown.content.decode()
    assert "would be added" in words
    assert "It has no “name”." in words
    assert not Service.objects.exists()
    read = ServiceImport.objects.get()
    client.post(reverse("services:take_in", args=[read.pk]))
    assert Service.objects.get().name == "Good"


def test_the_command_line_imports_and_looks(scene: Scene, tmp_path: Path) -> None:
    file = tmp_path / "feed.json"
    file.write_bytes(page_of(GOOD, {**GOOD, "url": "x"}))
    arguments = [str(file), "--alliance", scene.westbury.slug]
    looked = CliRunner().invoke(import_services_command, [*arguments, "--look"])
    assert "Nothing was changed" in looked.output
    assert not Service.objects.exists()
    done = CliRunner().invoke(import_services_command, arguments)
    assert "1 added, 0 changed, 0 as before, 1 refused." in done.output
    missing = CliRunner().invoke(import_services_command, [str(tmp_path / "no"), "--alliance", scene.westbury.slug])
    assert isinstance(missing.exception, Unreadable)


# -- writing ------------------------------------------------------------------------------------------------------


def test_the_register_is_open_data_that_the_profile_accepts(scene: Scene) -> None:
    shown, hidden = public_threat(scene), threat(scene)
    page = Client().get("/api/oruk/services?per_page=1")
    assert page.headers["Access-Control-Allow-Origin"] == "*"
    body = page.json()
    envelope = {key: value for key, value in body.items() if key != "contents"}
    assert envelope == {
        "total_items": 1,
        "total_pages": 1,
        "page_number": 1,
        "size": 1,
        "first_page": True,
        "last_page": True,
        "empty": False,
    }
    assert read_feed(page.content).report() == []
    full = Client().get(f"/api/oruk/services/{centre(scene).pk}").json()
    assert [one["title"] for one in full["causeway"]["threats"]] == [shown.title]
    assert hidden.title not in json.dumps(full)
    assert Client().get(f"/api/oruk/services/{uuid4()}").status_code == 404
    assert Client().get("/api/oruk/services?page=99").json()["empty"] is True
    place = as_place_id(centre(scene).pk)
    assert Client().get(f"/api/oruk/service_at_locations/{place}").json()["service"]["id"] == str(centre(scene).pk)
    assert Client().get("/api/oruk/").json()["version"] == "HSDS-UK-3.0"


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)


class RoundTrip(TestCase):
    @settings(max_examples=20, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(
            st.fixed_dictionaries(
                {"name": WORDS, "about": WORDS, "area": WORDS, "used_by": WORDS, "provider_name": WORDS},
                optional={"reach": st.sampled_from(Service.Reach.values), "website": st.just("https://example.org/a")},
            ),
            min_size=1,
            max_size=4,
        ),
        st.floats(-90, 90),
        st.booleans(),
    )
    def test_export_then_import_changes_nothing(
        self, facts: list[dict[str, Any]], latitude: float, closes: bool
    ) -> None:
        scene = build_scene()
        cora = scene.actor("coordinator")
        for one in facts:
            command = RegisterService(alliance_id=scene.westbury.pk, latitude=latitude, longitude=-1.5, **one)
            service = perform(cora, command)
        if closes:
            perform(cora, CloseService(service_id=service.pk))
        before = list(Service.objects.order_by("pk").values())
        exported = Client().get(f"/api/oruk/services?alliance={scene.westbury.slug}").content
        done = take_in(scene, exported)
        assert (done.added, done.changed, done.refused, done.unchanged) == (0, 0, 0, len(facts))
        assert list(Service.objects.order_by("pk").values()) == before


# -- the profile's own samples ------------------------------------------------------------------------------------


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("file", "kept", "refused", "warned"),
    [
        ("V3.0-UK-Default/service_list.json", 1, 0, 0),
        ("V3.0-UK-Default/service_full.json", 1, 0, 1),  # its example place has a latitude of 100
        ("V3.0-UK-Default/organization.json", 1, 0, 1),
        ("V3.0-UK-Default/service_at_location_list.json", 1, 0, 1),
        ("V3.0-UK-Warn/service_at_location_full.json", 1, 0, 1),
        ("V3.0-UK-Fail/service_list.json", 0, 4, 1),
        ("V3.0-UK-Fail/service_full.json", 0, 1, 0),
    ],
)
def test_the_samples_of_the_profile_pass_warn_and_fail(
    real_data: Path, file: str, kept: int, refused: int, warned: int
) -> None:
    read = read_feed((real_data / "oruk" / file).read_bytes())
    warnings = [problem for problem in read.problems if not problem.fatal]
    assert (len(read.services), read.refused, len(warnings)) == (kept, refused, warned)


@pytest.mark.realdata
def test_the_longer_sample_is_taken_in_and_every_item_is_accounted_for(real_data: Path, scene: Scene) -> None:
    raw = (real_data / "oruk" / "V3.0-UK-Test" / "service_list.json").read_bytes()
    items = json.loads(raw)["contents"]
    with_address = sum(bool(item.get("url")) for item in items)
    done = take_in(scene, raw)
    assert done.refused == len(items) - with_address
    assert done.added == 1  # all of them bear one identifier: the last one counts
    assert sum("came before" in line["sentence"] for line in done.report) == with_address - 1
