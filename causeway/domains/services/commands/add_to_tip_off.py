"""Add more to a tip-off."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.commands.leave_tip_off import require_text
from causeway.domains.services.commands.sealed_messages import add_message
from causeway.domains.services.models import TipOff, TipOffMessage
from causeway.domains.services.policies.tipoffs import may_follow_tip_off
from causeway.domains.services.threads import keys_in_use
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, TooMany

MOST_A_DAY = 20


@dataclass(frozen=True, kw_only=True)
class AddToTipOff(Command[None]):
    """Seal one more text of the source to the handlers of today."""

    tip_off_id: UUID
    text: str = field(repr=False)


@performs(
    AddToTipOff,
    policy=may_follow_tip_off,
    says="added to a sealed tip-off",
    finds=locked(TipOff, "tip_off_id"),
    to_the_day=True,
)
def add_to_tip_off(_actor: Actor, command: AddToTipOff, tip_off: TipOff) -> Done[None]:
    require_text(command.text)
    keys = list(keys_in_use([tip_off.alliance_id]))
    if not keys:
        raise Conflict(_("Nobody is ready to read tip-offs for this alliance at the moment. Try again in a few days."))
    today = clock.today()
    if tip_off.messages.filter(kind=TipOffMessage.Kind.SOURCE, sent_on=today).count() >= MOST_A_DAY:
        raise TooMany(_("You have written as often as is possible in one day. Come back tomorrow."))
    add_message(tip_off, TipOffMessage.Kind.SOURCE, command.text, keys)
    tip_off.waits_since = tip_off.waits_since or today
    tip_off.save(update_fields=["waits_since"])
    return Done(None, scope=tip_off.alliance_id)
