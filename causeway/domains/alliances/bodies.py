"""Bodies: alliances and organisations, where one thing concerns either."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from causeway.domains.alliances.models import Alliance, Office, Organisation
from causeway.kernel.errors import Missing

Body = Alliance | Organisation

ROLES_IN_ALLIANCES = frozenset({Office.Role.COORDINATOR, Office.Role.DELEGATE, Office.Role.HANDLER})
ROLES_IN_ORGANISATIONS = frozenset({Office.Role.OFFICER, Office.Role.DELEGATE})


def find_body(command: Any) -> Body:
    """The alliance or the organisation that ``command.body_id`` names, locked until the change is stored."""
    body_id: UUID = command.body_id
    alliance = Alliance.objects.select_for_update(no_key=True).filter(pk=body_id).first()
    body = alliance or Organisation.objects.select_for_update(no_key=True).filter(pk=body_id).first()
    if body is None:
        raise Missing
    return body


def body_with(body_id: UUID) -> Body | None:
    """The alliance or the organisation with that identifier, if there is one."""
    return Alliance.objects.filter(pk=body_id).first() or Organisation.objects.filter(pk=body_id).first()


def owner(body: Body) -> dict[str, Any]:
    """The field by which a row belongs to a body, with the body."""
    return {"alliance": body} if isinstance(body, Alliance) else {"organisation": body}


def roles_in(body: Body) -> frozenset[Office.Role]:
    """The roles that an office of this body may have."""
    return ROLES_IN_ALLIANCES if isinstance(body, Alliance) else ROLES_IN_ORGANISATIONS


def body_of(row: Any) -> Body:
    """The body to which an office or a meeting belongs."""
    body: Body = row.alliance or row.organisation
    return body
