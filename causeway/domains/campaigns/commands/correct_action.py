"""Correct the record of an action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import (
    Action,
    ActionCorrection,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.recording import action_fields, hosts_of
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class CorrectAction(Command[Action]):
    """Give the whole record anew, with the reason; what stood there before stays to be read."""

    action_id: UUID
    why: str
    kind: str
    title: str
    starts_on: date
    ends_on: date | None = None
    about: str = ""
    host_ids: tuple[UUID, ...] = ()
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    turnout: int | None = None
    turnout_how: str = ""
    gained: str = ""
    links: tuple[str, ...] = ()


@performs(
    CorrectAction,
    policy=may_run_campaign,
    says="corrected the record of an action of the campaign “{campaign}”: {action}",
    finds=locked(Action, "action_id"),
)
def correct_action(_actor: Actor, command: CorrectAction, action: Action) -> Done[Action]:
    why = some_text(command.why, "why", longest=300)
    fields, hosts = action_fields(command), hosts_of(command.host_ids)
    was = {name: _as_text(action, name) for name, value in fields.items() if getattr(action, name) != value}
    before = sorted(host.name for host in action.hosts.all())
    if before != sorted(host.name for host in hosts):
        was["hosts"] = ", ".join(before)
    if not was:
        raise Invalid(_("Nothing is different from what stands there already."))
    for name, value in fields.items():
        setattr(action, name, value)
    action.save()
    action.hosts.set(hosts)
    ActionCorrection.objects.create(action=action, on=clock.today(), why=why, was=was)
    return in_trail(action.campaign, action, about=action.pk, action=action.title)


def _as_text(action: Action, name: str) -> str:
    """A field's value in words, as the page showed it."""
    shown = getattr(action, f"get_{name}_display", None)
    value = shown() if shown else getattr(action, name)
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)
