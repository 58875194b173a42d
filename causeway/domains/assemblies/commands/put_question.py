"""Put a question to a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies.commands.drawing_up import draw_up, draw_up_roll
from causeway.domains.assemblies.commands.settle_roll import settle
from causeway.domains.assemblies.floor_policies import may_put_question
from causeway.domains.assemblies.floor_standing import closes_by, meets_now, open_question
from causeway.domains.assemblies.hands import MOST_HANDS
from causeway.domains.assemblies.models import Ballot, Floor, FloorVote, Option, Phase, Process, Roll, Round
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.codes import new_code
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_OPTIONS = 8  # more cannot be read from the back row
LONGEST_NAME = 60


@dataclass(frozen=True, kw_only=True)
class PutQuestion(Command[FloorVote]):
    """Put a question: people show hands and tellers count, or those who belong answer on their phones, in secret.

    Without ``options`` people vote for, against or abstain. ``tellers`` (1 or 2) and ``present``, the people in the
    room where that was counted, are for hands. A poll closes after half an hour, if nobody closes it before.
    """

    meeting_id: UUID
    question: str
    way: str = FloorVote.Way.HANDS
    options: tuple[str, ...] = ()
    threshold: str = Ballot.Threshold.MAJORITY
    tellers: int = 1
    present: int | None = None


@performs(
    PutQuestion,
    policy=may_put_question,
    says="put the question “{process}” to a meeting",
    finds=locked(Meeting, "meeting_id"),
)
def put_question(_actor: Actor, command: PutQuestion, meeting: Meeting) -> Done[FloorVote]:
    if not meets_now(meeting):
        raise Conflict(_("Questions are put from an hour before the meeting until twelve hours after it."))
    floor = _floor_of(meeting)
    if open_question(floor):
        raise Conflict(_("Another question is open. Count it, close it or withdraw it first."))
    vote = _drawn_up(command, meeting, floor)
    if vote.way == FloorVote.Way.PHONES:
        _make_ballot(vote)
    else:
        Round.objects.create(vote=vote, number=1)
    return in_trail(vote.process, vote)


def _floor_of(meeting: Meeting) -> Floor:
    codes = {"code": new_code(6, group=6), "teller_code": new_code(8, group=8)}
    return Floor.objects.get_or_create(meeting=meeting, defaults=codes)[0]


def _drawn_up(command: PutQuestion, meeting: Meeting, floor: Floor) -> FloorVote:
    question, names = a_line(command.question, "question", longest=300), _names(command)
    if command.present is not None and not 1 <= command.present <= MOST_HANDS:
        raise Invalid(present=_("Give a number from 1 to 100,000, or leave it empty."))
    if command.tellers not in {1, 2}:
        raise Invalid(tellers=_("One teller counts, or two."))
    process = draw_up(
        body_of(meeting),
        blueprint=Process.Blueprint.POLL,
        title=question if len(question) <= 160 else f"{question[:159]}…",
        about="",
        why_here=_("It was put to the meeting “%(title)s”.") % {"title": meeting.title},
        result_for=Process.Audience.EVERYBODY if meeting.is_public else Process.Audience.MEMBERS,
    )
    now = clock.now()
    Phase.objects.create(process=process, kind=Phase.Kind.VOTE, opens_at=now, closes_at=closes_by(command.way))
    return FloorVote.objects.create(
        process=process,
        floor=floor,
        way=FloorVote.Way(command.way),
        question=question,
        names=names or [_("For"), _("Against"), _("Abstain")],
        yes_no=not names,
        threshold=Ballot.Threshold(command.threshold),
        tellers=command.tellers,
        present=command.present if command.way == FloorVote.Way.HANDS else None,
        put_at=now,
    )


def _names(command: PutQuestion) -> list[str]:
    names = [a_line(name, "options", longest=LONGEST_NAME) for name in command.options if name.strip()]
    if len(names) == 1 or len(names) > MOST_OPTIONS:
        raise Invalid(
            options=_("Give two to %(most)s options, each on a line of its own, or none for a vote for and against.")
            % {"most": MOST_OPTIONS}
        )
    if len({name.casefold() for name in names}) < len(names):
        raise Invalid(options=_("One of the options stands there twice."))
    return names


def _make_ballot(vote: FloorVote) -> None:
    """A ballot like every secret one, except that its roll is settled, and it opens, at once."""
    process = vote.process
    draw_up_roll(process, body_of(process), section="")
    ballot = Ballot.objects.create(
        process=process,
        question=vote.question,
        form=Ballot.Form.YES_NO if vote.yes_no else Ballot.Form.APPROVAL,
        threshold=vote.threshold,
        quorum_percent=0,
    )
    Option.objects.bulk_create(Option(ballot=ballot, place=place, name=name) for place, name in enumerate(vote.names))
    settle(Roll.objects.get(process=process))
