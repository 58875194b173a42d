"""Make a conversation of an export that was accepted."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, kind_of
from causeway.domains.assemblies.commands.drawing_up import draw_up
from causeway.domains.assemblies.likeness import plain_words
from causeway.domains.assemblies.models import (
    LONGEST_STATEMENT,
    Conversation,
    OpinionMap,
    Phase,
    PolisImport,
    Process,
    Statement,
    StatementVote,
    Voice,
)
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.polis_queries import body_for
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs

AT_ONCE = 5_000
INDEX_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class TakeInPolisExport(Command[PolisImport]):
    """Store it as a conversation that is closed, with voices that lead to nobody; done twice, it is stored once."""

    import_id: UUID


@performs(
    TakeInPolisExport,
    policy=only_a_job,
    says="took in the conversation “{title}” from elsewhere",
    finds=locked(PolisImport, "import_id"),
)
def take_in_polis_export(_actor: Actor, _command: TakeInPolisExport, brought: PolisImport) -> Done[PolisImport]:
    body = body_for(brought)
    if brought.state == PolisImport.State.TAKING:
        _take_in(brought, body)
    scope = kind_of(body).trail(body)
    return Done(brought, scope=scope, about=brought.pk, named={"title": brought.title})


def _take_in(brought: PolisImport, body: Body) -> None:
    process = draw_up(
        body,
        blueprint=Process.Blueprint.CONVERSATION,
        title=brought.title,
        about=_("This conversation was held elsewhere, and brought here afterwards from: %(source)s")
        % {"source": brought.source},
        why_here=_("It was held elsewhere; nothing is decided in it here."),
        result_for=Process.Audience.MEMBERS,
    )
    _converse(process, brought)
    brought.process, brought.state, brought.found = process, PolisImport.State.TAKEN, None
    brought.save()


def _converse(process: Process, brought: PolisImport) -> None:
    """The conversation as it was: over, with its statements and votes."""
    now, found = clock.now(), brought.found or {}
    ended = {"opens_at": now - timedelta(minutes=1), "closes_at": now}
    Phase.objects.create(process=process, kind=Phase.Kind.DELIBERATE, **ended)
    conversation = Conversation.objects.create(
        process=process,
        question=brought.question,
        audience=Conversation.Audience.MEMBERS,
        moderated=False,
        frozen_at=now,
        cleared_at=now,
    )
    OpinionMap.objects.create(conversation=conversation, publishes_votes=brought.publishes_votes)
    statements = _statements(conversation, found["statements"])
    voices = Voice.objects.bulk_create(
        (
            Voice(conversation=conversation, holder_index=secrets.token_bytes(INDEX_BYTES))
            for _number in range(found["voters"])
        ),
        batch_size=AT_ONCE,
    )
    votes = (
        StatementVote(voice=voices[voter], statement=statements[number], value=value)
        for voter, number, value in zip(*found["log"], strict=True)
    )
    StatementVote.objects.bulk_create(votes, batch_size=AT_ONCE)


def _statements(conversation: Conversation, rows: Sequence[Any]) -> dict[int, Statement]:
    """The statements by their number. Two that say the same keep their votes apart, as they were cast."""
    said: set[str] = set()
    found: dict[int, Statement] = {}
    for number, text in rows:
        words = plain_words(text) or str(number)
        if words in said:
            words = f"{words[: LONGEST_STATEMENT - 10]} {number}"
        said.add(words)
        found[number] = Statement(
            conversation=conversation, number=number, text=text, words=words, state=Statement.State.IN, seeded=True
        )
    Statement.objects.bulk_create(found.values(), batch_size=AT_ONCE)
    return found
