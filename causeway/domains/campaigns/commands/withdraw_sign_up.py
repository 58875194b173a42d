"""Withdraw a sign-up."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.commands.confirm_sign_up import find_sign_up
from causeway.domains.campaigns.event_policies import holds_sign_up
from causeway.domains.campaigns.facts import PlaceFreed
from causeway.domains.campaigns.models import Event, SignUp
from causeway.domains.campaigns.places import move_up
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class WithdrawSignUp(Command[Event]):
    """Take a sign-up back: the row goes with all that it held, and who waits moves up."""

    sign_up_id: UUID


@performs(
    WithdrawSignUp,
    policy=holds_sign_up,
    says="withdrew a sign-up for the event “{event}”",
    finds=find_sign_up,
)
def withdraw_sign_up(_actor: Actor, _command: WithdrawSignUp, sign_up: SignUp) -> Done[Event]:
    event = sign_up.event
    sign_up.delete()
    return Done(
        event,
        events=[PlaceFreed(sign_up_id=moved.pk) for moved in move_up(event)],
        scope=event.campaign.alliance_id,
        about=event.pk,
        named={"event": event.title},
    )
