"""Type in a show of hands at a table."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_course import is_going_on
from causeway.domains.assemblies.conversation_policies import may_look_after_conversation
from causeway.domains.assemblies.models import Statement, Table, TableCount
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid, Missing


@dataclass(frozen=True, kw_only=True)
class TypeInTable(Command[TableCount]):
    """How many at a table agreed, disagreed and passed. It counts once somebody else has confirmed it.

    Typed in again, it waits to be confirmed again.
    """

    table_id: UUID
    statement_id: UUID
    agreed: int
    disagreed: int
    passed: int


@performs(
    TypeInTable,
    policy=may_look_after_conversation,
    says="typed in the hands of the table “{table}” in “{process}”",
    finds=locked(Table, "table_id"),
)
def type_in_table(actor: Actor, command: TypeInTable, table: Table) -> Done[TableCount]:
    conversation = table.conversation
    if not is_going_on(conversation):
        raise Conflict(_("The conversation is not open now."))
    statement = Statement.objects.filter(pk=command.statement_id, conversation=conversation).first()
    if statement is None or statement.state != Statement.State.IN:
        raise Missing
    hands = {"agreed": command.agreed, "disagreed": command.disagreed, "passed": command.passed}
    if min(hands.values()) < 0 or not 1 <= sum(hands.values()) <= table.people:
        said = _("At this table sit %(people)s. Give at most that many hands in all, and at least one.")
        raise Invalid(agreed=said % {"people": table.people})
    count, _new = TableCount.objects.update_or_create(
        table=table,
        statement=statement,
        defaults={**hands, "typed_by_id": signed_in(actor), "confirmed_by": None, "confirmed_on": None},
    )
    return in_trail(conversation.process, count, table=table.name)
