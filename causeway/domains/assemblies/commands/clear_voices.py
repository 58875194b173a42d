"""Destroy what leads from the voices of a conversation to people."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.models import Code, Conversation, Statement
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

MIX_VOICES = """WITH taken AS (DELETE FROM assemblies_statementvote vote USING assemblies_voice voice
 WHERE vote.voice_id = voice.id AND voice.conversation_id = %s RETURNING vote.voice_id, vote.statement_id, vote.value)
INSERT INTO assemblies_statementvote (id, voice_id, statement_id, value)
SELECT gen_random_uuid(), voice_id, statement_id, value FROM taken ORDER BY gen_random_uuid()"""
NEW_NAMES = """UPDATE assemblies_voice SET holder_index = sha256(gen_random_uuid()::text::bytea)
 WHERE conversation_id = %s"""


@dataclass(frozen=True, kw_only=True)
class ClearVoices(Command[None]):
    """Overwrite by whom the voices of a conversation could be found, and rewrite their votes in a random order.

    The votes stay, so that anybody can draw the map again; nobody can tell any more whose they were, for the rows no
    longer remember which transaction wrote them. The codes and who wrote which statement are deleted.
    """

    process_id: UUID


@performs(
    ClearVoices,
    policy=only_a_job,
    says="deleted who took part in “{process}”",
    finds=locked(Conversation, "process_id"),
)
def clear_voices(_actor: Actor, command: ClearVoices, conversation: Conversation) -> Done[None]:
    if not is_over(conversation):
        raise Conflict(_("The conversation is not over."))
    Statement.objects.filter(conversation=conversation).update(author=None)
    Code.objects.filter(sheet__conversation=conversation).delete()
    with connection.cursor() as cursor:
        cursor.execute(MIX_VOICES, [command.process_id])
        cursor.execute(NEW_NAMES, [command.process_id])
    conversation.cleared_at = clock.now()
    conversation.save(update_fields=["cleared_at"])
    return in_trail(conversation.process, None)
