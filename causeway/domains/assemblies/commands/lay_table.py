"""Lay a table at a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.conversation_policies import may_look_after_conversation
from causeway.domains.assemblies.models import Conversation, Table
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_PEOPLE = 300
MOST_TABLES = 200


@dataclass(frozen=True, kw_only=True)
class LayTable(Command[Table]):
    """Note a table of a meeting, and how many people at it vote by show of hands. Those with a code do not count."""

    process_id: UUID
    name: str
    people: int


@performs(
    LayTable,
    policy=may_look_after_conversation,
    says="laid the table “{table}” in “{process}”",
    finds=locked(Conversation, "process_id"),
)
def lay_table(_actor: Actor, command: LayTable, conversation: Conversation) -> Done[Table]:
    if is_over(conversation):
        raise Conflict(_("The conversation is over."))
    name = a_line(command.name, "name", longest=60)
    tables = Table.objects.filter(conversation=conversation)
    if tables.filter(name__iexact=name).exists():
        raise Invalid(name=_("There is a table of this name already."))
    if tables.count() >= MOST_TABLES:
        raise Invalid(name=_("There are as many tables as a conversation can hold."))
    if not 1 <= command.people <= MOST_PEOPLE:
        raise Invalid(people=_("Give a number from 1 to %(most)s.") % {"most": MOST_PEOPLE})
    table = Table.objects.create(conversation=conversation, name=name, people=command.people)
    return in_trail(conversation.process, table, table=name)
