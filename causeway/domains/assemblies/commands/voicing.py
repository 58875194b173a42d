"""What every voice begins with."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_standing import sections_to_declare
from causeway.domains.assemblies.models import Conversation
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Invalid


def checked_section(actor: Actor, conversation: Conversation, section: str) -> str:
    """The section that somebody speaks from, or "". Raises Invalid for one that is not theirs."""
    if section and section not in dict(sections_to_declare(actor, conversation.process)):
        raise Invalid(section=_("You belong to no organisation in this section. Choose another, or none."))
    return section
