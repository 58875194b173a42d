"""Make codes that give a voice."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.conversation_policies import may_run_conversation
from causeway.domains.assemblies.conversation_standing import index_of_code
from causeway.domains.assemblies.models import Code, CodeSheet, Conversation
from causeway.domains.assemblies.receipts import new_receipt, plain_receipt
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_AT_ONCE = 200
MOST_IN_ALL = 5_000


@dataclass(frozen=True, kw_only=True)
class MakeCodes(Command[list[str]]):
    """Make codes for people without an account, one voice each. They are shown this once, to be printed or projected.

    How many were made and used stands on the page of the conversation, so that everybody can compare it with the room.
    """

    process_id: UUID
    label: str
    number: int


@performs(
    MakeCodes,
    policy=may_run_conversation,
    says="made {number} codes for “{process}”",
    finds=locked(Conversation, "process_id"),
)
def make_codes(_actor: Actor, command: MakeCodes, conversation: Conversation) -> Done[list[str]]:
    if not conversation.by_code:
        raise Conflict(_("This conversation takes no codes."))
    if is_over(conversation):
        raise Conflict(_("The conversation is over."))
    if not 1 <= command.number <= MOST_AT_ONCE:
        raise Invalid(number=_("Make from 1 to %(most)s codes at once.") % {"most": MOST_AT_ONCE})
    made = conversation.code_sheets.aggregate(sum=Sum("made"))["sum"] or 0
    if made + command.number > MOST_IN_ALL:
        raise Invalid(number=_("A conversation takes at most %(most)s codes in all.") % {"most": MOST_IN_ALL})
    sheet = CodeSheet.objects.create(
        conversation=conversation,
        label=a_line(command.label, "label", longest=80),
        made=command.number,
        made_on=clock.today(),
    )
    codes = [new_receipt() for _number in range(command.number)]
    Code.objects.bulk_create(Code(sheet=sheet, code_index=index_of_code(plain_receipt(code))) for code in codes)
    return in_trail(conversation.process, codes, number=str(command.number))
