"""Appeal against a statement's being kept out."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_policies import may_answer_for_statement
from causeway.domains.assemblies.models import Statement
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AppealForStatement(Command[Statement]):
    """Say once why a statement should be let in. Both sides look at it again: other people, where there are any."""

    statement_id: UUID
    appeal: str = field(repr=False)


@performs(
    AppealForStatement,
    policy=may_answer_for_statement,
    says="appealed for a statement",
    finds=locked(Statement, "statement_id"),
    to_the_day=True,
)
def appeal_for_statement(_actor: Actor, command: AppealForStatement, statement: Statement) -> Done[Statement]:
    if statement.state != Statement.State.OUT:
        raise Conflict(_("This statement is not kept out."))
    if statement.appeal:
        raise Conflict(_("You appealed once, and others looked at it. You can still say it in another way."))
    statement.appeal = some_text(command.appeal, "appeal", longest=500)
    statement.state = Statement.State.WAITING
    statement.save(update_fields=["appeal", "state"])
    return Done(statement)
