"""Leave a tip-off."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.commands.sealed_messages import add_message
from causeway.domains.services.models import TipOff, TipOffMessage
from causeway.domains.services.policies.tipoffs import may_leave_tip_off
from causeway.domains.services.threads import (
    FEWEST_HANDLERS,
    KEEP_DAYS,
    LONGEST_TEXT,
    digest_of,
    keys_in_use,
    plain_code,
    private_of,
)
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Conflict, Invalid, TooMany
from causeway.kernel.sealing import public_of

MOST_A_DAY = 50  # for each alliance; nothing is known by which one sender could be limited


@dataclass(frozen=True, kw_only=True)
class LeaveTipOff(Command[TipOff]):
    """Seal a text to the alliance's handlers. ``code`` is the return code that the page made for the source.

    Sent again with the same code, the text is added to the same thread: a second click loses nothing.
    """

    alliance_id: UUID
    text: str = field(repr=False)
    code: str = field(repr=False)


@performs(
    LeaveTipOff,
    policy=may_leave_tip_off,
    says="left a sealed tip-off",
    finds=found(Alliance, "alliance_id"),
    to_the_day=True,
)
def leave_tip_off(_actor: Actor, command: LeaveTipOff, alliance: Alliance) -> Done[TipOff]:
    require_text(command.text)
    if not plain_code(command.code):
        raise Invalid(_("This page is not complete. Go back to its beginning and start again."))
    keys = list(keys_in_use([alliance.pk]))
    if len(keys) < FEWEST_HANDLERS:
        raise Conflict(_("This alliance cannot take tip-offs yet: it needs two people who are ready to read them."))
    today = clock.today()
    if TipOff.objects.filter(alliance=alliance, received_on=today).count() >= MOST_A_DAY:
        raise TooMany(_("This alliance has taken in as many tip-offs today as it can. Come back tomorrow."))
    tip_off, _made = TipOff.objects.get_or_create(
        code_digest=digest_of(command.code),
        defaults={
            "alliance": alliance,
            "source_public": public_of(private_of(command.code)),
            "received_on": today,
            "waits_since": today,
            "keep_until": today + timedelta(days=KEEP_DAYS),
        },
    )
    if tip_off.alliance_id != alliance.pk:
        raise Conflict(_("This return code belongs to another tip-off. Go back to the beginning and start again."))
    add_message(tip_off, TipOffMessage.Kind.SOURCE, command.text, keys)
    return Done(tip_off, scope=alliance.pk)


def require_text(text: str) -> None:
    """Raise Invalid unless there is something to seal, and not too much."""
    if not text.strip():
        raise Invalid(text=_("Write something first."))
    if len(text) > LONGEST_TEXT:
        raise Invalid(text=_("This is too long. Keep to 10,000 characters; you can add more later with your code."))
    if "\0" in text:
        raise Invalid(text=_("The text holds a character that cannot be kept. Write it again without it."))
