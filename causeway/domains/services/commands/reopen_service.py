"""Record that a service is open, after it was recorded as closed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import Service
from causeway.domains.services.policies.register import may_tend_service
from causeway.domains.services.status import status_by_threats
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ReopenService(Command[Service]):
    """The service is open again, or was closed here by mistake."""

    service_id: UUID


@performs(
    ReopenService,
    policy=may_tend_service,
    says="recorded that the service “{service}” is open",
    finds=locked(Service, "service_id"),
)
def reopen_service(_actor: Actor, _command: ReopenService, service: Service) -> Done[Service]:
    if service.status != Service.Status.CLOSED:
        raise Conflict(_("This service is not recorded as closed."))
    service.closed_on = None
    service.status = status_by_threats(service)
    service.changed_at = clock.now()
    service.save()
    return Done(service, scope=service.alliance_id, about=service.pk, named={"service": service.name})
