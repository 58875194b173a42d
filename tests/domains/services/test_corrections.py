"""Put right or put aside: public bodies, threats, feeds, and what follows from a released statement."""

from __future__ import annotations

from datetime import timedelta

import pytest

from causeway.domains.services.commands.correct_public_body import CorrectPublicBody
from causeway.domains.services.commands.correct_threat import CorrectThreat
from causeway.domains.services.commands.merge_public_bodies import MergePublicBodies
from causeway.domains.services.commands.note_feed_run import NoteFeedRun
from causeway.domains.services.commands.put_feed_aside import PutFeedAside
from causeway.domains.services.commands.read_services_feed import ReadServicesFeed
from causeway.domains.services.commands.read_tender_package import ReadTenderPackage
from causeway.domains.services.commands.receive_tender_package import ReceiveTenderPackage
from causeway.domains.services.commands.register_public_body import RegisterPublicBody
from causeway.domains.services.commands.remind_of_contract_end import RemindOfContractEnd
from causeway.domains.services.commands.remove_tender_feed import RemoveTenderFeed
from causeway.domains.services.commands.start_threat_from_statement import StartThreatFromStatement
from causeway.domains.services.commands.take_in_services import TakeInServices
from causeway.domains.services.models import (
    OfferedNotice,
    PublicBody,
    Service,
    ServiceImport,
    TenderFeed,
    TenderNotice,
    TenderPackage,
    Threat,
)
from causeway.domains.services.queries.threats import visible_threats
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.services.scene import centre, council, public_threat, reading, threat
from tests.domains.services.scene import feed as services_feed
from tests.domains.services.tender_scene import body, feed, offer, release
from tests.domains.services.tip_off_scene import RELEASED, statement
from tests.scenes import Scene
from tests.trail import announced, last_sentence

NIGHT = System("a feed of tender notices is read")

# -- public bodies -----------------------------------------------------------------------------------------------


def test_a_corrected_body_keeps_its_address_and_its_services(scene: Scene) -> None:
    service, slug = centre(scene), council(scene).slug
    command = CorrectPublicBody(
        body_id=council(scene).pk,
        name=" Westbury  Borough Council ",
        kind="council",
        website="https://westbury.example.org",
    )
    corrected = perform(scene.actor("outsider"), command)
    assert (corrected.name, corrected.slug) == ("Westbury Borough Council", slug)
    assert Service.objects.get(pk=service.pk).provider == corrected
    assert last_sentence(CorrectPublicBody) == "corrected the public body “Westbury Borough Council”"


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("name", {"name": " "}),
        ("name", {"name": "x" * 201}),
        ("kind", {"kind": "parliament of owls"}),
        ("website", {"website": "javascript:alert(1)"}),
        ("identifier_scheme", {"identifier_scheme": "x" * 21}),
        ("identifier", {"identifier": "x" * 61}),
    ],
)
def test_what_does_not_fit_a_body_is_told_when_it_is_added_and_when_it_is_corrected(
    scene: Scene, field: str, change: dict[str, str]
) -> None:
    cora, row = scene.actor("coordinator"), council(scene)
    given = {"name": "Other Council", "kind": "council", **change}
    for command in (RegisterPublicBody(**given), CorrectPublicBody(body_id=row.pk, **given)):
        with pytest.raises(Invalid) as refused:
            perform(cora, command)
        assert refused.value.fields[field][0].endswith(".")
    assert [kept.name for kept in PublicBody.objects.all()] == ["Westbury Council"]


def test_a_body_is_not_renamed_to_another_bodys_name_but_may_keep_its_own(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    other = perform(cora, RegisterPublicBody(name="Northmarsh Council", kind="council"))
    with pytest.raises(Invalid, match="is in the register already") as taken:
        perform(cora, CorrectPublicBody(body_id=council(scene).pk, name="northmarsh council", kind="council"))
    assert "name" in taken.value.fields
    perform(cora, CorrectPublicBody(body_id=other.pk, name="Northmarsh council", kind="council"))
    assert PublicBody.objects.get(pk=other.pk).name == "Northmarsh council"


def test_a_merged_body_is_not_corrected_and_only_coordinators_correct_one(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    twin = perform(cora, RegisterPublicBody(name="Westbury Town Council", kind="council"))
    command = CorrectPublicBody(body_id=twin.pk, name="Westbury TC", kind="council")
    with pytest.raises(Refused, match="Public bodies are shared"):
        perform(scene.actor("rep"), command)
    perform(cora, MergePublicBodies(duplicate_id=twin.pk, stays_id=council(scene).pk))
    with pytest.raises(Conflict, match="correct that one"):
        perform(cora, command)


# -- threats -----------------------------------------------------------------------------------------------------


def test_a_corrected_threat_keeps_its_dates_its_confidence_and_its_address(scene: Scene) -> None:
    row = public_threat(scene)
    command = CorrectThreat(
        threat_id=row.pk, kind=Threat.Kind.CLOSURE, title="Rowan to close in May", source="Cabinet paper 14"
    )
    corrected = perform(scene.actor("coordinator"), command)
    corrected.refresh_from_db()
    assert (corrected.kind, corrected.title, corrected.summary) == ("closure", "Rowan to close in May", "")
    assert (corrected.slug, corrected.decided_on, corrected.confidence) == (row.slug, row.decided_on, row.confidence)
    assert last_sentence(CorrectThreat) == "corrected the threat “Rowan to close in May”"


def test_a_wrong_correction_of_a_threat_changes_nothing_and_others_may_not(scene: Scene) -> None:
    row = threat(scene)
    for field, change in (
        ("title", {"title": ""}),
        ("kind", {"kind": "weather"}),
        ("source", {"source": "x" * 301}),
        ("source_url", {"source_url": "ftp://example.org"}),
    ):
        given = {"kind": "closure", "title": "Other", **change}
        with pytest.raises(Invalid) as refused:
            perform(scene.actor("coordinator"), CorrectThreat(threat_id=row.pk, **given))
        assert field in refused.value.fields
    command = CorrectThreat(threat_id=row.pk, kind="closure", title="Other")
    with pytest.raises(Refused, match="Ask one of them"):
        perform(scene.actor("rep"), command)
    with pytest.raises(Missing):
        perform(scene.actor("outsider"), command)
    assert Threat.objects.get(pk=row.pk).title == "Rowan Day Centre to close"


def start(scene: Scene, **changes: object) -> StartThreatFromStatement:
    given: dict[str, object] = {"service_id": centre(scene).pk, "kind": "closure", "title": "May close", **changes}
    return StartThreatFromStatement(statement_id=statement(scene).pk, **given)  # type: ignore[arg-type]


def test_a_threat_from_a_statement_is_a_rumour_that_only_the_alliance_sees(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    started = perform(cora, start(scene))
    assert (started.summary, started.confidence) == (RELEASED, Threat.Confidence.RUMOUR)
    assert visible_threats(cora).filter(pk=started.pk).exists()
    assert not visible_threats(scene.actor("visitor")).filter(pk=started.pk).exists()
    assert announced("ThreatRecorded") == 1
    with pytest.raises(Conflict, match="started from this statement already"):
        perform(cora, start(scene))


def test_a_handler_tells_a_coordinator_and_a_service_of_elsewhere_is_refused(scene: Scene) -> None:
    with pytest.raises(Refused, match="Tell one of them"):
        perform(scene.actor("handler_one"), start(scene))
    with pytest.raises(Missing):
        perform(scene.actor("outsider"), start(scene))
    with pytest.raises(Invalid, match="in the register of this alliance"):
        perform(scene.actor("coordinator"), start(scene, service_id=scene.eastmoor.pk))
    assert not Threat.objects.exists()


# -- feeds -------------------------------------------------------------------------------------------------------


def test_a_feed_put_aside_keeps_its_report_drops_what_was_read_and_takes_nothing_in(scene: Scene) -> None:
    cora, row = scene.actor("coordinator"), reading(scene)
    with pytest.raises(Missing):
        perform(scene.actor("rep"), PutFeedAside(reading_id=row.pk))
    aside = perform(cora, PutFeedAside(reading_id=row.pk))
    aside.refresh_from_db()
    assert (aside.state, aside.items, aside.report) == (ServiceImport.State.DISCARDED, {}, row.report)
    for command in (PutFeedAside(reading_id=row.pk), TakeInServices(reading_id=row.pk)):
        with pytest.raises(Conflict, match="decided on already"):
            perform(cora, command)
    assert not Service.objects.exists()
    raw = services_feed()
    again = perform(cora, ReadServicesFeed(alliance_id=scene.westbury.pk, source="northmarsh.json", raw=raw))
    assert again.state == ServiceImport.State.WAITING


def test_a_run_of_a_feed_is_noted_and_a_failed_one_keeps_what_the_next_needs(scene: Scene) -> None:
    row, until = feed(scene), clock.now() - timedelta(hours=1)
    perform(NIGHT, NoteFeedRun(feed_id=row.pk, etag="mark", last_modified="Monday", read_until=until))
    with clock.stopped_at(clock.now() + timedelta(days=1)):
        perform(NIGHT, NoteFeedRun(feed_id=row.pk, failure="The server answered with status 500. " * 20))
        kept = TenderFeed.objects.get(pk=row.pk)
        assert kept.last_run_at == clock.now()
    assert (kept.etag, kept.last_modified, kept.read_until) == ("mark", "Monday", until)
    assert kept.last_failure.startswith("The server answered with status 500.")
    assert last_sentence(NoteFeedRun).endswith("; it failed")
    perform(NIGHT, NoteFeedRun(feed_id=row.pk, etag="newer"))
    kept.refresh_from_db()
    assert (kept.last_failure, kept.etag, kept.read_until) == ("", "newer", until)
    with pytest.raises(Refused, match="by themselves"):
        perform(scene.actor("coordinator"), NoteFeedRun(feed_id=row.pk))


def test_a_removed_feed_is_read_no_more_and_its_notices_and_reports_stay(scene: Scene) -> None:
    centre(scene)
    row = feed(scene)
    came = ReceiveTenderPackage(alliance_id=scene.westbury.pk, name="one", body=body(release()), feed_id=row.pk)
    perform(NIGHT, ReadTenderPackage(package_id=perform(NIGHT, came).pk))
    with pytest.raises((Refused, Missing)):
        perform(scene.actor("rep"), RemoveTenderFeed(feed_id=row.pk))
    perform(scene.actor("coordinator"), RemoveTenderFeed(feed_id=row.pk))
    assert not TenderFeed.objects.exists()
    assert TenderNotice.objects.count() == OfferedNotice.objects.count() == TenderPackage.objects.count() == 1
    assert last_sentence(RemoveTenderFeed) == "removed the feed of tender notices “Contracts Finder”"
    with pytest.raises(Missing):
        perform(scene.actor("coordinator"), RemoveTenderFeed(feed_id=row.pk))


def test_coordinators_are_reminded_of_a_contract_once_and_by_causeway_alone(scene: Scene) -> None:
    row = offer(scene)
    with pytest.raises(Refused, match="every morning"):
        perform(scene.actor("coordinator"), RemindOfContractEnd(offer_id=row.pk))
    perform(NIGHT, RemindOfContractEnd(offer_id=row.pk))
    assert OfferedNotice.objects.get(pk=row.pk).reminded_on == clock.today()
    with pytest.raises(Conflict, match="reminded of this contract already"):
        perform(NIGHT, RemindOfContractEnd(offer_id=row.pk))
    assert announced("ContractEndCameNear") == 1
