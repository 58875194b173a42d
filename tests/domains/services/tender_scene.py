"""Tender notices for the scene of named people, made with the real commands."""

from __future__ import annotations

import json
from typing import Any

from causeway.domains.services.commands.add_tender_feed import AddTenderFeed
from causeway.domains.services.commands.receive_tender_package import ReceiveTenderPackage
from causeway.domains.services.in_parts import read_package_to_its_end
from causeway.domains.services.models import OfferedNotice, TenderFeed, TenderPackage
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.domains.services.scene import centre
from tests.scenes import Scene


def release(**changes: Any) -> dict[str, Any]:
    """A release about a day centre, with what is given changed; None takes a member away."""
    plain: dict[str, Any] = {
        "ocid": "ocds-b5fd17-one",
        "id": "one-1",
        "date": "2026-10-01T09:00:00Z",
        "tag": ["tender"],
        "buyer": {"id": "GB-1", "name": "Westbury Council"},
        "parties": [
            {
                "name": "Westbury Council",
                "roles": ["buyer"],
                "address": {"locality": "Westbury", "streetAddress": "1 High Street", "postalCode": "BA13 3AA"},
                "contactPoint": {"name": "Percy Person", "email": "percy@example.org", "telephone": "01373 555 123"},
            }
        ],
        "tender": {
            "title": "Rowan Day Centre: mental health meals and advice",
            "description": "Company, meals and advice. Ask percy@example.org or 01373 555123.",
            "classification": {"scheme": "CPV", "id": "85312000"},
            "value": {"amount": 250000.5, "currency": "GBP"},
            "tenderPeriod": {"endDate": "2026-12-01T12:00:00Z"},
            "contractPeriod": {"startDate": "2027-01-01", "endDate": "2027-12-31"},
            "documents": [{"documentType": "tenderNotice", "url": "https://example.org/notice/one"}],
        },
    }
    merged = {**plain, **changes}
    return {name: value for name, value in merged.items() if value is not None}


def body(*releases: Any, **members: Any) -> bytes:
    """A release package as bytes."""
    return json.dumps({"uri": "urn:test", "version": "1.1", **members, "releases": list(releases)}).encode()


def read(scene: Scene, given: bytes, name: str = "test.json") -> TenderPackage:
    """Bring and read a package for Westbury."""
    actor = System("test")
    package = perform(actor, ReceiveTenderPackage(alliance_id=scene.westbury.pk, name=name, body=given))
    return read_package_to_its_end(actor, package.pk)


def package(scene: Scene) -> TenderPackage:
    """A package that was read: one good notice, one problem, one lost release."""
    centre(scene)
    made: TenderPackage = scene.once(
        "tender package", lambda: read(scene, body(release(), release(ocid="ocds-b5fd17-two", id="t", date=None), None))
    )
    return made


def offer(scene: Scene) -> OfferedNotice:
    """The notice about the day centre, offered to Westbury."""
    package(scene)
    return OfferedNotice.objects.get(alliance=scene.westbury, notice__ocid="ocds-b5fd17-one")


def feed(scene: Scene) -> TenderFeed:
    """A feed that Westbury reads."""
    made: TenderFeed = scene.once(
        "tender feed",
        lambda: perform(
            scene.actor("coordinator"),
            AddTenderFeed(
                alliance_id=scene.westbury.pk,
                name="Contracts Finder",
                url="https://feed.example.org/ocds?updatedFrom={since}",
                buyers=("Westbury Council",),
                cpv=("85",),
                places=("Westbury",),
            ),
        ),
    )
    return made
