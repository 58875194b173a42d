"""Confirm the hands of a table that somebody else typed in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_counts import hands_to_confirm, written_out
from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.conversation_policies import may_look_after_conversation
from causeway.domains.assemblies.models import Table
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ConfirmTable(Command[int]):
    """Say that what others typed in for a table is what the hands showed. From now on it counts.

    ``seen`` is what was shown to whoever confirms (``written_out``), for were it changed since, they would not have
    read it.
    """

    table_id: UUID
    seen: str


@performs(
    ConfirmTable,
    policy=may_look_after_conversation,
    says="confirmed the hands of the table “{table}” in “{process}”",
    finds=locked(Table, "table_id"),
)
def confirm_table(actor: Actor, command: ConfirmTable, table: Table) -> Done[int]:
    if is_over(table.conversation):
        raise Conflict(_("The conversation is over."))
    person_id = signed_in(actor)
    waiting = hands_to_confirm(table, person_id)
    if not waiting:
        raise Conflict(_("Nothing waits for you here: whoever typed the hands in cannot confirm them."))
    if written_out(waiting) != command.seen:
        raise Conflict(_("Somebody typed in other numbers a moment ago. Read them again before you confirm."))
    confirmed = table.counts.filter(pk__in=[count.pk for count in waiting]).update(
        confirmed_by_id=person_id, confirmed_on=clock.today()
    )
    return in_trail(table.conversation.process, confirmed, table=table.name)
