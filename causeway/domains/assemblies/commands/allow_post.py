"""Let papers come by post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.course import Stage, has_ballot, phase_of, stage_of
from causeway.domains.assemblies.models import Phase, PostalVote, Process, Roll
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

OVER = {Stage.TO_COUNT, Stage.COUNTED, Stage.CANCELLED}


@dataclass(frozen=True, kw_only=True)
class AllowPost(Command[PostalVote]):
    """Say where papers are sent to, and until when envelopes are taken in: before the close, to leave time to type."""

    process_id: UUID
    return_to: str
    post_by: datetime


@performs(
    AllowPost,
    policy=may_run_process,
    says="let papers of “{process}” come by post",
    finds=locked(Process, "process_id"),
)
def allow_post(_actor: Actor, command: AllowPost, process: Process) -> Done[PostalVote]:
    secret = has_ballot(process) and process.roll.rule != Roll.Rule.CARDS
    if not secret or process.blueprint == Process.Blueprint.POLL:
        raise Conflict(_("Only papers of secret ballots come by post."))
    if stage_of(process) in OVER:
        raise Conflict(_("This vote is over."))
    if not clock.now() < command.post_by <= phase_of(process, Phase.Kind.VOTE).closes_at:
        raise Invalid(post_by=_("Give a time from now on, and no later than the close of the vote."))
    vote, _new = PostalVote.objects.update_or_create(
        process=process,
        defaults={
            "return_to": a_line(command.return_to, "return_to", longest=300),
            "post_by": command.post_by,
        },
    )
    return in_trail(process, vote)
