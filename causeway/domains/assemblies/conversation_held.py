"""What conversations hold about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.assemblies.conversation_standing import voices_by
from causeway.domains.assemblies.models import Look, Statement, StatementVote, TableCount
from causeway.domains.people.sections import Held


def opinions(person_id: UUID, _email: str) -> Held:
    """The conversations in which the person has a voice that can still be found, and what they said there."""
    voices = voices_by(person_id).select_related("conversation")
    return [
        {
            "conversation": voice.conversation.question,
            "spoke for": voice.section,
            "wrote": list(Statement.objects.filter(author=voice).values_list("text", flat=True)),
            "voted": [
                {"statement": vote.statement.text, "vote": vote.value}
                for vote in StatementVote.objects.filter(voice=voice).select_related("statement")
            ],
        }
        for voice in voices
    ]


def looking_after(person_id: UUID, _email: str) -> Held:
    """The statements that the person decided on, and the hands at tables that they typed in or confirmed."""
    looks = Look.objects.filter(person_id=person_id).select_related("statement")
    typed = TableCount.objects.filter(typed_by_id=person_id).select_related("table")
    confirmed = TableCount.objects.filter(confirmed_by_id=person_id).select_related("table")
    return [
        *({"statement": row.statement.text, "let in": row.lets_in, "reason": row.reason} for row in looks),
        *({"typed in the hands of": row.table.name} for row in typed),
        *({"confirmed the hands of": row.table.name} for row in confirmed),
    ]
