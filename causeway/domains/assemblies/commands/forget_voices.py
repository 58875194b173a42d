"""Forget in which conversations somebody took part whose account was erased."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.assemblies.conversation_standing import voices_by
from causeway.domains.assemblies.models import Statement
from causeway.domains.assemblies.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs

INDEX_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class ForgetVoices(Command[None]):
    """Cut what leads from a person to their voices. What the voices said stays, and belongs to nobody.

    Of their statements those stay that people vote on; what waits or was kept out is deleted.
    """

    person_id: UUID


@performs(ForgetVoices, policy=only_a_job, says="forgot in which conversations an erased account took part")
def forget_voices(_actor: Actor, command: ForgetVoices, _subject: Any) -> Done[None]:
    for voice in voices_by(command.person_id):
        voice.holder_index, voice.section = secrets.token_bytes(INDEX_BYTES), ""
        voice.save(update_fields=["holder_index", "section"])
        mine = Statement.objects.filter(author=voice)
        mine.exclude(state=Statement.State.IN).delete()
        mine.update(author=None)
    return Done(None, scope=command.person_id)
