"""Reads of what is put to meetings: for the projector, for phones, for tellers and for the meeting's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from causeway.domains.alliances.bodies import Body, body_of
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import runs as runs_body
from causeway.domains.alliances.queries.meetings import visible_meetings
from causeway.domains.assemblies.floor_policies import may_answer_poll
from causeway.domains.assemblies.floor_standing import is_open_now, meets_now
from causeway.domains.assemblies.hands import latest_counts
from causeway.domains.assemblies.models import Floor, FloorVote, HandCount, Round
from causeway.domains.assemblies.queries import turn_out_of, visible_processes
from causeway.domains.assemblies.standing import belongs, elector_of, has_voted
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Missing

CODE_LENGTH, TELLER_CODE_LENGTH = 6, 8


@dataclass(frozen=True)
class Bar:
    """One line of a result: its number, its part of the largest in per cent, and whether it won."""

    name: str
    number: int
    share: int
    won: bool


@dataclass(frozen=True)
class QuestionShown:
    """A question as the projector, a phone or the meeting's page shows it.

    ``state``: open, differ (two tellers came to different numbers), again (counted again; ``bars`` show what was
    recorded before), recorded, closed (nothing was recorded) or withdrawn.
    """

    vote: FloorVote
    state: str
    bars: list[Bar]
    carried: bool | None
    chosen: list[str]
    level: list[str]
    counted: int
    """How many tellers have typed in their numbers."""
    answered: int | None
    """How many have answered a poll that is open; None below ten, where it would say who."""

    @property
    def is_over(self) -> bool:
        return self.state in {"recorded", "closed", "withdrawn"}


@dataclass(frozen=True)
class FloorShown:
    """A meeting at which questions are put, and the one that was put last."""

    floor: Floor
    body: Body
    question: QuestionShown | None
    runs_it: bool
    may_answer: bool
    answered: bool


def floors(rows: QuerySet[Floor]) -> QuerySet[Floor]:
    """With their meetings and bodies."""
    return rows.select_related("meeting__alliance", "meeting__organisation")


def questions_of(actor: Actor, floor: Floor) -> list[FloorVote]:
    """What was put to a meeting, the last first, as far as the actor sees it."""
    rows = floor.votes.filter(process__in=visible_processes(actor))
    ready = rows.select_related(
        "process__alliance", "process__organisation", "process__ballot", "process__roll", "floor__meeting"
    )
    return list(ready.prefetch_related("process__phases", "rounds__counts"))


def floor_at(actor: Actor, code: str) -> FloorShown:
    """The meeting with that code on its screen. Raises Missing where the actor does not see the meeting."""
    floor = floors(Floor.objects.filter(code=code, meeting__in=visible_meetings(actor))).first()
    if floor is None:
        raise Missing
    return floor_shown(actor, floor)


def floor_shown(actor: Actor, floor: Floor) -> FloorShown:
    """The meeting and its last question."""
    body = body_of(floor.meeting)
    last = next(iter(questions_of(actor, floor)), None)
    answers = last is not None and bool(may_answer_poll(actor, last))
    return FloorShown(
        floor=floor,
        body=body,
        question=shown(last) if last else None,
        runs_it=runs_body(actor, body),
        may_answer=answers and not _answered(actor, last),
        answered=_answered(actor, last),
    )


def _answered(actor: Actor, vote: FloorVote | None) -> bool:
    if vote is None or vote.way != FloorVote.Way.PHONES:
        return False
    elector = elector_of(actor, vote.process.roll)
    return elector is not None and has_voted(elector)


@dataclass(frozen=True)
class MeetingFloor:
    """What the page of a meeting shows of the questions that were put to it."""

    meeting: Meeting
    floor: Floor | None
    questions: list[QuestionShown]
    runs_it: bool
    meets_now: bool


def floor_of_meeting(actor: Actor, meeting: Meeting) -> MeetingFloor:
    """The questions of a meeting, the last first."""
    floor = floors(Floor.objects.filter(meeting=meeting)).first()
    votes = questions_of(actor, floor) if floor else []
    return MeetingFloor(
        meeting=meeting,
        floor=floor,
        questions=[shown(vote) for vote in votes],
        runs_it=runs_body(actor, body_of(meeting)),
        meets_now=meets_now(meeting),
    )


def question_with(actor: Actor, process_id: UUID) -> FloorVote:
    """A question that the actor sees. Raises Missing."""
    rows = FloorVote.objects.filter(pk=process_id, process__in=visible_processes(actor))
    ready = rows.select_related("process__alliance", "process__organisation", "floor__meeting")
    vote = ready.prefetch_related("process__phases", "rounds__counts").first()
    if vote is None:
        raise Missing
    return vote


def question_for_tellers(actor: Actor, teller_code: str) -> FloorVote:
    """The question that was put last at the meeting with that tellers' code, to those who belong. Raises Missing."""
    floor = floors(Floor.objects.filter(teller_code=teller_code)).first()
    votes = questions_of(actor, floor) if floor else []
    if not votes or not belongs(actor, votes[0].process):
        raise Missing
    return votes[0]


def shown(vote: FloorVote) -> QuestionShown:
    """A question with its state and its result, as far as there is one."""
    by_hands = vote.way == FloorVote.Way.HANDS
    rounds = list(vote.rounds.all())
    outcome = _of_rounds(rounds) if by_hands else _of_ballot(vote)
    counts = list(latest_counts(rounds[-1]).values()) if rounds else []
    numbers = outcome.get("numbers", ())
    won = outcome.get("chosen")
    return QuestionShown(
        vote=vote,
        state=_state(vote, rounds, counts, recorded=bool(outcome)),
        bars=_bars(vote, numbers, won),
        carried=outcome.get("carried"),
        chosen=[vote.names[place] for place in won or ()],
        level=[vote.names[place] for place in outcome.get("level", ())],
        counted=len(counts),
        answered=turn_out_of(vote.process) if not by_hands and is_open_now(vote) else None,
    )


def _of_rounds(rounds: Sequence[Round]) -> dict[str, Any]:
    """The last recorded outcome; nothing before there is one."""
    outcomes: list[dict[str, Any]] = [one.outcome for one in rounds if one.outcome is not None]
    if not outcomes:
        return {}
    last = outcomes[-1]
    return {**last, "chosen": [] if last["chosen"] is None else [last["chosen"]]}


def _of_ballot(vote: FloorVote) -> dict[str, Any]:
    stored: dict[str, Any] | None = vote.process.ballot.outcome
    if stored is None:
        return {}
    if vote.yes_no:
        return {"numbers": stored["totals"], "carried": stored["chosen"] == [0], "chosen": []}
    return {"numbers": stored["totals"], "chosen": stored["chosen"]}


def _state(vote: FloorVote, rounds: Sequence[Round], counts: Sequence[HandCount], *, recorded: bool) -> str:
    if vote.process.cancelled_on:
        return "withdrawn"
    if is_open_now(vote):
        differ = len(counts) == vote.tellers > 1
        return "differ" if differ else "again" if recorded else "open"
    return "recorded" if recorded else "closed"


def _bars(vote: FloorVote, numbers: Sequence[int], won: Sequence[int] | None) -> list[Bar]:
    largest = max(numbers, default=0) or 1
    return [
        Bar(name, number, 100 * number // largest, place in (won or ()))
        for place, (name, number) in enumerate(zip(vote.names, numbers, strict=False))
    ]


@dataclass(frozen=True)
class Differences:
    """What two tellers came to, option by option; shown once both have counted."""

    rows: list[tuple[str, int, int]]


def differences(vote: FloorVote) -> Differences | None:
    """Where the two tellers of the round that is counted now differ; None while not both have counted."""
    rounds = list(vote.rounds.all())
    counts = list(latest_counts(rounds[-1]).values()) if rounds else []
    if (rounds and rounds[-1].recorded_at) or len(counts) < 2:
        return None
    first, second = (count.numbers for count in counts)
    return Differences([(name, one, other) for name, one, other in zip(vote.names, first, second, strict=True)])


def own_count(actor: Actor, vote: FloorVote) -> list[int] | None:
    """What the actor typed in last in the round that is counted now."""
    rounds = list(vote.rounds.all())
    mine = latest_counts(rounds[-1]).get(person_of(actor)) if rounds and person_of(actor) else None
    return mine.numbers if mine and not rounds[-1].recorded_at else None


@dataclass(frozen=True)
class RoundShown:
    """One round in the history of a question: why it was counted, and what each teller typed, nameless."""

    round: Round
    bars: list[Bar]
    counts: list[list[int]]


def rounds_of(vote: FloorVote) -> list[RoundShown]:
    """Every round of a question, the first first."""
    return [
        RoundShown(
            round=one,
            bars=_bars(vote, one.outcome["numbers"] if one.outcome else (), None),
            counts=[count.numbers for count in one.counts.all()] if one.recorded_at else [],
        )
        for one in vote.rounds.all()
    ]
