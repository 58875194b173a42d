"""Recalls, from the petition to the ballot, made with the real commands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.assemblies.commands.accept_seat import AcceptSeat
from causeway.domains.assemblies.commands.call_recall_ballot import CallRecallBallot
from causeway.domains.assemblies.commands.conclude_recall import ConcludeRecall
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.cover_grounds import CoverGrounds
from causeway.domains.assemblies.commands.form_committee import FormCommittee
from causeway.domains.assemblies.commands.open_recall import OpenRecall
from causeway.domains.assemblies.commands.support_recall import SupportRecall
from causeway.domains.assemblies.models import Committee, Recall, Seat
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

JOB = System(reason="a test")
GROUNDS = "Ann missed five meetings of seven, and gave no report in June."
YES, NO = (1, 0, 0), (0, 1, 0)


def settled_in(s: Scene, **changes: Any) -> Committee:
    """A fresh committee, whose members have held their places for ten weeks."""
    committee = committees.at_work(s, **changes)
    Seat.objects.filter(committee=committee).update(since=clock.today() - timedelta(weeks=10))
    return committee


def electors(s: Scene) -> list[Person]:
    """The members of Westbury but for Una, who stands under the name of Ann Archer."""
    return room.members(s)[1:]


def opened(s: Scene, committee: Committee | None = None, name: str = "Ann Archer") -> Recall:
    """Somebody asks that Ann is recalled."""
    seat = committees.seat_of(committee or settled_in(s), name)
    opener = next(one for one in reversed(room.members(s)) if one.pk != seat.person_id)
    return perform(Member(opener.pk), OpenRecall(seat_id=seat.pk, grounds=GROUNDS))


def holder_of(recall: Recall) -> Member:
    """Whoever is to be recalled."""
    assert recall.seat.person_id is not None
    return Member(recall.seat.person_id)


def support(recall: Recall, *people: Person) -> None:
    """People support it."""
    for one in people:
        perform(Member(one.pk), SupportRecall(recall_id=recall.pk))


def at_vote(s: Scene, committee: Committee | None = None) -> Recall:
    """Enough electors have asked for it, and the ballot is called."""
    recall = opened(s, committee)
    support(recall, *electors(s)[:2])
    perform(JOB, CallRecallBallot(recall_id=recall.pk))
    return Recall.objects.get(pk=recall.pk)


def voted(s: Scene, recall: Recall, *, yes: int) -> Recall:
    """All seven vote, so many of them yes; the ballot is counted."""
    assert recall.ballot is not None
    process = room.let_pass(recall.ballot, timedelta(days=8))
    for number, voter in enumerate(room.members(s)):
        room.cast(process, voter, YES if number < yes else NO)
    room.let_pass(process, timedelta(days=7))
    perform(JOB, CountBallot(ballot_id=process.pk))
    return Recall.objects.get(pk=recall.pk)


def concluded(s: Scene, recall: Recall, *, yes: int) -> Recall:
    """What the ballot decided is done."""
    return perform(JOB, ConcludeRecall(recall_id=voted(s, recall, yes=yes).pk))


# -- for the matrix, each made once ---------------------------------------------------------------------------------


def place(s: Scene, title: str) -> Seat:
    """A place that a member other than Una has held for ten weeks, under the name of Ann Archer."""
    process = committees.written(s, title=title)
    others = room.members(s)[1:5]
    for candidate, name in zip(others, room.NAMES, strict=True):
        room.stand(process, candidate, name)
    committees.hold(s, process, standing=0)
    committee = perform(JOB, FormCommittee(ballot_id=process.pk))
    seat = committees.seat_of(committee, "Ann Archer")
    perform(Member(others[0].pk), AcceptSeat(seat_id=seat.pk))
    Seat.objects.filter(pk=seat.pk).update(since=clock.today() - timedelta(weeks=10))
    return Seat.objects.get(pk=seat.pk)


def ask(s: Scene, seat: Seat, opener: Person) -> Recall:
    """Somebody asks for a recall."""
    return perform(Member(opener.pk), OpenRecall(seat_id=seat.pk, grounds=GROUNDS))


def recallable(s: Scene) -> Seat:
    """A place from which Una may ask that its holder is recalled."""
    made: Seat = s.once("recalls.recallable", lambda: place(s, "A committee to recall from"))
    return made


def running(s: Scene) -> Recall:
    """A petition that collects support; Una has not supported it."""
    made: Recall = s.once(
        "recalls.running", lambda: ask(s, place(s, "A committee with a petition"), room.members(s)[-1])
    )
    return made


def of_una(s: Scene) -> Recall:
    """A petition that Una opened."""
    made: Recall = s.once("recalls.of una", lambda: ask(s, place(s, "A committee that Una watches"), s.people["user"]))
    return made


def about_una(s: Scene) -> Recall:
    """A petition to recall Una."""
    made: Recall = s.once("recalls.about una", lambda: opened(s, settled_in(s, title="Una’s committee")))
    return made


def covered(s: Scene) -> Recall:
    """A petition that Una opened, whose reasons were covered."""

    def make() -> Recall:
        recall = ask(s, place(s, "A committee with covered reasons"), s.people["user"])
        return perform(s.actor("coordinator"), CoverGrounds(recall_id=recall.pk, reason="It tells of an illness."))

    made: Recall = s.once("recalls.covered", make)
    return made


def reached(s: Scene) -> Recall:
    """A petition that enough electors support."""

    def make() -> Recall:
        recall = ask(s, place(s, "A committee before a vote"), room.members(s)[-1])
        support(recall, *room.members(s)[2:4])
        return recall

    made: Recall = s.once("recalls.reached", make)
    return made


def counted(s: Scene) -> Recall:
    """A recall whose ballot is counted, and carried."""
    made: Recall = s.once(
        "recalls.counted", lambda: voted(s, at_vote(s, settled_in(s, title="A committee that voted")), yes=5)
    )
    return made
