"""Large imports go part by part, in a job: others see how far it is, and being killed or run twice does no harm."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from causeway.domains.services.commands import read_tender_package as reading
from causeway.domains.services.commands.read_tender_package import ReadTenderPackage
from causeway.domains.services.commands.receive_tender_package import ReceiveTenderPackage
from causeway.domains.services.in_parts import read_package_to_its_end
from causeway.domains.services.models import NoticeRelease, TenderNotice, TenderPackage
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
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
