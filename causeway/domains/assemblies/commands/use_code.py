"""Get a voice with a code from a sheet of paper or a screen."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.voicing import checked_section
from causeway.domains.assemblies.conversation_policies import may_use_code
from causeway.domains.assemblies.conversation_standing import index_of_code, voice_of
from causeway.domains.assemblies.models import Code, Voice
from causeway.domains.assemblies.receipts import plain_receipt
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

INDEX_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class UseCode(Command[Voice]):
    """Turn a code into a voice, once. The voice belongs to the browser that used the code, and to nobody known.

    ``section``: the one that they choose to say they speak from, or none.
    """

    code: str = field(repr=False)
    section: str = ""


def code_to_use(command: UseCode) -> Code:
    """The code, locked so that of two browsers with the same code one gets the voice. Raises Invalid."""
    rows = Code.objects.select_for_update(of=("self",)).select_related("sheet__conversation__process")
    found = rows.filter(code_index=index_of_code(plain_receipt(command.code))).first()
    if found is None:
        raise Invalid(code=_("There is no such code. Look at it again, letter by letter."))
    return found


@performs(UseCode, policy=may_use_code, says="used a code", finds=code_to_use, to_the_day=True)
def use_code(actor: Actor, command: UseCode, code: Code) -> Done[Voice]:
    conversation = code.sheet.conversation
    if voice_of(actor, conversation) is not None:
        raise Invalid(code=_("You have a voice in this conversation already. Give this code to somebody who has none."))
    if code.used:
        raise Invalid(
            code=_("This code was used. It gives one voice, in the browser in which it was used: go on there.")
        )
    voice = Voice(
        conversation=conversation,
        holder_index=secrets.token_bytes(INDEX_BYTES),
        by_code=True,
        section=checked_section(actor, conversation, command.section),
    )
    code.used = True
    return Done(voice, rows=[voice], updates=[(code, ("used",))])
