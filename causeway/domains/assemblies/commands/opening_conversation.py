"""What every conversation begins with."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.conversation_standing import floor_of
from causeway.domains.assemblies.models import Conversation, Process
from causeway.domains.assemblies.wording import a_line
from causeway.kernel.errors import Invalid


def open_with_question(
    process: Process, *, question: str, audience: str, by_code: bool, moderated: bool
) -> Conversation:
    """Store the conversation of a process. Raises Invalid where nobody could look at statements for the floor."""
    if moderated and not floor_of(body_of(process)).exists():
        raise Invalid(
            moderated=_(
                "Nobody here can be the second to look at statements: there is no delegate, and no affiliated"
                " organisation has an officer. Appoint one first, or show statements at once."
            )
        )
    return Conversation.objects.create(
        process=process,
        question=a_line(question, "question", longest=300),
        audience=Conversation.Audience(audience),
        by_code=by_code,
        moderated=moderated,
    )
