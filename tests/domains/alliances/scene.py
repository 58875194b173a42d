"""What this room's tests add to the scene, made with the real commands."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.alliances.commands.agree_action import AgreeAction
from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
from causeway.domains.alliances.commands.arrange_meeting import ArrangeMeeting
from causeway.domains.alliances.commands.ask_for_place import AskForPlace
from causeway.domains.alliances.commands.edit_organisation import EditOrganisation
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.offer_office import OfferOffice
from causeway.domains.alliances.commands.propose_affiliation import ProposeAffiliation
from causeway.domains.alliances.commands.renew_calendar_key import RenewCalendarKey
from causeway.domains.alliances.commands.write_minutes import WriteMinutes
from causeway.domains.alliances.models import (
    Affiliation,
    AffiliationProposal,
    Alliance,
    CalendarKey,
    Meeting,
    MeetingAction,
    MembershipRequest,
    Office,
    OfficeOffer,
    Placement,
    Section,
    Term,
)
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.scenes import Scene


def affiliation(s: Scene) -> Affiliation:
    """The branch in Westbury."""
    return Affiliation.objects.get(alliance=s.westbury, organisation=s.branch)


def proposal(s: Scene) -> AffiliationProposal:
    """Oren applies for the Eastmoor carers to join Westbury."""
    command = ProposeAffiliation(
        alliance_id=s.westbury.pk,
        organisation_id=s.eastmoor_group.pk,
        section=Section.USERS,
        side=AffiliationProposal.Side.ORGANISATION,
    )
    made: AffiliationProposal = s.once("proposal", lambda: perform(s.actor("outsider"), command))
    return made


def region(s: Scene) -> Alliance:
    """A regional alliance that Oren coordinates."""
    command = FoundAlliance(name="Northern Alliance", level=Alliance.Level.REGIONAL)
    made: Alliance = s.once("region", lambda: perform(s.actor("outsider"), command))
    return made


def placement(s: Scene) -> Placement:
    """Cora asks that Westbury may stand under the region."""

    def ask() -> Placement:
        perform(s.actor("coordinator"), AskForPlace(child_id=s.westbury.pk, parent_id=region(s).pk))
        return Placement.objects.get(child=s.westbury)

    made: Placement = s.once("placement", ask)
    return made


def request(s: Scene) -> MembershipRequest:
    """Sam asks to join the users' group, which confirms its members."""

    def ask() -> MembershipRequest:
        group = s.users_group
        changed = EditOrganisation(body_id=group.pk, name=group.name, kind=group.kind, joining="approval")
        perform(s.actor("user_officer"), changed)
        perform(s.actor("stranger"), JoinOrganisation(organisation_id=group.pk))
        return MembershipRequest.objects.get()

    made: MembershipRequest = s.once("request", ask)
    return made


def offer(s: Scene) -> OfficeOffer:
    """Sam is offered the office of treasurer of Westbury."""
    command = OfferOffice(
        body_id=s.westbury.pk, title="Treasurer", role=Office.Role.DELEGATE, email=s.people["stranger"].email
    )
    made: OfficeOffer = s.once("offer", lambda: perform(s.actor("coordinator"), command))
    return made


def second_coordinator(s: Scene) -> Term:
    """Sam coordinates Westbury too."""
    command = AppointToOffice(
        body_id=s.westbury.pk,
        person_id=s.people["stranger"].pk,
        title="Second coordinator",
        role=Office.Role.COORDINATOR,
    )
    made: Term = s.once("second", lambda: perform(s.actor("coordinator"), command))
    return made


def handlers_term(s: Scene) -> Term:
    """Hana's term as a tip-off handler."""
    return Term.objects.get(person=s.people["handler_one"])


def meeting(s: Scene) -> Meeting:
    """A members' meeting of Westbury, ten days from now."""
    made: Meeting = s.once("meeting", lambda: _meeting(s, days=10))
    return made


def public_meeting(s: Scene) -> Meeting:
    """A public meeting of Westbury, twelve days from now."""
    made: Meeting = s.once("public_meeting", lambda: _meeting(s, days=12, visibility=Meeting.Visibility.PUBLIC))
    return made


def held_meeting(s: Scene) -> Meeting:
    """A meeting of Westbury that was held ten days ago."""
    made: Meeting = s.once("held_meeting", lambda: _meeting(s, days=-10))
    return made


def minuted_meeting(s: Scene) -> Meeting:
    """The same meeting, with minutes."""
    command = WriteMinutes(meeting_id=held_meeting(s).pk, minutes="We agreed to hold a stall.")
    made: Meeting = s.once("minuted", lambda: perform(s.actor("coordinator"), command))
    return made


def action(s: Scene) -> MeetingAction:
    """An action agreed at the meeting that was held."""
    command = AgreeAction(meeting_id=held_meeting(s).pk, text="Book the square", who="The branch")
    made: MeetingAction = s.once("action", lambda: perform(s.actor("coordinator"), command))
    return made


def calendar_token(s: Scene, name: str = "rep") -> str:
    """Somebody's calendar token."""
    made: CalendarKey = s.once(f"key of {name}", lambda: perform(s.actor(name), RenewCalendarKey()))
    return made.token


def _meeting(s: Scene, *, days: int, visibility: str = Meeting.Visibility.MEMBERS) -> Meeting:
    starts_at = clock.now() + timedelta(days=days)
    return perform(
        s.actor("coordinator"),
        ArrangeMeeting(
            body_id=s.westbury.pk,
            title="Monthly meeting",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            place="Westbury Library",
            online_link="https://meet.example.org/westbury",
            visibility=visibility,
        ),
    )
