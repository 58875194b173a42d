"""Open a tip-off."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from causeway.domains.services.models import ReleaseProposal, SealedCopy, TipOff, TipOffMessage
from causeway.domains.services.policies.tipoffs import may_handle_tip_off
from causeway.domains.services.queries.tipoffs import messages_of
from causeway.domains.services.threads import opened
from causeway.domains.services.unlocking import key_of, unlocked
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True)
class OpenedMessage:
    """One message with its text; ``text`` is None where it was not sealed to this handler."""

    kind: str
    label: str
    sent_on: date
    writer: str
    text: str | None = field(repr=False)
    proposal: ReleaseProposal | None = None
    is_mine: bool = False


@dataclass(frozen=True, kw_only=True)
class OpenTipOff(Command[list[OpenedMessage]]):
    """Open a thread with one's passphrase. What is opened is given back, and kept nowhere."""

    tip_off_id: UUID
    passphrase: str = field(repr=False)


@performs(
    OpenTipOff,
    policy=may_handle_tip_off,
    says="opened a tip-off",
    finds=found(TipOff, "tip_off_id"),
    to_the_day=True,
)
def open_tip_off(actor: Actor, command: OpenTipOff, tip_off: TipOff) -> Done[list[OpenedMessage]]:
    key = key_of(actor, tip_off.alliance_id)
    private = unlocked(key, command.passphrase)
    copies = SealedCopy.objects.filter(key=key, message__tip_off=tip_off).select_related("message")
    texts = {copy.message_id: opened(copy, private) for copy in copies}
    thread = [_opened(message, texts.get(message.pk), actor) for message in messages_of(tip_off)]
    return Done(thread, scope=tip_off.alliance_id)


def _opened(message: TipOffMessage, text: str | None, actor: Actor) -> OpenedMessage:
    mine = message.written_by_id is not None and message.written_by_id == person_of(actor)
    return OpenedMessage(
        kind=message.kind,
        label=message.get_kind_display(),
        sent_on=message.sent_on,
        writer=str(message.written_by) if message.written_by else "",
        text=text,
        proposal=getattr(message, "proposal", None),
        is_mine=mine,
    )
