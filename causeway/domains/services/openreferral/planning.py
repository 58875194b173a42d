"""What taking a feed in would add and change here. Reads only; the command ``TakeInImport`` writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from causeway.domains.services.models import PublicBody, Service

PLAIN = ("name", "about", "website", "area", "latitude", "longitude", "used_by", "worked_in_by", "reach")
WORDS = {
    "name": _("name"),
    "about": _("what it does"),
    "website": _("website"),
    "area": _("area"),
    "latitude": _("latitude"),
    "longitude": _("longitude"),
    "used_by": _("who uses it"),
    "worked_in_by": _("who works in it"),
    "reach": _("reach"),
    "provider": _("provider"),
    "status": _("open or closed"),
}
BATCH = 5_000


@dataclass(frozen=True)
class Change:
    """A service that is here already and would change; ``fields`` names what."""

    service: Service
    item: dict[str, Any]
    fields: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """What changes, for people."""
        return ", ".join(str(WORDS[name]) for name in self.fields)


@dataclass
class Plan:
    """What would happen: new items, changes, how many stay as they are, and which bodies the feed's are here."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    bodies: dict[str, PublicBody] = field(default_factory=dict)
    new_bodies: list[dict[str, Any]] = field(default_factory=list)


def plan_for(alliance_id: UUID, items: dict[str, Any]) -> Plan:
    """Compare the items that were read with what the alliance's register says now."""
    plan = Plan()
    _match_bodies(items["bodies"], plan)
    for batch in _batches(list(items["services"].values())):
        ids = [UUID(item["id"]) for item in batch]
        mine = Service.objects.filter(alliance_id=alliance_id).defer("search")
        known = {str(s.external_id): s for s in mine.filter(external_id__in=ids)}
        known |= {str(s.pk): s for s in mine.filter(pk__in=ids)}
        for item in batch:
            _compare(item, known.get(item["id"]), plan)
    return plan


def _compare(item: dict[str, Any], service: Service | None, plan: Plan) -> None:
    if service is None:
        plan.new.append(item)
        return
    fields = [name for name in PLAIN if name in item and getattr(service, name) != item[name]]
    body = plan.bodies.get(item.get("body", ""))
    if item.get("body") and (body is None or body.pk != service.provider_id) and _body_is_known(item, plan):
        fields.append("provider")
    if item["closed"] != (service.status == Service.Status.CLOSED):
        fields.append("status")
    if fields:
        plan.changes.append(Change(service, item, tuple(fields)))
    else:
        plan.unchanged += 1


def _body_is_known(item: dict[str, Any], plan: Plan) -> bool:
    return item["body"] in plan.bodies or any(body["id"] == item["body"] for body in plan.new_bodies)


def _match_bodies(read: dict[str, dict[str, Any]], plan: Plan) -> None:
    for batch in _batches(list(read.values())):
        ids = [UUID(body["id"]) for body in batch]
        names = [body["name"] for body in batch]
        numbers = [body["number"] for body in batch if body["number"]]
        found = PublicBody.objects.select_related("merged_into").filter(
            Q(pk__in=ids) | Q(external_id__in=ids) | Q(name__in=names) | Q(identifier__in=numbers)
        )
        by_key: dict[tuple[str, str], PublicBody] = {}
        for body in found:
            stays = body.merged_into or body
            by_key[("id", str(body.pk))] = by_key[("id", str(body.external_id))] = by_key[("name", body.name)] = stays
            if body.identifier:
                by_key[(body.identifier_scheme, body.identifier)] = stays
        for one in batch:
            keys = (("id", one["id"]), (one["scheme"], one["number"]), ("name", one["name"]))
            match = next((by_key[key] for key in keys if key in by_key and key[1]), None)
            if match is None:
                plan.new_bodies.append(one)
            else:
                plan.bodies[one["id"]] = match


def _batches(items: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))
