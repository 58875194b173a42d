"""This room's objects, made with the real commands for the scene of named people."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from causeway.domains.services.commands.close_service import CloseService
from causeway.domains.services.commands.close_threat import CloseThreat
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.read_services_feed import ReadServicesFeed
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_public_body import RegisterPublicBody
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.models import PublicBody, Service, ServiceImport, Threat
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.scenes import Scene


def council(scene: Scene) -> PublicBody:
    """Westbury Council."""
    body: PublicBody = scene.once(
        "council",
        lambda: perform(scene.actor("coordinator"), RegisterPublicBody(name="Westbury Council", kind="council")),
    )
    return body


def centre(scene: Scene) -> Service:
    """The day centre in the register of the Westbury alliance."""
    service: Service = scene.once(
        "centre",
        lambda: perform(
            scene.actor("coordinator"),
            RegisterService(
                alliance_id=scene.westbury.pk,
                name="Rowan Day Centre",
                reach=Service.Reach.TARGETED,
                about="Meals, company and advice for people in mental distress.",
                provider_id=council(scene).pk,
                used_by="About 90 people a week",
                worked_in_by="12 support workers",
                union_ids=(scene.branch.pk,),
                area="Westbury",
                latitude=51.26,
                longitude=-2.19,
                source="Council directory",
                source_url="https://example.org/directory",
            ),
        ),
    )
    return service


def threat(scene: Scene) -> Threat:
    """A threat that only the Westbury alliance sees."""
    made: Threat = scene.once("threat", lambda: _record(scene, "Rowan Day Centre to close"))
    return made


def public_threat(scene: Scene) -> Threat:
    """A threat that everybody sees."""

    def make() -> Threat:
        recorded = _record(scene, "Rowan Day Centre out to tender")
        return perform(scene.actor("coordinator"), PublishThreat(threat_id=recorded.pk))

    made: Threat = scene.once("public_threat", make)
    return made


def closed_centre(scene: Scene) -> Service:
    """The day centre after it closed."""
    closed: Service = scene.once(
        "closed_centre", lambda: perform(scene.actor("coordinator"), CloseService(service_id=centre(scene).pk))
    )
    return closed


def ended_threat(scene: Scene) -> Threat:
    """A published threat that was stopped."""
    made: Threat = scene.once(
        "ended_threat",
        lambda: perform(
            scene.actor("coordinator"),
            CloseThreat(threat_id=public_threat(scene).pk, outcome=Threat.Outcome.STOPPED, note="It stays."),
        ),
    )
    return made


def feed(*names: str, **changes: Any) -> bytes:
    """A page of services as a council would publish it; ``changes`` go into each of them."""
    contents = [
        {
            "id": str(uuid5(NAMESPACE_URL, name)),
            "name": name,
            "description": f"About {name}.",
            "url": "https://example.org/service",
            "status": "active",
            "organization": {
                "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610",
                "name": "Northmarsh Council",
                "description": "The council of Northmarsh.",
            },
            **changes,
        }
        for name in names or ("Northmarsh Library",)
    ]
    page = {"total_items": len(contents), "page_number": 1, "last_page": True, "contents": contents}
    return json.dumps(page).encode()


def reading(scene: Scene) -> ServiceImport:
    """A feed that waits for the coordinator's decision."""
    made: ServiceImport = scene.once(
        "reading",
        lambda: perform(
            scene.actor("coordinator"),
            ReadServicesFeed(alliance_id=scene.westbury.pk, source="northmarsh.json", raw=feed()),
        ),
    )
    return made


def _record(scene: Scene, title: str) -> Threat:
    today = clock.today()
    return perform(
        scene.actor("coordinator"),
        RecordThreat(
            service_id=centre(scene).pk,
            kind=Threat.Kind.OUTSOURCING,
            title=title,
            summary="The council proposes to end its own service.",
            confidence=Threat.Confidence.LIKELY,
            source="Cabinet paper 12",
            source_url="https://example.org/cabinet/12",
            announced_on=today - timedelta(days=30),
            consultation_opens_on=today - timedelta(days=10),
            consultation_closes_on=today + timedelta(days=12),
            decided_on=today + timedelta(days=40),
            contract_ends_on=today + timedelta(days=300),
        ),
    )
