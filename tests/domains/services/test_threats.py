"""Threats: who sees them, how their dates and confidence are kept, how they end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from causeway.domains.services.commands.close_threat import CloseThreat
from causeway.domains.services.commands.correct_law_fact import CorrectLawFact
from causeway.domains.services.commands.move_dates import MoveDates
from causeway.domains.services.commands.note_checklist_point import NoteChecklistPoint
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.reopen_threat import ReopenThreat
from causeway.domains.services.commands.weigh_evidence import WeighEvidence
from causeway.domains.services.commands.withdraw_threat import WithdrawThreat
from causeway.domains.services.consultation import PARTS
from causeway.domains.services.deadlines import LABELS
from causeway.domains.services.law import OUTSOURCING
from causeway.domains.services.models import Service, Threat
from causeway.domains.services.policies.threats import may_see_threat
from causeway.domains.services.queries import threats_with_clock
from causeway.domains.services.queries.threats import chronology_of, law_of
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.models import AuditEntry, OutboxEvent
from causeway.kernel.perform import perform
from tests.domains.services.scene import centre, ended_threat, public_threat, threat
from tests.scenes import CAST, Scene

STANDING = {"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"}


def status(scene: Scene) -> str:
    return Service.objects.get(pk=centre(scene).pk).status


def test_list_and_check_agree_on_who_sees_a_threat(scene: Scene) -> None:
    hidden, shown = threat(scene), public_threat(scene)
    for who in CAST:
        listed = {one.id for one in threats_with_clock(scene.actor(who))}
        assert (hidden.pk in listed) is bool(may_see_threat(scene.actor(who), hidden)) is (who in STANDING)
        assert shown.pk in listed


def test_the_home_page_gets_what_is_next_with_label_and_days(scene: Scene) -> None:
    public_threat(scene)
    assert len(threats_with_clock(scene.actor("coordinator"), [scene.westbury.pk], limit=1)) == 1
    assert threats_with_clock(scene.actor("coordinator"), [scene.eastmoor.pk]) == []
    [line] = threats_with_clock(scene.actor("visitor"))
    assert (str(line.next_label), line.days_left) == ("Consultation closes", 12)


def test_publishing_puts_the_service_under_threat_and_withdrawing_takes_it_away(scene: Scene) -> None:
    threat(scene)
    assert status(scene) == "open"
    perform(scene.actor("coordinator"), PublishThreat(threat_id=threat(scene).pk))
    assert status(scene) == "threatened"
    perform(scene.actor("coordinator"), WithdrawThreat(threat_id=threat(scene).pk, why="Too early"))
    assert status(scene) == "open"
    assert Client().get(threat(scene).get_absolute_url()).status_code == 404
    again = perform(scene.actor("coordinator"), PublishThreat(threat_id=threat(scene).pk))
    assert (again.is_public, again.withdrawn_why) == (True, "")


def test_a_threat_that_was_stopped_leaves_a_saved_service_and_can_be_opened_again(scene: Scene) -> None:
    ended_threat(scene)
    assert status(scene) == "saved"
    assert threats_with_clock(scene.actor("coordinator")) == []
    perform(scene.actor("coordinator"), ReopenThreat(threat_id=ended_threat(scene).pk))
    assert status(scene) == "threatened"
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), ReopenThreat(threat_id=ended_threat(scene).pk))


def test_an_outcome_cannot_lie_in_the_future_or_come_twice(scene: Scene) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Invalid):
        perform(
            scene.actor("coordinator"), CloseThreat(threat_id=threat(scene).pk, outcome="stopped", closed_on=tomorrow)
        )
    ended_threat(scene)
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), CloseThreat(threat_id=ended_threat(scene).pk, outcome="stopped"))


def test_a_date_that_moved_is_kept_with_what_it_was_and_who_says_so(scene: Scene) -> None:
    row = threat(scene)
    dates = {name: getattr(row, name) for name in LABELS}
    was = dates["decided_on"]
    later = was + timedelta(days=21)
    perform(
        scene.actor("coordinator"),
        MoveDates(threat_id=row.pk, source="New forward plan", **{**dates, "decided_on": later}),
    )
    move = row.date_moves.get(was__isnull=False)
    assert (move.which, move.was, move.became, move.source) == ("decided_on", was, later, "New forward plan")
    client = Client()
    client.force_login(scene.people["rep"])
    page = client.get(row.get_absolute_url()).content.decode()
    assert "<s>" in page
    assert "New forward plan" in page
    assert OutboxEvent.objects.filter(name="ThreatDatesMoved").count() == 1


def test_dates_out_of_order_and_moves_without_a_change_or_a_source_are_refused(scene: Scene) -> None:
    row = threat(scene)
    dates = {name: getattr(row, name) for name in LABELS}
    for changes in (
        {},
        {"consultation_closes_on": dates["consultation_opens_on"] - timedelta(days=1)},
        {"review_by": dates["decided_on"] - timedelta(days=1)},
    ):
        with pytest.raises(Invalid):
            perform(scene.actor("coordinator"), MoveDates(threat_id=row.pk, source="Agenda", **{**dates, **changes}))
    with pytest.raises(Invalid, match="Fill this in"):
        perform(scene.actor("coordinator"), MoveDates(threat_id=row.pk, source=" "))
    assert not row.date_moves.filter(was__isnull=False).exists()


def test_evidence_raises_the_confidence_and_both_are_kept(scene: Scene) -> None:
    row = threat(scene)
    perform(
        scene.actor("coordinator"), WeighEvidence(threat_id=row.pk, confidence="confirmed", source="Cabinet minutes")
    )
    assert Threat.objects.get(pk=row.pk).confidence == "confirmed"
    assert list(row.evidence.values_list("confidence", flat=True)) == ["likely", "confirmed"]


def test_a_finding_needs_something_that_it_rests_on(scene: Scene) -> None:
    command = NoteChecklistPoint(threat_id=threat(scene).pk, point="gunning-time", finding="not_met")
    with pytest.raises(Invalid, match="rests on"):
        perform(scene.actor("coordinator"), command)
    with pytest.raises(Invalid, match="no such point"):
        perform(
            scene.actor("coordinator"),
            NoteChecklistPoint(threat_id=threat(scene).pk, point="luck", finding="unknown"),
        )


def test_the_chronology_tells_clock_evidence_and_checklist_in_order_of_date(scene: Scene) -> None:
    row = threat(scene)
    perform(
        scene.actor("coordinator"),
        NoteChecklistPoint(
            threat_id=row.pk,
            point="value-users",
            finding="not_met",
            note="The users’ group was not written to.",
            happened_on=clock.today() - timedelta(days=5),
        ),
    )
    lines = chronology_of(row)
    assert [line.on for line in lines] == sorted(line.on for line in lines)
    words = [line.words for line in lines]
    assert words.index("Announced") < words.index("Service users: Not met") < words.index("Decision meeting")
    client = Client()
    client.force_login(scene.people["user"])
    page = client.get(reverse("services:chronology", args=[row.slug])).content.decode()
    assert "The users’ group was not written to." in page


def test_only_law_that_was_looked_up_says_so(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.people["coordinator"])
    page = client.get(reverse("services:threat", kwargs={"slug": threat(scene).slug})).content.decode()
    unread = [fact.key for fact in OUTSOURCING if not fact.read_in]
    assert unread == ["redundancy-numbers"]
    assert page.count("not checked yet: correct it with a source") == len(unread)
    assert page.count("looked up in November 2026 in") == len(OUTSOURCING) - len(unread) + len(PARTS)
    undated = [fact.key for fact in OUTSOURCING if fact.valid_from is None]
    assert page.count("<td>not checked yet</td>") == len(undated)


def test_facts_of_law_are_shown_for_outsourcing_only_and_an_alliance_can_correct_them(scene: Scene) -> None:
    perform(
        scene.actor("coordinator"),
        CorrectLawFact(alliance_id=scene.westbury.pk, fact="two-tier", says="In force.", source="The Order"),
    )
    corrected = {line.fact.key: line.correction for line in law_of(threat(scene))}
    assert corrected["two-tier"] is not None
    assert corrected["tupe-inform"] is None
    closure = perform(
        scene.actor("coordinator"), RecordThreat(service_id=centre(scene).pk, kind="closure", title="To close")
    )
    assert law_of(closure) == []


def test_the_calendar_holds_published_dates_only_and_keeps_identifiers_when_a_date_moves(scene: Scene) -> None:
    threat(scene)
    public_threat(scene)

    def entries() -> dict[str, object]:
        body = Client().get(reverse("services:threats_calendar")).content
        return {str(e["uid"]): e["dtstart"].dt for e in Calendar.from_ical(body).walk("VEVENT")}

    before = entries()
    assert len(before) == 6  # five dates and the suggested last day for a review
    assert all(uid.startswith(str(public_threat(scene).pk)) for uid in before)
    dates = {name: getattr(public_threat(scene), name) for name in LABELS}
    moved = {**dates, "contract_ends_on": dates["contract_ends_on"] + timedelta(days=5)}
    perform(scene.actor("coordinator"), MoveDates(threat_id=public_threat(scene).pk, source="Notice", **moved))
    after = entries()
    assert before.keys() == after.keys()
    assert sum(before[uid] != after[uid] for uid in before) == 1


def test_the_clock_and_the_rule_for_judicial_review_stand_on_every_page_of_a_threat(scene: Scene) -> None:
    shown = public_threat(scene)
    for address in (shown.get_absolute_url(), reverse("services:chronology", args=[shown.slug])):
        page = Client().get(address).content.decode()
        assert "12 days left" in page
        assert "Civil Procedure Rules 54.5" in page
        assert "promptly, and at most three months" in page
        assert "Insourcing window" in page
    for address in (reverse("services:threats"), reverse("services:register"), centre(scene).get_absolute_url()):
        assert "12 days left" in Client().get(address).content.decode()


def test_the_trail_says_what_was_done_and_names_no_person(scene: Scene) -> None:
    ended_threat(scene)
    sentences = " ".join(AuditEntry.objects.filter(scope=scene.westbury.pk).values_list("sentence", flat=True))
    assert "published the threat" in sentences
    assert "Cora" not in sentences


def test_the_threats_api_shows_published_threats_to_every_site(scene: Scene) -> None:
    threat(scene)
    public_threat(scene)
    client = Client()
    client.force_login(scene.people["coordinator"])
    answer = client.get("/api/threats")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    [shown] = answer.json()["contents"]  # even a coordinator gets what a visitor gets
    assert shown["title"] == public_threat(scene).title
    assert [point["what"] for point in shown["clock"]][:2] == ["announced_on", "consultation_opens_on"]
    assert Client().get("/api/threats?per_page=0").status_code == 422
    assert Client().get("/api/threats?area=%00").status_code == 422


def test_a_form_that_asks_for_a_day_offers_today_in_the_form_that_browsers_read(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.people["coordinator"])
    for address in (
        reverse("services:close_threat", args=[threat(scene).slug]),
        reverse("services:close_service", args=[centre(scene).slug]),
    ):
        assert f'value="{clock.today().isoformat()}"' in client.get(address).content.decode()
