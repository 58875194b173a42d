"""Record that a service has closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.filled_in import line, web_address
from causeway.domains.services.models import Service
from causeway.domains.services.policies.register import may_tend_service
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class CloseService(Command[Service]):
    """The service has closed on that day; it stays in the register, with its history."""

    service_id: UUID
    closed_on: date | None = None
    source: str = ""
    source_url: str = ""


@performs(
    CloseService,
    policy=may_tend_service,
    says="recorded that the service “{service}” closed on {day}",
    finds=locked(Service, "service_id"),
)
def close_service(_actor: Actor, command: CloseService, service: Service) -> Done[Service]:
    if service.status == Service.Status.CLOSED:
        raise Conflict(_("This service is recorded as closed already."))
    closed_on = command.closed_on or clock.today()
    if closed_on > clock.today():
        raise Invalid(closed_on=_("A date to come is a threat, not a closure: record a threat instead."))
    service.status = Service.Status.CLOSED
    service.closed_on = closed_on
    service.source = line("source", command.source, longest=300) or service.source
    service.source_url = web_address("source_url", command.source_url) or service.source_url
    service.changed_at = clock.now()
    service.save()
    return Done(
        service,
        scope=service.alliance_id,
        about=service.pk,
        named={"service": service.name, "day": closed_on.isoformat()},
    )
