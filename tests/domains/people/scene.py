"""What this room's tests add to the scene."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.people.addresses import index_of_address, subject_id
from causeway.domains.people.commands.give_consent import GiveConsent
from causeway.domains.people.models import Channel
from causeway.domains.people.policies import UNSUBSCRIBE
from causeway.kernel.actors import Bearer
from tests.scenes import Scene

NEWS = "campaign-news"
WORDING = "Westbury Public Services Alliance may e-mail me about its campaigns."


def agree(scene: Scene, email: str = "sam@example.org", channel: str = Channel.EMAIL) -> GiveConsent:
    """That an address agrees to hear from Westbury."""
    return GiveConsent(
        email=email,
        controller_id=scene.westbury.pk,
        controller_name=scene.westbury.name,
        channel=channel,
        purpose=NEWS,
        wording=WORDING,
    )


def sams_index() -> bytes:
    """The blind index of the stranger's address."""
    return index_of_address("sam@example.org")


def holder_of_sams_link(_scene: Scene) -> Bearer:
    """Whoever holds an unsubscribe link that was sent to the stranger."""
    return Bearer(UNSUBSCRIBE, subject_id(sams_index()))


def holder_of_another_link(_scene: Scene) -> Bearer:
    """Whoever holds a link that was sent to somebody else."""
    return Bearer(UNSUBSCRIBE, UUID(int=1))
