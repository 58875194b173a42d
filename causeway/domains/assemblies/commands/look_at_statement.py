"""Let a statement into a conversation, or keep it out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.conversation_policies import may_look_after_conversation
from causeway.domains.assemblies.conversation_standing import floor_of, runners_of, sides_of
from causeway.domains.assemblies.models import Look, Statement
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class LookAtStatement(Command[Statement]):
    """Say for one's side whether a statement comes in. It takes both sides to let it in, and both to keep it out.

    Where they differ it waits, and each reads what the other said and may decide anew. Whoever keeps a statement out
    says on which ground and why; the author reads it. After an appeal others decide, where there are others.
    """

    statement_id: UUID
    lets_in: bool
    ground: str = ""
    reason: str = ""


@performs(
    LookAtStatement,
    policy=may_look_after_conversation,
    says="looked at statement {number} of “{process}”",
    finds=locked(Statement, "statement_id"),
)
def look_at_statement(actor: Actor, command: LookAtStatement, statement: Statement) -> Done[Statement]:
    if statement.state != Statement.State.WAITING:
        raise Conflict(_("This statement was decided on a moment ago."))
    if is_over(statement.conversation):
        raise Conflict(_("The conversation is over."))
    side = side_to_look_for(actor, statement)
    Look.objects.update_or_create(
        statement=statement,
        side=side,
        after_appeal=bool(statement.appeal),
        defaults={
            "person_id": signed_in(actor),
            "lets_in": command.lets_in,
            "looked_on": clock.today(),
            **_grounds(command),
        },
    )
    statement.state = _decided(statement)
    statement.save(update_fields=["state"])
    return in_trail(statement.conversation.process, statement, number=str(statement.number))


def _grounds(command: LookAtStatement) -> dict[str, str]:
    if command.lets_in:
        return {"ground": "", "reason": ""}
    if command.ground not in Look.Ground.values:
        raise Invalid(ground=_("Say on which ground it is kept out."))
    return {"ground": command.ground, "reason": some_text(command.reason, "reason", longest=300)}


def side_to_look_for(actor: Actor, statement: Statement) -> Look.Side:
    """The side for which the actor decides on the statement now. Raises Conflict where somebody else must."""
    looks = list(statement.looks.all())
    person_id, appealed = signed_in(actor), bool(statement.appeal)
    now = [look for look in looks if look.after_appeal == appealed]
    taken = {look.side for look in now if look.person_id == person_id}
    sides = sides_of(actor, statement.conversation.process)
    side = next((side for side in Look.Side if side in sides and (side in taken or not taken)), None)
    if side is None:
        raise Conflict(_("You looked at it for one side. Somebody else must look at it for the other."))
    before = [look.person_id for look in looks if look.side == side and not look.after_appeal]
    if appealed and person_id in before and _others(statement, side, before):
        raise Conflict(_("You kept it out. After an appeal somebody else looks at it."))
    return side


def _others(statement: Statement, side: str, before: list[UUID | None]) -> bool:
    body = body_of(statement.conversation.process)
    terms = runners_of(body) if side == Look.Side.RUNS else floor_of(body)
    return terms.exclude(person_id__in=[one for one in before if one]).exists()


def _decided(statement: Statement) -> str:
    """In where both sides let it in, out where both keep it out; else it waits."""
    decided = Look.objects.filter(statement=statement, after_appeal=bool(statement.appeal))
    said = list(decided.values_list("lets_in", flat=True))
    if len(said) < len(Look.Side) or len(set(said)) > 1:
        return Statement.State.WAITING
    return Statement.State.IN if said[0] else Statement.State.OUT
