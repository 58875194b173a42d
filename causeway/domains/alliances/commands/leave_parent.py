"""Take an alliance out of the larger one that it stands under."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.policies import may_place_alliance
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class LeaveParent(Command[Alliance]):
    """Take an alliance out from under its larger one. It keeps its page, its organisations and its history."""

    child_id: UUID


@performs(
    LeaveParent,
    policy=may_place_alliance,
    says="took “{child}” out of “{parent}”",
    finds=locked(Alliance, "child_id"),
)
def leave_parent(_actor: Actor, _command: LeaveParent, child: Alliance) -> Done[Alliance]:
    parent = child.parent
    if parent is None:
        raise Conflict(_("It stands under no other alliance."))
    child.parent = None
    child.save(update_fields=["parent"])
    return Done(child, scope=child.pk, about=parent.pk, named={"child": child.name, "parent": parent.name})
