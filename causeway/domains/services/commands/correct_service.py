"""Correct what the register says about a service."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.services.commands.register_service import ServiceFacts, chosen_unions, fill_in
from causeway.domains.services.models import Service
from causeway.domains.services.policies.register import may_tend_service
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class CorrectService(ServiceFacts, Command[Service]):
    """Replace the facts about a service; its address and its status stay."""

    service_id: UUID


@performs(
    CorrectService,
    policy=may_tend_service,
    says="corrected the service “{service}”",
    finds=locked(Service, "service_id"),
)
def correct_service(_actor: Actor, command: CorrectService, service: Service) -> Done[Service]:
    fill_in(service, command)
    service.save()
    service.unions.set(chosen_unions(command))
    return Done(service, scope=service.alliance_id, about=service.pk, named={"service": service.name})
