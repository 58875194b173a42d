"""Record which organisation of its users runs a service."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.services.models import Service
from causeway.domains.services.policies.register import may_say_who_runs
from causeway.domains.services.queries.register import users_organisations
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class SayWhoRunsService(Command[Service]):
    """An affiliated organisation of its users runs the service, and decides on it; or none does any more."""

    service_id: UUID
    organisation_id: UUID | None


@performs(
    SayWhoRunsService,
    policy=may_say_who_runs,
    says="recorded who runs the service “{service}”: {organisation}",
    finds=locked(Service, "service_id"),
)
def say_who_runs_service(_actor: Actor, command: SayWhoRunsService, service: Service) -> Done[Service]:
    service.run_by = chosen(command, service)
    service.changed_at = clock.now()
    service.save(update_fields=["run_by", "changed_at"])
    organisation = service.run_by.name if service.run_by else "no organisation of its users"
    named = {"service": service.name, "organisation": organisation}
    return Done(service, scope=service.alliance_id, about=service.pk, named=named)


def chosen(command: SayWhoRunsService, service: Service) -> Organisation | None:
    """The organisation that the command names. Raises Invalid where it is none of users in the alliance."""
    if command.organisation_id is None:
        return None
    fitting = {one.pk: one for one in users_organisations(service)}
    if command.organisation_id not in fitting:
        raise Invalid(organisation_id=_("Choose an organisation of service users that is affiliated here."))
    return fitting[command.organisation_id]
