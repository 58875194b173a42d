"""Edit what an alliance says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.policies import may_keep_page
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class EditAlliance(Command[Alliance]):
    """Change an alliance's name, area and text. Its address stays, so that links keep working."""

    body_id: UUID
    name: str
    about: str = ""
    area: str = ""


@performs(
    EditAlliance,
    policy=may_keep_page,
    says="edited the page of “{alliance}”",
    finds=locked(Alliance, "body_id"),
)
def edit_alliance(_actor: Actor, command: EditAlliance, alliance: Alliance) -> Done[Alliance]:
    alliance.name = command.name.strip()
    alliance.about = command.about
    alliance.area = command.area
    store(alliance)
    return Done(alliance, scope=alliance.pk, about=alliance.pk, named={"alliance": alliance.name})
