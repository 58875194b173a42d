"""Call a card vote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, find_body
from causeway.domains.assemblies.card_policies import may_call_card_vote
from causeway.domains.assemblies.commands.drawing_up import draw_up, draw_up_vote
from causeway.domains.assemblies.dates import checked_vote
from causeway.domains.assemblies.models import Ballot, CardVote, Option, Process, Roll
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

MOST_OPTIONS = 20


@dataclass(frozen=True, kw_only=True)
class CallCardVote(Command[Process]):
    """Set up a vote of the organisations in an alliance, each with as many votes as it has declared members.

    Without ``options`` they vote yes, no or abstain; among options the highest total is chosen. ``quorum_percent``: the
    share of all votes on the roll that must be cast. ``may_split``: whether a card may be divided among options.
    """

    body_id: UUID
    title: str
    about: str = ""
    why_here: str
    question: str
    options: tuple[str, ...] = ()
    threshold: str = Ballot.Threshold.MAJORITY
    quorum_percent: int = 0
    may_split: bool = False
    result_for: str = Process.Audience.MEMBERS
    opens_at: datetime
    closes_at: datetime


@performs(CallCardVote, policy=may_call_card_vote, says="called the card vote “{process}”", finds=find_body)
def call_card_vote(_actor: Actor, command: CallCardVote, body: Body) -> Done[Process]:
    checked_vote(command.opens_at, command.closes_at)
    if not 0 <= command.quorum_percent <= 100:
        raise Invalid(quorum_percent=_("Give a number from 0 to 100."))
    names = _names(command)
    process = draw_up(
        body,
        blueprint=Process.Blueprint.BALLOT,
        title=command.title,
        about=command.about,
        why_here=command.why_here,
        result_for=command.result_for,
    )
    Roll.objects.create(process=process, rule=Roll.Rule.CARDS)
    CardVote.objects.create(process=process, may_split=command.may_split)
    ballot = Ballot.objects.create(
        process=process,
        question=a_line(command.question, "question", longest=300),
        form=Ballot.Form.APPROVAL if names else Ballot.Form.YES_NO,
        threshold=Ballot.Threshold(command.threshold),
        quorum_percent=command.quorum_percent,
    )
    Option.objects.bulk_create(
        Option(ballot=ballot, place=place, name=name)
        for place, name in enumerate(names or [_("Yes"), _("No"), _("Abstain")])
    )
    draw_up_vote(process, opens_at=command.opens_at, closes_at=command.closes_at)
    return in_trail(process, process)


def _names(command: CallCardVote) -> list[str]:
    names = [a_line(name, "options", longest=160) for name in command.options if name.strip()]
    if len(names) == 1 or len(names) > MOST_OPTIONS:
        raise Invalid(
            options=_("Give two to %(most)s options, each on a line of its own, or none for a vote by yes and no.")
            % {"most": MOST_OPTIONS}
        )
    if len({name.casefold() for name in names}) < len(names):
        raise Invalid(options=_("One of the options stands there twice."))
    return names
