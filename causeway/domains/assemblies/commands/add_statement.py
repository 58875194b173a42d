"""Write a statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.seeding import store
from causeway.domains.assemblies.conversation_policies import may_add_statement
from causeway.domains.assemblies.conversation_standing import voice_of
from causeway.domains.assemblies.likeness import likest, plain_words
from causeway.domains.assemblies.models import Conversation, Statement
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

MOST_EACH = 20


@dataclass(frozen=True, kw_only=True)
class AddStatement(Command[Statement]):
    """Say one thing on which others vote. It is never shown who wrote it.

    ``differs``: the author has seen that there is one much like it, and says that this one says something else.
    """

    process_id: UUID
    text: str = field(repr=False)
    differs: bool = False


@performs(
    AddStatement,
    policy=may_add_statement,
    says="wrote a statement",
    finds=locked(Conversation, "process_id"),
    to_the_day=True,
)
def add_statement(actor: Actor, command: AddStatement, conversation: Conversation) -> Done[Statement]:
    voice = voice_of(actor, conversation)
    if conversation.statements.filter(author=voice).count() >= MOST_EACH:
        said = _("You wrote %(most)s statements. Leave room for others, and vote on theirs.")
        raise Invalid(text=said % {"most": MOST_EACH})
    if not command.differs:
        _say_what_is_alike(conversation, command.text)
    state = Statement.State.WAITING if conversation.moderated else Statement.State.IN
    return Done(store(conversation, command.text, field="text", state=state, author=voice))


def _say_what_is_alike(conversation: Conversation, text: str) -> None:
    """Raise Invalid where a statement that is shown says nearly the same; that it is the same, ``store`` finds."""
    words = plain_words(text)
    shown = dict(conversation.statements.filter(state=Statement.State.IN).values_list("words", "text"))
    alike = likest(words, shown)
    if alike and alike != words:
        said = _("There is one much like it: “%(text)s” If yours says something else, tick the box below.")
        raise Invalid(differs=said % {"text": shown[alike]})
