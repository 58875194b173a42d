"""Reads of mandates and reports: reports are for those who belong to the body that elected somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from causeway.domains.assemblies.bodies import body_of, of_bodies_of, owner, runs_body
from causeway.domains.assemblies.committee_queries import BODIES
from causeway.domains.assemblies.models import AdoptedText, Committee, Mandate, Process, Report, ReportQuestion, Seat
from causeway.domains.assemblies.reporting import REMINDED, due_now, missed
from causeway.domains.assemblies.text_queries import visible_texts
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.errors import Missing


def visible_reports(actor: Actor) -> QuerySet[Report]:
    """The reports in the bodies that the actor stands in, and the actor's own."""
    if not isinstance(actor, Member):
        return Report.objects.none()
    elections = Process.objects.filter(of_bodies_of(actor)).values("pk")
    return Report.objects.filter(Q(seat__committee__election__in=elections) | Q(seat__person_id=actor.person_id))


def report_at(actor: Actor, report_id: UUID) -> Report:
    """The report, with the place and the committee. Raises Missing."""
    rows = visible_reports(actor).select_related("seat__option", *(f"seat__committee__{one}" for one in BODIES))
    report = rows.filter(pk=report_id).first()
    if report is None:
        raise Missing
    return report


def question_at(actor: Actor, question_id: UUID) -> ReportQuestion:
    """What was asked about a report that the actor sees. Raises Missing."""
    rows = ReportQuestion.objects.filter(report__in=visible_reports(actor))
    found = rows.select_related("report__seat__committee__election").filter(pk=question_id).first()
    if found is None:
        raise Missing
    return found


@dataclass(frozen=True)
class Reporting:
    """How one member reports: what they wrote, what they missed, and when the next is due."""

    seat: Seat
    name: str
    reports: list[Report]
    missed: list[date]
    overdue: bool
    may_write: bool


@dataclass(frozen=True)
class MandateShown:
    """What the page of a committee says about its mandate, and, to those who belong, about reports."""

    mandate: Mandate | None
    earlier: list[Mandate]
    reporting: list[Reporting]
    runs: bool


def mandate_shown(actor: Actor, committee: Committee, *, belongs: bool) -> MandateShown:
    """The mandate in force, the earlier ones, and how each member reports."""
    mandates = list(Mandate.objects.filter(committee=committee).select_related("adopted_text"))
    return MandateShown(
        mandate=mandates[0] if mandates else None,
        earlier=mandates[1:],
        reporting=_reporting(actor, committee) if belongs and committee.report_weeks else [],
        runs=runs_body(actor, body_of(committee.election)),
    )


def _reporting(actor: Actor, committee: Committee) -> list[Reporting]:
    seats = Seat.objects.filter(committee=committee, since__isnull=False, person__isnull=False)
    written: dict[UUID, list[Report]] = {}
    for report in Report.objects.filter(seat__committee=committee):
        written.setdefault(report.seat_id, []).append(report)
    return [_of_member(actor, seat, written.get(seat.pk, [])) for seat in seats.select_related("committee", "option")]


def _of_member(actor: Actor, seat: Seat, reports: list[Report]) -> Reporting:
    mine = seat.person_id == person_of(actor)
    not_written = missed(seat, {report.due_on for report in reports})
    return Reporting(
        seat=seat,
        name=seat.option.name,
        reports=reports,
        missed=not_written,
        overdue=seat.state == Seat.State.HELD and bool(not_written) and due_now(seat) == not_written[-1],
        may_write=mine and due_now(seat) is not None,
    )


@dataclass(frozen=True)
class ReportShown:
    """A report with what was asked about it; nobody sees who asked."""

    report: Report
    name: str
    questions: list[ReportQuestion]
    mine: bool
    may_rewrite: bool


def report_shown(actor: Actor, report: Report) -> ReportShown:
    """The page of a report."""
    questions = list(ReportQuestion.objects.filter(report=report))
    mine = report.seat.person_id is not None and report.seat.person_id == person_of(actor)
    return ReportShown(report, report.seat.option.name, questions, mine, mine and not questions)


def texts_of(actor: Actor, committee: Committee) -> list[AdoptedText]:
    """What the body adopted, for a mandate to be taken from."""
    field, body = next(iter(owner(body_of(committee.election)).items()))
    return list(visible_texts(actor).filter(**{f"motion__process__{field}": body}))


def reports_due(actor: Actor) -> QuerySet[Seat]:
    """The actor's own places for which a report is due within a week, or overdue."""
    if not isinstance(actor, Member):
        return Seat.objects.none()
    held = Seat.objects.filter(person_id=actor.person_id, state=Seat.State.HELD)
    return held.filter(next_report_on__lte=clock.today() + REMINDED)


def reports_to_remind() -> list[UUID]:
    """The places whose holder is to be reminded of a report, for the job: once for each day that it is due."""
    soon = Seat.objects.filter(state=Seat.State.HELD, next_report_on__lte=clock.today() + REMINDED)
    return list(soon.filter(~Q(reminded_for=F("next_report_on")) | Q(reminded_for=None)).values_list("pk", flat=True))
