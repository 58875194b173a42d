"""Reads of recalls: only those who belong to the body that elected somebody see one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.domains.assemblies.bodies import Body, body_of, of_bodies_of, owner, runs_body
from causeway.domains.assemblies.committee_queries import BODIES
from causeway.domains.assemblies.course import phase_of
from causeway.domains.assemblies.models import Committee, Phase, Process, Recall, RecallRules, Seat
from causeway.domains.assemblies.recall_standing import (
    may_elect,
    rules_of,
    supporters_of,
    supports,
    why_not_recalled,
)
from causeway.domains.assemblies.standing import SHOWN_FROM
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.errors import Missing

WITH = ("seat__option", "seat__election__roll", "seat__committee__election", "ballot__ballot")


def visible_recalls(actor: Actor) -> QuerySet[Recall]:
    """The recalls in the bodies that the actor stands in."""
    if not isinstance(actor, Member):
        return Recall.objects.none()
    elections = Process.objects.filter(of_bodies_of(actor)).values("pk")
    return Recall.objects.filter(Q(seat__committee__election__in=elections) | Q(seat__person_id=actor.person_id))


def recalls_in(body: Body) -> QuerySet[Recall]:
    """All recalls from the committees of a body."""
    elections = Process.objects.filter(**owner(body)).values("pk")
    return Recall.objects.filter(seat__committee__election__in=elections)


def recall_at(actor: Actor, recall_id: UUID) -> Recall:
    """The recall, with the place, the committee and the ballot. Raises Missing."""
    found = visible_recalls(actor).filter(pk=recall_id)
    recall = found.select_related(*WITH, *(f"seat__committee__{one}" for one in BODIES)).first()
    if recall is None:
        raise Missing
    return recall


@dataclass(frozen=True)
class RecallShown:
    """What the page of a recall shows to one actor. ``supporters`` is told from ten up, and to everybody alike."""

    recall: Recall
    name: str
    committee: Committee
    supporters: int | None
    is_open: bool
    may_support: bool
    supports: bool
    may_answer: bool
    may_cover: bool
    may_reword: bool
    vote: Phase | None


def recall_shown(actor: Actor, recall: Recall) -> RecallShown:
    """The page of a recall."""
    seat, mine = recall.seat, person_of(actor)
    is_open = recall.state == Recall.State.OPEN and clock.now() < recall.closes_at
    holds = seat.person_id is not None and mine == seat.person_id
    vote = phase_of(recall.ballot, Phase.Kind.VOTE) if recall.ballot else None
    return RecallShown(
        recall=recall,
        name=seat.option.name if seat.person_id else "",
        committee=seat.committee,
        supporters=_from_ten(recall),
        is_open=is_open,
        may_support=is_open and may_elect(actor, seat),
        supports=is_open and supports(actor, recall),
        may_answer=holds and recall.ended_at is None and (vote is None or clock.now() < vote.opens_at),
        may_cover=_may_cover(actor, recall) and not holds,
        may_reword=recall.covered_on is not None and is_open and mine is not None and mine == recall.opened_by_id,
        vote=vote,
    )


def _may_cover(actor: Actor, recall: Recall) -> bool:
    open_still = recall.ended_at is None and recall.covered_on is None
    return open_still and runs_body(actor, body_of(recall.seat.committee.election))


def _from_ten(recall: Recall) -> int | None:
    number = supporters_of(recall) if recall.supporters is None else recall.supporters
    return number if number >= SHOWN_FROM else None


@dataclass(frozen=True)
class RecallsOfCommittee:
    """What the page of a committee says about recalls: the rules, and those that were asked for."""

    rules: RecallRules
    recalls: list[Recall]
    runs: bool


def recalls_of(actor: Actor, committee: Committee) -> RecallsOfCommittee:
    """For those who belong; for others without any recall."""
    rows = visible_recalls(actor).filter(seat__committee=committee).select_related("seat__option")
    body = body_of(committee.election)
    return RecallsOfCommittee(rules=rules_of(body), recalls=list(rows), runs=runs_body(actor, body))


def why_no_recall(actor: Actor, seat: Seat) -> str | None:
    """Why the actor cannot ask for a recall now, "" where they can; None for whoever may not elect to the place."""
    return why_not_recalled(seat) if may_elect(actor, seat) else None


def recall_of_process(process: Process) -> Recall | None:
    """The recall that a process votes on."""
    return Recall.objects.filter(ballot=process).select_related("seat__option", "seat__committee").first()


def recalls_to_put_to_vote() -> list[UUID]:
    """Petitions that enough electors support, for the job."""
    return [recall.pk for recall in _open() if supporters_of(recall) >= recall.needed]


def recalls_to_close() -> list[UUID]:
    """Petitions whose time is over without enough support, for the job."""
    over = [recall for recall in _open() if clock.now() >= recall.closes_at]
    return [recall.pk for recall in over if supporters_of(recall) < recall.needed]


def _open() -> QuerySet[Recall]:
    return Recall.objects.filter(state=Recall.State.OPEN).select_related("seat__election__roll")


def recalls_to_conclude() -> list[UUID]:
    """Recalls whose ballots are counted, for the job."""
    rows = Recall.objects.filter(state=Recall.State.BALLOT, ballot__ballot__counted_at__isnull=False)
    return list(rows.values_list("pk", flat=True))
