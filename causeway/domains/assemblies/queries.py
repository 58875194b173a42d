"""Reads of what bodies decide: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from causeway.domains.alliances.models import Section
from causeway.domains.alliances.standing import joined_by
from causeway.domains.assemblies.bodies import FIELDS, Body, body_of, of_bodies_of, owner
from causeway.domains.assemblies.course import (
    Stage,
    has_ballot,
    nominations_are_open,
    phase_of,
    stage_of,
    unanswered,
)
from causeway.domains.assemblies.marks import Marks
from causeway.domains.assemblies.models import (
    Ballot,
    Elector,
    Nomination,
    Objection,
    Option,
    Paper,
    Phase,
    Process,
    Voted,
)
from causeway.domains.assemblies.standing import (
    SHOWN_FROM,
    belongs,
    elector_of,
    has_voted,
    index_of_elector,
    runs,
    sections_of,
)
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member, person_of
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20
PAPERS_A_PAGE = 100


def visible_processes(actor: Actor) -> QuerySet[Process]:
    """What the bodies of the actor decide or decided, what the actor is on the roll of, and what is for everybody.

    Of a ballot everybody sees the result, once it is counted; of a process without one, all its phases.
    """
    published = Q(result_for=Process.Audience.EVERYBODY) & (Q(ballot__counted_at__isnull=False) | Q(ballot=None))
    if not isinstance(actor, Member):
        return Process.objects.filter(published)
    on_roll = Q(pk__in=Elector.objects.filter(person_index=index_of_elector(actor.person_id)).values("roll"))
    return Process.objects.filter(published | of_bodies_of(actor) | on_roll)


def _whole(rows: QuerySet[Process]) -> QuerySet[Process]:
    return rows.select_related(*FIELDS, "part_of", "roll", "ballot", "card_vote", "postal_vote").prefetch_related(
        "phases", Prefetch("roll__objections", Objection.objects.only("roll", "answered_on"))
    )


def process_at(actor: Actor, slug: str) -> Process:
    """The process at that address, with body, roll, ballot and phases. Raises Missing where the actor sees none."""
    process = _whole(visible_processes(actor)).filter(slug=slug).first()
    if process is None:
        raise Missing
    return process


def vote_at(actor: Actor, slug: str) -> Process:
    """As ``process_at`` for what has a ballot, and quicker for whoever is on the roll: nothing else is asked of them.

    Raises Missing.
    """
    if isinstance(actor, Member):
        mine = Elector.objects.filter(person_index=index_of_elector(actor.person_id)).values("roll")
        rows = Process.objects.select_related(*FIELDS, "part_of", "roll", "ballot")
        process = rows.filter(slug=slug, pk__in=mine).first()
        if process is not None:
            return process
    process = process_at(actor, slug)
    if not has_ballot(process):
        raise Missing
    return process


def objection_at(actor: Actor, objection_id: UUID) -> Objection:
    """The objection, for those who run the process it is about. Raises Missing."""
    found = Objection.objects.filter(pk=objection_id).select_related("roll__process__alliance").first()
    if found is None or not runs(actor, found.roll.process):
        raise Missing
    return found


@dataclass(frozen=True)
class Listed:
    """A process in a list: where it stands, and the phase that matters next: the vote, where it has one."""

    process: Process
    stage: str
    phase: Phase


def processes_page(actor: Actor, body: Body, number: str) -> Page[Listed]:
    """What this body decides or decided, the newest first, as far as the actor sees it; a step stands on its whole."""
    rows = _whole(visible_processes(actor).filter(**owner(body), part_of=None))
    page = Paginator(rows, A_PAGE).get_page(number)
    page.object_list = [listed(process) for process in page.object_list]
    return page


def open_votes_of(actor: Actor, body: Body, most: int = 5) -> list[Listed]:
    """What this body decides now, the first to close first."""
    rows = _whole(visible_processes(actor).filter(**owner(body), cancelled_on=None, ballot__counted_at=None))
    going_on = [listed(process) for process in rows if stage_of(process) is not Stage.FINISHED]
    return sorted(going_on, key=lambda row: row.phase.closes_at)[:most]


def steps_of(actor: Actor, process: Process) -> list[Listed]:
    """The votes that belong to a bigger process, in the order in which they were set up."""
    rows = _whole(visible_processes(actor).filter(part_of=process))
    return [listed(step) for step in rows.order_by("set_up_on", "title", "id")]


def votes_waiting_for(actor: Actor, most: int) -> list[Listed]:
    """The open votes in which the actor is on the roll and has not voted, the first to close first.

    Whoever is a member nowhere is not looked for: the home page has no query to spare.
    """
    if not isinstance(actor, Member) or not joined_by(actor):
        return []
    waiting = Elector.objects.filter(person_index=index_of_elector(actor.person_id), voted=None).values("roll")
    now = clock.now()
    running = Phase.objects.filter(kind=Phase.Kind.VOTE, opens_at__lte=now, closes_at__gt=now).values("process")
    at_home = Process.objects.exclude(blueprint=Process.Blueprint.POLL)
    rows = _whole(at_home.filter(pk__in=waiting).filter(pk__in=running))
    found = [listed(process) for process in rows if stage_of(process) is Stage.VOTING]
    return sorted(found, key=lambda row: row.phase.closes_at)[:most]


def listed(process: Process) -> Listed:
    """The process as a row of a list."""
    phase = phase_of(process, Phase.Kind.VOTE) if has_ballot(process) else _next_phase(process)
    return Listed(process, stage_of(process).name.lower(), phase)


def _next_phase(process: Process) -> Phase:
    """The one that is open, else the next to open, else the last."""
    phases = list(process.phases.all())
    return next((phase for phase in phases if phase.closes_at > clock.now()), phases[-1])


@dataclass(frozen=True)
class ProcessShown:
    """What the page of a process shows to one actor."""

    process: Process
    body: Body
    stage: str
    object_phase: Phase | None
    vote: Phase
    options: list[str]
    tie_order: list[str]
    sections: dict[str, int]
    objections: int
    unanswered: int
    turn_out: int | None
    on_roll: bool
    has_voted: bool
    may_object: bool
    runs: bool
    mine: list[Objection]
    """The objections that the actor may read: all for those who run it, one's own for the others."""
    nominate: Phase | None
    candidates: list[Nomination]
    reserved: list[tuple[str, int]]
    may_stand: bool
    my_nomination: Nomination | None


def process_shown(actor: Actor, process: Process) -> ProcessShown:
    """The page of a process. How many have voted is told from ten up, and to everybody alike."""
    candidates = nominations_in(process)
    stage, elector, runs_it = stage_of(process), elector_of(actor, process.roll), runs(actor, process)
    known, options = process.roll.objections.all(), option_names(process.ballot)
    return ProcessShown(
        process=process,
        body=body_of(process),
        stage=stage.name.lower(),
        object_phase=next((phase for phase in process.phases.all() if phase.kind == Phase.Kind.OBJECT), None),
        vote=phase_of(process, Phase.Kind.VOTE),
        options=options,
        tie_order=[options[place] for place in process.ballot.tie_order],
        sections={str(Section(section).label): number for section, number in process.roll.by_section.items()},
        objections=len(known),
        unanswered=unanswered(process),
        turn_out=turn_out_of(process) if stage is Stage.VOTING else None,
        on_roll=elector is not None,
        has_voted=elector is not None and has_voted(elector),
        may_object=stage is Stage.OBJECTING and belongs(actor, process),
        runs=runs_it,
        mine=_objections_for(actor, process, runs_it=runs_it) if known else [],
        nominate=next((phase for phase in process.phases.all() if phase.kind == Phase.Kind.NOMINATE), None),
        candidates=candidates,
        reserved=[(str(Section(section).label), number) for section, number in process.ballot.reserved.items()],
        may_stand=elector is not None and nominations_are_open(process),
        my_nomination=nomination_of(actor, candidates),
    )


def nominations_in(process: Process) -> list[Nomination]:
    """Who stands, by name; nobody in a vote without names."""
    if process.blueprint != Process.Blueprint.ELECTION:
        return []
    return list(Nomination.objects.filter(process=process))


def sections_to_stand_for(actor: Actor, process: Process) -> list[tuple[str, str]]:
    """The sections for which the actor may count, where places are kept for sections; else none."""
    person_id = person_of(actor)
    if not process.ballot.reserved or person_id is None:
        return []
    mine = sections_of(person_id, process)
    return [(section, str(label)) for section, label in Section.choices if section in mine]


def process_of_nomination(actor: Actor, nomination_id: UUID) -> Process:
    """The election in which the actor stands under that nomination. Raises Missing."""
    process = Process.objects.filter(nominations=nomination_id, nominations__person=person_of(actor)).first()
    if process is None or person_of(actor) is None:
        raise Missing
    return process


def nomination_of(actor: Actor, candidates: Iterable[Nomination]) -> Nomination | None:
    """The actor's own nomination among these."""
    person_id = person_of(actor)
    return next((one for one in candidates if person_id and one.person_id == person_id), None)


def _objections_for(actor: Actor, process: Process, *, runs_it: bool) -> list[Objection]:
    rows = Objection.objects.filter(roll=process.roll)
    return list(rows if runs_it else rows.filter(raised_by_id=person_of(actor), raised_by__isnull=False))


def turn_out_of(process: Process) -> int | None:
    """How many have voted so far; None below ten, where it would say who."""
    voted = Voted.objects.filter(elector__roll=process.roll).count()
    return voted if voted >= SHOWN_FROM else None


def option_names(ballot: Ballot) -> list[str]:
    """The options in the order of the ballot paper."""
    return list(Option.objects.filter(ballot=ballot).values_list("name", flat=True))


def sections_on_paper(ballot: Ballot) -> list[str]:
    """The section for which each option counts, in the order of the ballot paper; "" for none."""
    return list(Option.objects.filter(ballot=ballot).values_list("section", flat=True))


def papers_page(ballot: Ballot, number: str, receipt: str = "") -> Page[Paper]:
    """The published papers in the order of their codes; ``receipt`` finds the one with that code."""
    rows = papers_of(ballot)
    return Paginator(rows.filter(receipt=receipt) if receipt else rows, PAPERS_A_PAGE).get_page(number)


def papers_of(ballot: Ballot) -> QuerySet[Paper]:
    """The papers of a ballot that was counted, by their codes, which are random. None before that."""
    counted = Paper.objects.filter(ballot=ballot) if ballot.counted_at else Paper.objects.none()
    return counted.order_by("receipt")


def papers_in(ballot: Ballot) -> Iterable[tuple[str, Marks, str]]:
    """The code, the marks and the section of each paper, in the order of the codes. Only to count and to publish."""
    return Paper.objects.filter(ballot=ballot).order_by("receipt").values_list("receipt", "marks", "section")


def ballots_to_count() -> list[UUID]:
    """Those whose vote is over, for the job that counts."""
    over = Phase.objects.filter(kind=Phase.Kind.VOTE, closes_at__lte=clock.now()).values("process")
    rows = Ballot.objects.filter(process__in=over, counted_at=None, process__cancelled_on=None).exclude(tie_seed="")
    waits = Objection.objects.filter(roll=OuterRef("pk"), answered_on=None)
    return list(rows.filter(~Exists(waits), process__roll__settled_at__isnull=False).values_list("pk", flat=True))


def nominations_to_close() -> list[UUID]:
    """The ballots of elections in which the time to put names forward is over, for the job that makes the paper."""
    over = Phase.objects.filter(kind=Phase.Kind.NOMINATE, closes_at__lte=clock.now()).values("process")
    rows = Ballot.objects.filter(process__in=over, tie_seed="", process__cancelled_on=None)
    return list(rows.filter(process__roll__settled_at__isnull=False).values_list("pk", flat=True))


def ballots_to_mix() -> list[UUID]:
    """Those whose vote is open, for the job that mixes their boxes."""
    now = clock.now()
    running = Phase.objects.filter(kind=Phase.Kind.VOTE, opens_at__lte=now, closes_at__gt=now).values("process")
    return list(Ballot.objects.filter(process__in=running, counted_at=None).values_list("pk", flat=True))


def rolls_to_clear(closed_before: datetime) -> list[UUID]:
    """The rolls of ballots that were counted or cancelled long enough ago, for the job that deletes them."""
    rows = Ballot.objects.filter(closed_at__lt=closed_before, process__in=Elector.objects.values("roll"))
    return list(rows.values_list("pk", flat=True))
