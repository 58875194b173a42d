"""What this room's tests add to the scene."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.people.addresses import index_of_address, subject_id
from causeway.domains.people.commands.appoint_staff import AppointStaff
from causeway.domains.people.commands.give_consent import GiveConsent
from causeway.domains.people.commands.lodge_request import LodgeRequest
from causeway.domains.people.commands.open_staff_session import OpenStaffSession
from causeway.domains.people.models import Channel, RightsRequest, StaffSession
from causeway.domains.people.policies import FOLLOW_REQUEST, UNSUBSCRIBE
from causeway.domains.people.staff import resolve_staff
from causeway.kernel.actors import Bearer, Staff, System
from causeway.kernel.perform import perform
from tests.scenes import Scene

NEWS = "campaign-news"
WORDING = "Westbury Public Services Alliance may e-mail me about its campaigns."
OPERATOR = System(reason="The operator, at the command line.")
REASON = "Somebody asked where their data is."


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


def sams_request(scene: Scene, kind: str = RightsRequest.Kind.COMPLAIN, body: UUID | None = None) -> RightsRequest:
    """The stranger complains; the clock runs."""
    return perform(scene.actor("stranger"), LodgeRequest(kind=kind, text="You wrote to me twice.", controller_id=body))


def holder_of_request_link(request: RightsRequest) -> Bearer:
    """Whoever holds the link to a request."""
    return Bearer(FOLLOW_REQUEST, request.pk)


def make_staff(scene: Scene, name: str = "stranger") -> None:
    """Let one of the cast help to run the platform."""
    perform(OPERATOR, AppointStaff(email=scene.people[name].email))


def session_of(scene: Scene, body: UUID | None = None, name: str = "stranger", minutes: int = 30) -> StaffSession:
    """A staff session that one of the cast opened."""
    make_staff(scene, name)
    return perform(scene.actor(name), OpenStaffSession(reason=REASON, minutes=minutes, scope=body))


def staff(scene: Scene, body: UUID | None = None, name: str = "handler_one") -> Staff:
    """One of the cast as staff, in a session about one body."""
    session = session_of(scene, body, name)
    actor = resolve_staff(session.pk, session.person_id)
    assert actor is not None
    return actor
