"""Large imports go part by part, in a job: others see how far it is, and being killed or run twice does no harm."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from causeway.domains.services.commands import read_tender_package as reading
from causeway.domains.services.commands import take_in_services as taking_in
from causeway.domains.services.commands.put_feed_aside import PutFeedAside
from causeway.domains.services.commands.read_received_feed import ReadReceivedFeed
from causeway.domains.services.commands.read_tender_package import ReadTenderPackage
from causeway.domains.services.commands.receive_services_feed import ReceiveServicesFeed
from causeway.domains.services.commands.receive_tender_package import ReceiveTenderPackage
from causeway.domains.services.commands.take_in_services import TakeInServices
from causeway.domains.services.events import ServicesAccepted
from causeway.domains.services.handlers_register import take_in_accepted_feed
from causeway.domains.services.in_parts import read_package_to_its_end
from causeway.domains.services.models import (
    NoticeRelease,
    PublicBody,
    Service,
    ServiceImport,
    TenderNotice,
    TenderPackage,
)
from causeway.domains.services.web import imports
from causeway.kernel.actors import System
from causeway.kernel.errors import Conflict, TooMany
from causeway.kernel.perform import perform
from tests.domains.services.scene import feed
from tests.domains.services.tender_scene import body, release
from tests.scenes import Scene
from tests.work import work

JOB = System("test")


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PART", 3)


def received(scene: Scene) -> TenderPackage:
    """Ten procurements, the fourth with three releases; one release is lost, and one has no date."""
    releases = [release(ocid=f"ocds-b5fd17-{n}", id=f"r{n}") for n in range(10)]
    again = [release(ocid="ocds-b5fd17-3", id=f"later{n}", date=f"2026-10-0{n}T10:00:00Z") for n in (1, 2)]
    dirty = [None, release(ocid="ocds-b5fd17-undated", id="u", date=None)]
    command = ReceiveTenderPackage(
        alliance_id=scene.westbury.pk, name="large.json", body=body(*releases, *again, *dirty)
    )
    return perform(scene.actor("coordinator"), command)


def page(scene: Scene, package: TenderPackage) -> str:
    client = Client()
    client.force_login(scene.people["coordinator"])
    return client.get(reverse("services:tender_package", args=[package.pk])).content.decode()


def test_a_large_package_shows_how_far_it_is_and_keeps_its_file_until_the_end(scene: Scene, small_parts: None) -> None:
    package = received(scene)
    assert "It waits to be read" in page(scene, package)
    row = perform(JOB, ReadTenderPackage(package_id=package.pk))
    assert (row.state, row.releases, row.releases_read) == ("queued", 14, 4)
    assert "4 of 14 releases are read" in page(scene, package)
    assert TenderPackage.objects.get().body is not None
    assert NoticeRelease.objects.count() == 3
    done = read_package_to_its_end(JOB, package.pk)
    assert (done.state, done.releases_read, done.body) == ("done", 14, None)
    assert "are read" not in page(scene, package)


def test_in_parts_or_at_once_the_report_is_the_same(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PART", 3)
    received(scene)
    work()
    in_parts = TenderPackage.objects.get()
    found = [(one.position, one.field, one.sentence, one.is_lost) for one in in_parts.problems.all()]
    TenderNotice.objects.all().delete()
    TenderPackage.objects.all().delete()
    monkeypatch.setattr(reading, "PART", 1_000)
    received(scene)
    work()
    at_once = TenderPackage.objects.get()
    assert [(one.position, one.field, one.sentence, one.is_lost) for one in at_once.problems.all()] == found
    for name in ("state", "releases", "releases_read", "new_notices", "changed_notices", "lost_releases"):
        assert getattr(in_parts, name) == getattr(at_once, name), name
    assert (in_parts.new_notices, in_parts.lost_releases, in_parts.problems_found) == (11, 1, at_once.problems_found)


def test_a_job_that_was_killed_goes_on_and_one_that_runs_twice_adds_nothing(scene: Scene, small_parts: None) -> None:
    package = received(scene)
    perform(JOB, ReadTenderPackage(package_id=package.pk))
    read_package_to_its_end(JOB, package.pk)
    before = (NoticeRelease.objects.count(), TenderPackage.objects.values().get())
    work()
    read_package_to_its_end(JOB, package.pk)
    assert (NoticeRelease.objects.count(), TenderPackage.objects.values().get()) == before
    assert NoticeRelease.objects.count() == 13


def test_what_is_no_package_is_written_down_by_the_job(scene: Scene) -> None:
    command = ReceiveTenderPackage(alliance_id=scene.westbury.pk, name="x.json", body=b"[]")
    package = perform(scene.actor("coordinator"), command)
    work()
    row = TenderPackage.objects.get(pk=package.pk)
    assert (row.state, row.body) == ("failed", None)
    assert "not an OCDS release package" in row.failure


# -- directories of services ----------------------------------------------------------------------------------


@pytest.fixture
def large_from_five(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is large here: a file of more than 200 bytes, a directory of five services; two in one transaction."""
    monkeypatch.setattr(imports, "LARGE", 200)
    monkeypatch.setattr(imports, "AT_ONCE", 4)
    monkeypatch.setattr(taking_in, "AT_ONCE", 4)
    monkeypatch.setattr(taking_in, "PART", 2)


NAMES = tuple(f"Library {number}" for number in range(5))


def browser(scene: Scene) -> Client:
    client = Client()
    client.force_login(scene.people["coordinator"])
    return client


def brought(scene: Scene, raw: bytes) -> ServiceImport:
    """A file that the coordinator brings on the site."""
    address = reverse("services:import_services", args=[scene.westbury.slug])
    answer = browser(scene).post(address, {"file": SimpleUploadedFile("northmarsh.json", raw)})
    assert answer.status_code == 302
    return ServiceImport.objects.get()


def preview(scene: Scene, row: ServiceImport) -> str:
    return browser(scene).get(reverse("services:import_preview", args=[row.pk])).content.decode()


def accept(scene: Scene, row: ServiceImport) -> int:
    return browser(scene).post(reverse("services:take_in", args=[row.pk])).status_code


def test_a_large_directory_is_read_and_taken_in_by_jobs_that_show_how_far_they_are(
    scene: Scene, large_from_five: None
) -> None:
    row = brought(scene, feed(*NAMES))
    assert (row.state, bool(row.body)) == ("queued", True)
    assert "It waits to be read" in preview(scene, row)
    work()
    row.refresh_from_db()
    assert (row.state, row.body, row.services_read, row.added) == ("waiting", None, 5, 5)
    assert "would be added" in preview(scene, row)
    assert not Service.objects.exists()

    assert accept(scene, row) == 302
    assert not Service.objects.exists()
    assert "0 of 5 services are taken in" in preview(scene, row)
    perform(JOB, TakeInServices(reading_id=row.pk))
    assert Service.objects.count() == 2
    assert "2 of 5 services are taken in" in preview(scene, row)
    work()
    row.refresh_from_db()
    assert (row.state, row.services_taken, row.added, row.items) == ("done", 5, 5, {})
    assert set(Service.objects.values_list("name", flat=True)) == set(NAMES)
    assert "are taken in" not in preview(scene, row)


def test_a_directory_that_is_being_taken_in_is_not_decided_on_again(scene: Scene, large_from_five: None) -> None:
    row = brought(scene, feed(*NAMES))
    work()
    accept(scene, row)
    assert accept(scene, row) == 409
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), PutFeedAside(reading_id=row.pk))
    work()
    before = list(Service.objects.values_list("pk", flat=True))
    take_in_accepted_feed(ServicesAccepted(reading_id=row.pk))
    perform(JOB, ReadReceivedFeed(reading_id=row.pk))
    assert list(Service.objects.values_list("pk", flat=True)) == before


def test_bodies_named_in_several_parts_are_added_once(scene: Scene, large_from_five: None) -> None:
    row = brought(scene, feed(*NAMES))
    work()
    accept(scene, row)
    work()
    assert PublicBody.objects.count() == 1
    assert Service.objects.exclude(provider=None).count() == 5


def test_a_large_file_that_is_no_directory_is_refused_by_the_job_in_a_sentence(
    scene: Scene, large_from_five: None
) -> None:
    row = brought(scene, b"{" + b" " * 300)
    work()
    row.refresh_from_db()
    assert (row.state, row.body) == ("failed", None)
    assert "This is not JSON" in preview(scene, row)
    assert accept(scene, row) == 409


def test_a_small_directory_is_read_and_taken_in_at_once(scene: Scene) -> None:
    row = brought(scene, feed(*NAMES))
    assert row.state == "waiting"
    accept(scene, row)
    assert Service.objects.count() == 5


def test_no_more_than_five_large_files_wait(scene: Scene) -> None:
    command = ReceiveServicesFeed(alliance_id=scene.westbury.pk, source="x.json", raw=feed())
    for _turn in range(5):
        perform(scene.actor("coordinator"), command)
    with pytest.raises(TooMany):
        perform(scene.actor("coordinator"), command)
