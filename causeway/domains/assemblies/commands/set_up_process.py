"""Set up what a body is to decide by a ballot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, find_body, has_sections
from causeway.domains.assemblies.commands.drawing_up import draw_up, draw_up_roll, draw_up_vote
from causeway.domains.assemblies.dates import checked_vote
from causeway.domains.assemblies.models import Ballot, Option, Process
from causeway.domains.assemblies.policies import may_set_up_process
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

MOST_OPTIONS = 200
LONGEST_NAME = 160


@dataclass(frozen=True, kw_only=True)
class SetUpProcess(Command[Process]):
    """Write down the question, who may vote, how it is counted and when. Nothing opens before the roll is settled.

    ``options`` are ignored for a vote by yes and no, which has its own three. ``seats``: how many options are chosen; 0
    in an approval ballot only tells the votes, for another room to decide by. ``by_section``: papers say for which
    section they count.
    Objections may be raised from the settling of the roll until the vote opens.
    """

    body_id: UUID
    title: str
    about: str = ""
    why_here: str
    question: str
    form: str
    options: tuple[str, ...] = ()
    seats: int = 1
    threshold: str = Ballot.Threshold.MAJORITY
    quorum_percent: int = 0
    section: str = ""
    by_section: bool = False
    result_for: str = Process.Audience.MEMBERS
    opens_at: datetime
    closes_at: datetime


@performs(
    SetUpProcess,
    policy=may_set_up_process,
    says="set up the vote “{process}”",
    finds=find_body,
)
def set_up_process(_actor: Actor, command: SetUpProcess, body: Body) -> Done[Process]:
    checked_vote(command.opens_at, command.closes_at)
    names = checked_options(command)
    process = draw_up(
        body,
        blueprint=Process.Blueprint.BALLOT,
        title=command.title,
        about=command.about,
        why_here=command.why_here,
        result_for=command.result_for,
    )
    draw_up_roll(process, body, section=command.section)
    ballot = Ballot.objects.create(
        process=process,
        question=a_line(command.question, "question", longest=300),
        form=Ballot.Form(command.form),
        seats=command.seats if command.form != Ballot.Form.YES_NO else 1,
        threshold=Ballot.Threshold(command.threshold),
        quorum_percent=_percent(command.quorum_percent),
        by_section=_by_section(command, body),
    )
    Option.objects.bulk_create(Option(ballot=ballot, place=place, name=name) for place, name in enumerate(names))
    draw_up_vote(process, opens_at=command.opens_at, closes_at=command.closes_at)
    return in_trail(process, process)


def checked_options(command: SetUpProcess) -> list[str]:
    """The options as they will stand on the paper. Raises Invalid."""
    if command.form == Ballot.Form.YES_NO:
        return [_("Yes"), _("No"), _("Abstain")]
    names = [a_line(name, "options", longest=LONGEST_NAME) for name in command.options if name.strip()]
    if len(names) < 2:
        raise Invalid(options=_("Give at least two options, each on a line of its own."))
    if len(names) > MOST_OPTIONS:
        raise Invalid(options=_("Give at most %(most)s options.") % {"most": MOST_OPTIONS})
    folded = [name.casefold() for name in names]
    doubled = next((name for name in names if folded.count(name.casefold()) > 1), None)
    if doubled:
        raise Invalid(options=_("“%(name)s” stands there twice.") % {"name": doubled})
    least = 0 if command.form == Ballot.Form.APPROVAL else 1
    if not least <= command.seats < len(names):
        raise Invalid(seats=_("Choose at least one, and fewer than there are options."))
    return names


def _by_section(command: SetUpProcess, body: Body) -> bool:
    if command.by_section and (command.section or not has_sections(body)):
        raise Invalid(by_section=_("Papers can count for sections only where all sections of a body vote."))
    return command.by_section


def _percent(number: int) -> int:
    if not 0 <= number <= 100:
        raise Invalid(quorum_percent=_("Give a number from 0 to 100."))
    return number
