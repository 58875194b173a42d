"""Mandates, reports and hustings, made with the real commands."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.assemblies.commands.adopt_mandate import AdoptMandate
from causeway.domains.assemblies.commands.answer_at_hustings import AnswerAtHustings
from causeway.domains.assemblies.commands.ask_about_report import AskAboutReport
from causeway.domains.assemblies.commands.ask_at_hustings import AskAtHustings
from causeway.domains.assemblies.commands.write_report import WriteReport
from causeway.domains.assemblies.models import (
    Committee,
    HustingsAnswer,
    HustingsQuestion,
    Mandate,
    Process,
    Report,
    ReportQuestion,
    Seat,
)
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Member
from causeway.kernel.perform import perform
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

MANDATE = "Keep the centre open five days a week, and agree to no cut of the kitchen."
REPORT = "We met six times. I voted against the shorter hours. Next we write to the council."
QUESTION = "Would you keep the kitchen open in the evening?"


def held_for(seat: Seat, weeks: int) -> Seat:
    """Let somebody have held their place for so many weeks; reports are due as from then."""
    since = clock.today() - timedelta(weeks=weeks)
    first = since + timedelta(weeks=seat.committee.report_weeks)
    Committee.objects.filter(pk=seat.committee_id).update(starts_on=since)
    Seat.objects.filter(pk=seat.pk).update(since=since, next_report_on=first)
    return Seat.objects.get(pk=seat.pk)


def reporting(s: Scene, weeks: int = 13, title: str = "A reporting committee") -> Seat:
    """Una, under the name of Ann Archer, has held her place for so many weeks; a report is due every thirteen."""
    return held_for(committees.seat_of(committees.at_work(s, title=title), "Ann Archer"), weeks)


def adopt(s: Scene, committee: Committee, text: str = MANDATE) -> Mandate:
    """The coordinator writes down what was adopted."""
    command = AdoptMandate(committee_id=committee.pk, text=text, adopted_on=clock.today())
    return perform(s.actor("coordinator"), command)


def write(seat: Seat, text: str = REPORT) -> Report:
    """Whoever holds the place reports."""
    assert seat.person_id is not None
    return perform(Member(seat.person_id), WriteReport(seat_id=seat.pk, text=text))


def ask(s: Scene, process: Process, text: str = QUESTION, *, by: Person | None = None) -> HustingsQuestion:
    """An elector asks the candidates."""
    asker = by or room.members(s)[6]
    return perform(Member(asker.pk), AskAtHustings(process_id=process.pk, text=text))


def answer(question: HustingsQuestion, candidate: Person, text: str) -> HustingsAnswer:
    """A candidate answers."""
    return perform(Member(candidate.pk), AnswerAtHustings(question_id=question.pk, text=text))


# -- for the matrix, each made once ---------------------------------------------------------------------------------


def due(s: Scene) -> Seat:
    """Una’s report is due."""
    made: Seat = s.once("mandates.due", lambda: reporting(s))
    return made


def report(s: Scene) -> Report:
    """Una has reported; nobody has asked."""
    made: Report = s.once("mandates.report", lambda: write(reporting(s, title="A committee that reported")))
    return made


def question(s: Scene) -> ReportQuestion:
    """Somebody asked about another report of Una’s."""

    def make() -> ReportQuestion:
        found = write(reporting(s, title="A committee that was asked"))
        asker = Member(room.members(s)[5].pk)
        return perform(asker, AskAboutReport(report_id=found.pk, text="Why six times only?"))

    made: ReportQuestion = s.once("mandates.question", make)
    return made


def hustings(s: Scene) -> HustingsQuestion:
    """An elector has asked the candidates of the election in which Una stands."""

    def make() -> HustingsQuestion:
        room.nomination(s)
        return ask(s, room.election(s))

    made: HustingsQuestion = s.once("mandates.hustings", make)
    return made


def to_refuse(s: Scene) -> HustingsQuestion:
    """A question of another kind, in the same election."""
    made: HustingsQuestion = s.once(
        "mandates.to refuse", lambda: ask(s, hustings(s).process, "Is it true that you drink?")
    )
    return made
