"""Ask for names of a campaign, then vote on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, find_body
from causeway.domains.assemblies.commands.drawing_up import draw_up, draw_up_roll, draw_up_vote
from causeway.domains.assemblies.dates import checked_vote
from causeway.domains.assemblies.models import Ballot, Phase, Process
from causeway.domains.assemblies.policies import may_set_up_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class AskForNames(Command[Process]):
    """Set up a process in which those who belong suggest names, and then tick all that they can live with."""

    body_id: UUID
    title: str
    about: str = ""
    why_here: str
    section: str = ""
    result_for: str = Process.Audience.MEMBERS
    names_close_at: datetime
    opens_at: datetime
    closes_at: datetime


@performs(AskForNames, policy=may_set_up_process, says="asked for names: “{process}”", finds=find_body)
def ask_for_names(_actor: Actor, command: AskForNames, body: Body) -> Done[Process]:
    checked_vote(command.opens_at, command.closes_at)
    now = clock.now()
    if not now < command.names_close_at <= command.opens_at:
        raise Invalid(names_close_at=_("Names are suggested from now on, and before the vote opens."))
    process = draw_up(
        body,
        blueprint=Process.Blueprint.NAME,
        title=command.title,
        about=command.about,
        why_here=command.why_here,
        result_for=command.result_for,
    )
    draw_up_roll(process, body, section=command.section)
    Ballot.objects.create(
        process=process,
        question=_("Which of these names can you live with?"),
        form=Ballot.Form.APPROVAL,
        threshold=Ballot.Threshold.MAJORITY,
        quorum_percent=0,
    )
    Phase.objects.create(process=process, kind=Phase.Kind.PROPOSE, opens_at=now, closes_at=command.names_close_at)
    draw_up_vote(process, opens_at=command.opens_at, closes_at=command.closes_at)
    return in_trail(process, process)
