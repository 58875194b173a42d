"""Take a feed that was read into the register."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from django.utils.text import slugify
from django.utils.translation import gettext as _

from causeway.domains.services.events import ServicesAccepted
from causeway.domains.services.models import PublicBody, Service, ServiceImport
from causeway.domains.services.openreferral.planning import PLAIN, Change, Plan, plan_for
from causeway.domains.services.policies.register import may_decide_import
from causeway.domains.services.status import status_by_threats
from causeway.kernel import clock
from causeway.kernel.actors import Actor, System
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

BATCH = 1_000
AT_ONCE = 2_000  # services; more are taken in by a job
COUNTS = ("added", "changed", "unchanged", "services_read", "services_taken")
PART = 5_000  # services that the job takes in in one transaction


@dataclass(frozen=True, kw_only=True)
class TakeInServices(Command[ServiceImport]):
    """Add what is new and change what differs; doing it again with the same feed changes nothing.

    A large directory is only accepted at first; then each performance, by the job, takes in the next ``PART`` services,
    and the reading stays ``taking`` until the last.
    """

    reading_id: UUID


@performs(
    TakeInServices,
    policy=may_decide_import,
    says="took in services from “{source}”: {added} added, {changed} changed",
    finds=locked(ServiceImport, "reading_id"),
)
def take_in_services(actor: Actor, _command: TakeInServices, reading: ServiceImport) -> Done[ServiceImport]:
    is_job_at_it = reading.state == ServiceImport.State.TAKING and isinstance(actor, System)
    if reading.state != ServiceImport.State.WAITING and not is_job_at_it:
        raise Conflict(_("This feed was decided on already."))
    events = []
    if reading.state == ServiceImport.State.WAITING:
        reading.added = reading.changed = reading.unchanged = 0
        reading.services_read = len(reading.items["services"])
        if reading.services_read > AT_ONCE:
            reading.state = ServiceImport.State.TAKING
            events.append(ServicesAccepted(reading_id=reading.pk))
    if is_job_at_it or not events:
        _take_next(reading)
    reading.save(update_fields=[*COUNTS, "state", *(["items"] if not reading.items else [])])
    named = {"source": reading.source, "added": str(reading.added), "changed": str(reading.changed)}
    return Done(reading, events=events, scope=reading.alliance_id, about=reading.pk, named=named)


def _take_next(reading: ServiceImport) -> None:
    """Take in the next part, with the bodies that it names; the last part with all that are left."""
    services, bodies = reading.items["services"], reading.items["bodies"]
    upto = reading.services_taken + PART
    part = dict(islice(services.items(), reading.services_taken, upto))
    if upto < len(services):
        named = {item.get("body") for item in part.values()}
        bodies = {key: body for key, body in bodies.items() if key in named}
    plan = plan_for(reading.alliance_id, {"services": part, "bodies": bodies})
    _add_bodies(plan)
    _add_services(reading, plan)
    _change_services(reading, plan)
    reading.added += len(plan.new)
    reading.changed += len(plan.changes)
    reading.unchanged += plan.unchanged
    reading.services_taken += len(part)
    if reading.services_taken >= len(services):
        reading.state, reading.items = ServiceImport.State.DONE, {}


def _add_bodies(plan: Plan) -> None:
    made: dict[str, PublicBody] = {}
    for item in plan.new_bodies:
        key = item["name"]
        if key not in made:
            made[key] = PublicBody(
                name=item["name"],
                slug=_slug(item["name"]),
                kind=_kind_of(item),
                about=item["about"],
                website=item["website"],
                identifier_scheme=item["scheme"],
                identifier=item["number"],
                external_id=UUID(item["id"]),
            )
        plan.bodies[item["id"]] = made[key]
    PublicBody.objects.bulk_create(made.values(), batch_size=BATCH)


def _kind_of(item: dict[str, Any]) -> str:
    """A first guess, which people can correct."""
    name = item["name"].lower()
    if "council" in name:
        return PublicBody.Kind.COUNCIL
    if "nhs" in name.split():
        return PublicBody.Kind.NHS
    by_scheme = {"GB-COH": PublicBody.Kind.COMPANY, "GB-CHC": PublicBody.Kind.CHARITY, "GB-SC": PublicBody.Kind.CHARITY}
    return by_scheme.get(item["scheme"], PublicBody.Kind.OTHER)


def _add_services(reading: ServiceImport, plan: Plan) -> None:
    today, now = clock.today(), clock.now()
    added = [
        Service(
            alliance_id=reading.alliance_id,
            slug=_slug(item["name"]),
            reach=item.get("reach") or item.get("new_reach") or Service.Reach.UNIVERSAL,
            status=Service.Status.CLOSED if item["closed"] else Service.Status.OPEN,
            provider=plan.bodies.get(item.get("body", "")),
            external_id=UUID(item["id"]),
            imported_from=reading,
            source=reading.source[:300],
            added_on=today,
            changed_at=now,
            **{name: item[name] for name in PLAIN if name in item and name != "reach"},
        )
        for item in plan.new
    ]
    Service.objects.bulk_create(added, batch_size=BATCH)


def _change_services(reading: ServiceImport, plan: Plan) -> None:
    for change in plan.changes:
        _put_on(change, plan)
        change.service.imported_from = reading
        change.service.changed_at = clock.now()
    fields = [*PLAIN, "provider", "status", "imported_from", "changed_at"]
    Service.objects.bulk_update([change.service for change in plan.changes], fields, batch_size=BATCH)


def _put_on(change: Change, plan: Plan) -> None:
    service, item = change.service, change.item
    for name in change.fields:
        if name == "provider":
            service.provider = plan.bodies[item["body"]]
        elif name == "status":
            service.status = Service.Status.CLOSED if item["closed"] else status_by_threats(service)
        else:
            setattr(service, name, item[name])


def _slug(name: str) -> str:
    """An address that needs no look at the others: thousands are added at once."""
    root = slugify(name)[:60].strip("-") or "service"
    return f"{root}-{uuid.uuid4().hex[:12]}"
