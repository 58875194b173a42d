"""Show an office on the public page, or hide it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Office
from causeway.domains.alliances.policies import may_show_office
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ShowOffice(Command[Office]):
    """Choose whether the body's public page shows this office."""

    office_id: UUID
    shown: bool


@performs(
    ShowOffice,
    policy=may_show_office,
    says="chose whether the page of “{body}” shows the office {title}",
    finds=locked(Office, "office_id"),
)
def show_office(_actor: Actor, command: ShowOffice, office: Office) -> Done[Office]:
    office.shown = command.shown
    office.save(update_fields=["shown"])
    body = body_of(office)
    return Done(office, scope=body.pk, about=office.pk, named={"title": office.title, "body": body.name})
