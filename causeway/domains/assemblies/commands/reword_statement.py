"""Reword a statement that was kept out."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.seeding import checked_statement
from causeway.domains.assemblies.conversation_policies import may_answer_for_statement
from causeway.domains.assemblies.models import Look, Statement
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RewordStatement(Command[Statement]):
    """Say it in another way. It waits again, as a new statement would; nobody has voted on the old words."""

    statement_id: UUID
    text: str = field(repr=False)


@performs(
    RewordStatement,
    policy=may_answer_for_statement,
    says="reworded a statement",
    finds=locked(Statement, "statement_id"),
    to_the_day=True,
)
def reword_statement(_actor: Actor, command: RewordStatement, statement: Statement) -> Done[Statement]:
    if statement.state != Statement.State.OUT:
        raise Conflict(_("Only a statement that was kept out can be said in another way: people vote on the others."))
    text, words = checked_statement(statement.conversation, command.text, "text", instead_of=statement)
    Look.objects.filter(statement=statement).delete()
    statement.text, statement.words, statement.appeal = text, words, ""
    statement.state = Statement.State.WAITING
    statement.save(update_fields=["text", "words", "appeal", "state"])
    return Done(statement)
