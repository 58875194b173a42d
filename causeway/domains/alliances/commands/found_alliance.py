"""Found an alliance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.placing import ask_for_place
from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Alliance, Office, Term
from causeway.domains.alliances.policies import may_found_alliance
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.slugs import free_slug


@dataclass(frozen=True, kw_only=True)
class FoundAlliance(Command[Alliance]):
    """Found an alliance; whoever does becomes its first coordinator.

    It stands under ``parent_id`` at once where the founder coordinates that one too; else it asks to.
    """

    name: str
    level: str = Alliance.Level.LOCAL
    parent_id: UUID | None = None
    about: str = ""
    area: str = ""


@performs(FoundAlliance, policy=may_found_alliance, says="founded the alliance “{alliance}”")
def found_alliance(actor: Actor, command: FoundAlliance, _subject: Any) -> Done[Alliance]:
    person_id = signed_in(actor)
    alliance = store(
        Alliance(
            name=command.name.strip(),
            slug=free_slug(Alliance, command.name),
            level=command.level,
            about=command.about,
            area=command.area,
            founded_on=clock.today(),
        )
    )
    office = Office.objects.create(alliance=alliance, title=_("Coordinator"), role=Office.Role.COORDINATOR)
    Term.objects.create(office=office, person_id=person_id, starts_on=clock.today())
    asked = [ask_for_place(actor, alliance, command.parent_id)] if command.parent_id else []
    return Done(
        alliance,
        events=[event for event in asked if event],
        scope=alliance.pk,
        about=alliance.pk,
        named={"alliance": alliance.name},
    )
