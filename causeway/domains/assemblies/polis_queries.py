"""Reads of exports that were brought in from Polis."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from causeway.domains.assemblies.bodies import KINDS, Body, runs_body
from causeway.domains.assemblies.models import PolisImport
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing

UNDECIDED = (PolisImport.State.QUEUED, PolisImport.State.WAITING)


def imports_of(actor: Actor, body: Body) -> list[PolisImport]:
    """What was brought for this body and is not decided on, for those who run it."""
    rows = PolisImport.objects.filter(body_id=body.pk, state__in=UNDECIDED).defer("files", "found")
    return list(rows) if runs_body(actor, body) else []


def import_at(actor: Actor, import_id: UUID) -> PolisImport:
    """What was brought, with its body, for those who run that. Raises Missing."""
    found = PolisImport.objects.filter(pk=import_id).select_related("process").defer("files").first()
    if found is None or not runs_body(actor, body_for(found)):
        raise Missing
    return found


def body_for(brought: PolisImport) -> Body:
    """The body for which it was brought. Raises Missing where it is gone."""
    for kind in KINDS:
        body: Body | None = kind.model._default_manager.filter(pk=brought.body_id).first()  # type: ignore[assignment]
        if body is not None:
            return body
    raise Missing


def imports_to_put_aside(brought_before: datetime) -> list[UUID]:
    """What nobody has decided on since then, for the job that lets go of it."""
    rows = PolisImport.objects.filter(state__in=UNDECIDED, brought_at__lt=brought_before)
    return list(rows.values_list("pk", flat=True))
