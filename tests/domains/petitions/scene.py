"""What the tests of this room add to the scene, with the real commands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.campaigns.models import Campaign
from causeway.domains.petitions import links
from causeway.domains.petitions.commands.confirm_signature import ConfirmSignature
from causeway.domains.petitions.commands.draft_petition import DraftPetition
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.commands.sign_petition import SignPetition
from causeway.domains.petitions.models import Petition, Signature
from causeway.kernel import clock
from causeway.kernel.actors import Visitor
from causeway.kernel.perform import perform
from tests.domains.campaigns.scene import open_campaign
from tests.scenes import Scene


def campaign(scene: Scene) -> Campaign:
    """“Keep the day centre”, an open campaign of the Westbury alliance."""
    return open_campaign(scene)


def draft(scene: Scene, **changes: Any) -> Petition:
    """A fresh draft by the coordinator."""
    fields: dict[str, Any] = {
        "campaign_id": campaign(scene).pk,
        "title": "Keep the Westbury Day Centre open",
        "text": "We ask the council to keep the Day Centre open, and to decide with those who use it and work in it.",
        "goal": 500,
        "closes_on": clock.today() + timedelta(days=60),
        "organisation_ids": (scene.branch.pk, scene.users_group.pk),
        **changes,
    }
    return perform(scene.actor("coordinator"), DraftPetition(**fields))


def petition(scene: Scene) -> Petition:
    """The petition of the scene, open for signatures."""

    def make() -> Petition:
        return perform(scene.actor("coordinator"), OpenPetition(petition_id=draft(scene).pk))

    made: Petition = scene.once("petitions.petition", make)
    return made


def sign(scene: Scene, name: str = "", email: str = "sofia@example.org", **changes: Any) -> Signature:
    """Somebody fills in the form (under a name made from the address); the signature is not confirmed yet."""
    name = name or f"{email.partition('@')[0].title()} Signer"
    fields = {"petition_slug": petition(scene).slug, "name": name, "email": email, "postcode": "M6 5FS", **changes}
    signature_id = perform(Visitor(), SignPetition(**fields))
    return Signature.objects.get(pk=signature_id)


def confirm(signature: Signature) -> Signature:
    """The signer presses the button in the letter."""
    perform(links.bearer_of(links.token_for(signature.pk)), ConfirmSignature(signature_id=signature.pk))
    return Signature.objects.get(pk=signature.pk)
