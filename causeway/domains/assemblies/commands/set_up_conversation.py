"""Set up a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from causeway.domains.assemblies.bodies import Body, find_body
from causeway.domains.assemblies.commands.drawing_up import draw_up
from causeway.domains.assemblies.commands.opening_conversation import open_with_question
from causeway.domains.assemblies.commands.seeding import seed
from causeway.domains.assemblies.dates import checked_conversation
from causeway.domains.assemblies.models import Conversation, Phase, Process
from causeway.domains.assemblies.policies import may_set_up_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class SetUpConversation(Command[Process]):
    """Ask a body one question, on which people write statements and vote on each other's.

    ``statements``: the first ones, so that nobody comes to an empty page. ``by_code``: people without an account take
    part with codes on paper. ``moderated``: two people of two sides look at each statement before it is shown.
    """

    body_id: UUID
    title: str
    about: str = ""
    why_here: str
    question: str
    statements: tuple[str, ...] = ()
    audience: str = Conversation.Audience.MEMBERS
    by_code: bool = False
    moderated: bool = True
    opens_at: datetime
    closes_at: datetime


@performs(SetUpConversation, policy=may_set_up_process, says="set up the conversation “{process}”", finds=find_body)
def set_up_conversation(_actor: Actor, command: SetUpConversation, body: Body) -> Done[Process]:
    opens_at = checked_conversation(command.opens_at, command.closes_at)
    process = draw_up(
        body,
        blueprint=Process.Blueprint.CONVERSATION,
        title=command.title,
        about=command.about,
        why_here=command.why_here,
        result_for=Conversation.Audience(command.audience),
    )
    Phase.objects.create(process=process, kind=Phase.Kind.DELIBERATE, opens_at=opens_at, closes_at=command.closes_at)
    conversation = open_with_question(
        process,
        question=command.question,
        audience=command.audience,
        by_code=command.by_code,
        moderated=command.moderated,
    )
    seed(conversation, command.statements)
    return in_trail(process, process)
