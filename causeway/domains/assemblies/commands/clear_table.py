"""Take a table away that was laid by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.conversation_policies import may_look_after_conversation
from causeway.domains.assemblies.models import Table
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ClearTable(Command[None]):
    """Remove a table and its hands, as long as none of them was confirmed."""

    table_id: UUID


@performs(
    ClearTable,
    policy=may_look_after_conversation,
    says="took the table “{table}” out of “{process}”",
    finds=locked(Table, "table_id"),
)
def clear_table(_actor: Actor, _command: ClearTable, table: Table) -> Done[None]:
    if is_over(table.conversation):
        raise Conflict(_("The conversation is over."))
    if table.counts.filter(confirmed_by__isnull=False).exists():
        raise Conflict(_("Hands of this table were confirmed. They count, so the table stays."))
    process, name = table.conversation.process, table.name
    table.delete()
    return in_trail(process, None, table=name)
