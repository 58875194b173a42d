"""Add a public service to an alliance's register."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance, Organisation
from causeway.domains.services.events import ServiceRegistered
from causeway.domains.services.filled_in import body_or_none, line, one_of, place, short_text, web_address
from causeway.domains.services.models import UNION_KINDS, PublicBody, Service
from causeway.domains.services.policies.register import may_register_service
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid
from causeway.kernel.slugs import free_slug


@dataclass(frozen=True, kw_only=True)
class ServiceFacts:
    """What the register says about a service; shared by adding and correcting it.

    A body is named by its identifier or by its name; one that the register does not know yet is added to it.
    """

    name: str
    reach: str = Service.Reach.UNIVERSAL
    about: str = ""
    provider_id: UUID | None = None
    provider_name: str = ""
    commissioner_id: UUID | None = None
    commissioner_name: str = ""
    used_by: str = ""
    worked_in_by: str = ""
    union_ids: tuple[UUID, ...] = ()
    area: str = ""
    latitude: float | None = None
    longitude: float | None = None
    website: str = ""
    source: str = ""
    source_url: str = ""


@dataclass(frozen=True, kw_only=True)
class RegisterService(ServiceFacts, Command[Service]):
    """Add a service, with what is known of it."""

    alliance_id: UUID


@performs(
    RegisterService,
    policy=may_register_service,
    says="added the service “{service}” to the register",
    finds=found(Alliance, "alliance_id"),
)
def register_service(_actor: Actor, command: RegisterService, alliance: Alliance) -> Done[Service]:
    service = Service(alliance=alliance, added_on=clock.today())
    fill_in(service, command)
    service.slug = free_slug(Service, service.name)
    service.save()
    service.unions.set(chosen_unions(command))
    return Done(
        service,
        events=[ServiceRegistered(service_id=service.pk, alliance_id=alliance.pk)],
        scope=alliance.pk,
        about=service.pk,
        named={"service": service.name},
    )


def fill_in(service: Service, facts: ServiceFacts) -> None:
    """Check the facts and put them on the row; does not save it."""
    service.name = short_text("name", facts.name)
    service.reach = one_of("reach", facts.reach, Service.Reach)
    service.about = facts.about.strip()
    service.provider = body_named("provider_name", facts.provider_id, facts.provider_name)
    service.commissioner = body_named("commissioner_name", facts.commissioner_id, facts.commissioner_name)
    service.used_by = line("used_by", facts.used_by, longest=200)
    service.worked_in_by = line("worked_in_by", facts.worked_in_by, longest=200)
    service.area = line("area", facts.area, longest=120)
    service.latitude, service.longitude = place(facts.latitude, facts.longitude)
    service.website = web_address("website", facts.website)
    service.source = line("source", facts.source, longest=300)
    service.source_url = web_address("source_url", facts.source_url)
    service.changed_at = clock.now()


def body_named(field: str, body_id: UUID | None, name: str) -> PublicBody | None:
    """The body that the facts name; one that nobody entered yet is added."""
    if body_id or not name.strip():
        return body_or_none(field, body_id)
    tidy = short_text(field, name)
    known = PublicBody.objects.select_related("merged_into").filter(name__iexact=tidy)
    body = known.order_by(F("merged_into").desc(nulls_first=True)).first()
    if body is None:
        return PublicBody.objects.create(name=tidy, slug=free_slug(PublicBody, tidy), kind=PublicBody.Kind.OTHER)
    return body.merged_into or body


def chosen_unions(facts: ServiceFacts) -> list[Organisation]:
    """The unions that organise there; each must be one."""
    unions = list(Organisation.objects.filter(pk__in=facts.union_ids, kind__in=UNION_KINDS))
    if len(unions) < len(set(facts.union_ids)):
        raise Invalid(union_ids=_("Choose unions and union branches from the list."))
    return unions
