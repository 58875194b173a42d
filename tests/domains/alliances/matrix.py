"""Who may do what in alliances and organisations."""

from __future__ import annotations

from datetime import timedelta

from causeway.domains.alliances.commands.accept_office import AcceptOffice
from causeway.domains.alliances.commands.accept_placement import AcceptPlacement
from causeway.domains.alliances.commands.adopt_minutes import AdoptMinutes
from causeway.domains.alliances.commands.affiliate_organisation import AffiliateOrganisation
from causeway.domains.alliances.commands.agree_action import AgreeAction
from causeway.domains.alliances.commands.agree_affiliation import AgreeAffiliation
from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
from causeway.domains.alliances.commands.arrange_meeting import ArrangeMeeting
from causeway.domains.alliances.commands.ask_for_place import AskForPlace
from causeway.domains.alliances.commands.be_known_to_officers import BeKnownToOfficers
from causeway.domains.alliances.commands.cancel_meeting import CancelMeeting
from causeway.domains.alliances.commands.confirm_member import ConfirmMember
from causeway.domains.alliances.commands.declare_membership import DeclareMembership
from causeway.domains.alliances.commands.decline_affiliation import DeclineAffiliation
from causeway.domains.alliances.commands.decline_member import DeclineMember
from causeway.domains.alliances.commands.decline_office import DeclineOffice
from causeway.domains.alliances.commands.decline_placement import DeclinePlacement
from causeway.domains.alliances.commands.edit_alliance import EditAlliance
from causeway.domains.alliances.commands.edit_organisation import EditOrganisation
from causeway.domains.alliances.commands.end_affiliation import EndAffiliation
from causeway.domains.alliances.commands.end_term import EndTerm
from causeway.domains.alliances.commands.finish_action import FinishAction
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.leave_organisation import LeaveOrganisation
from causeway.domains.alliances.commands.leave_parent import LeaveParent
from causeway.domains.alliances.commands.list_employer_domains import ListEmployerDomains
from causeway.domains.alliances.commands.offer_office import OfferOffice
from causeway.domains.alliances.commands.propose_affiliation import ProposeAffiliation
from causeway.domains.alliances.commands.rearrange_meeting import RearrangeMeeting
from causeway.domains.alliances.commands.record_attendance import RecordAttendance
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.commands.renew_calendar_key import RenewCalendarKey
from causeway.domains.alliances.commands.reply_to_meeting import ReplyToMeeting
from causeway.domains.alliances.commands.set_agenda import AgendaPoint, SetAgenda
from causeway.domains.alliances.commands.set_out_strategy import SetOutStrategy, StrandText
from causeway.domains.alliances.commands.show_my_name import ShowMyName
from causeway.domains.alliances.commands.show_office import ShowOffice
from causeway.domains.alliances.commands.withdraw_affiliation import WithdrawAffiliation
from causeway.domains.alliances.commands.withdraw_offer import WithdrawOffer
from causeway.domains.alliances.commands.withdraw_placement import WithdrawPlacement
from causeway.domains.alliances.commands.write_minutes import WriteMinutes
from causeway.domains.alliances.models import AffiliationProposal, Office, Organisation, Section
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from tests.domains.alliances import leaving_matrix
from tests.domains.alliances import scene as room
from tests.matrix import EVERYBODY, NOBODY, SIGNED_IN, ApiCase, CommandCase, PageCase, fields
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
OREN = frozenset({"outsider"})
RAVI = frozenset({"rep"})
UGO = frozenset({"user_officer"})
SAM = frozenset({"stranger"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})


def _call(s: Scene, _actor: Actor) -> ArrangeMeeting:
    starts_at = clock.now() + timedelta(days=3)
    return ArrangeMeeting(
        body_id=s.westbury.pk, title="Stall", starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
    )


def _move(s: Scene, _actor: Actor) -> RearrangeMeeting:
    starts_at = clock.now() + timedelta(days=4)
    return RearrangeMeeting(
        meeting_id=room.meeting(s).pk, title="Stall", starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
    )


COMMANDS: dict[str, CommandCase] = {
    **leaving_matrix.COMMANDS,
    "FoundAlliance": CommandCase(lambda _s, _a: FoundAlliance(name="Northmarsh"), SIGNED_IN),
    "EditAlliance": CommandCase(lambda s, _a: EditAlliance(body_id=s.westbury.pk, name="Westbury"), CORA),
    "SetOutStrategy": CommandCase(
        lambda s, _a: SetOutStrategy(alliance_id=s.westbury.pk, strands=(StrandText("Workplaces"),)), CORA
    ),
    "ListEmployerDomains": CommandCase(
        lambda s, _a: ListEmployerDomains(alliance_id=s.westbury.pk, domains=("nhs.uk",)), CORA
    ),
    "AskForPlace": CommandCase(lambda s, _a: AskForPlace(child_id=s.westbury.pk, parent_id=room.region(s).pk), CORA),
    "AcceptPlacement": CommandCase(lambda s, _a: AcceptPlacement(placement_id=room.placement(s).pk), OREN),
    "DeclinePlacement": CommandCase(
        lambda s, _a: DeclinePlacement(placement_id=room.placement(s).pk, reason="Another region"), OREN
    ),
    "WithdrawPlacement": CommandCase(lambda s, _a: WithdrawPlacement(placement_id=room.placement(s).pk), CORA),
    "LeaveParent": CommandCase(lambda s, _a: LeaveParent(child_id=s.westbury.pk), CORA),
    "RegisterOrganisation": CommandCase(
        lambda _s, _a: RegisterOrganisation(name="Friends", kind=Organisation.Kind.COMMUNITY),
        SIGNED_IN,
    ),
    "EditOrganisation": CommandCase(
        lambda s, _a: EditOrganisation(body_id=s.branch.pk, name="Branch", kind=Organisation.Kind.UNION_BRANCH), RAVI
    ),
    "JoinOrganisation": CommandCase(lambda s, _a: JoinOrganisation(organisation_id=s.branch.pk), SIGNED_IN),
    "LeaveOrganisation": CommandCase(lambda s, _a: LeaveOrganisation(organisation_id=s.branch.pk), SIGNED_IN),
    "BeKnownToOfficers": CommandCase(
        lambda s, _a: BeKnownToOfficers(organisation_id=s.users_group.pk, known=True), frozenset({"user"})
    ),
    "ConfirmMember": CommandCase(
        lambda s, _a: ConfirmMember(organisation_id=s.users_group.pk, request_id=room.request(s).pk), UGO
    ),
    "DeclineMember": CommandCase(
        lambda s, _a: DeclineMember(organisation_id=s.users_group.pk, request_id=room.request(s).pk), UGO
    ),
    "AffiliateOrganisation": CommandCase(
        lambda s, _a: AffiliateOrganisation(
            alliance_id=s.westbury.pk, organisation_id=s.eastmoor_group.pk, section=Section.USERS
        ),
        CORA,
    ),
    "ProposeAffiliation": CommandCase(
        lambda s, _a: ProposeAffiliation(
            alliance_id=s.westbury.pk,
            organisation_id=s.eastmoor_group.pk,
            section=Section.USERS,
            side=AffiliationProposal.Side.ALLIANCE,
        ),
        CORA,
    ),
    "AgreeAffiliation": CommandCase(lambda s, _a: AgreeAffiliation(proposal_id=room.proposal(s).pk), CORA),
    "DeclineAffiliation": CommandCase(
        lambda s, _a: DeclineAffiliation(proposal_id=room.proposal(s).pk, reason="Not yet"), CORA
    ),
    "WithdrawAffiliation": CommandCase(lambda s, _a: WithdrawAffiliation(proposal_id=room.proposal(s).pk), OREN),
    "EndAffiliation": CommandCase(
        lambda s, _a: EndAffiliation(affiliation_id=room.affiliation(s).pk, reason="Merged"), CORA | RAVI
    ),
    "DeclareMembership": CommandCase(
        lambda s, _a: DeclareMembership(affiliation_id=room.affiliation(s).pk, members=412), RAVI
    ),
    "AppointToOffice": CommandCase(
        lambda s, _a: AppointToOffice(
            body_id=s.westbury.pk,
            person_id=s.people["stranger"].pk,
            title="Second coordinator",
            role=Office.Role.COORDINATOR,
        ),
        CORA,
    ),
    "OfferOffice": CommandCase(
        lambda s, _a: OfferOffice(
            body_id=s.westbury.pk, title="Chair", role=Office.Role.DELEGATE, email="new@example.org"
        ),
        CORA,
    ),
    "AcceptOffice": CommandCase(lambda s, _a: AcceptOffice(offer_id=room.offer(s).pk), SAM),
    "DeclineOffice": CommandCase(lambda s, _a: DeclineOffice(offer_id=room.offer(s).pk), SAM),
    "WithdrawOffer": CommandCase(lambda s, _a: WithdrawOffer(offer_id=room.offer(s).pk), CORA),
    "EndTerm": CommandCase(
        lambda s, _a: EndTerm(term_id=room.handlers_term(s).pk, reason="Moved away"), CORA | {"handler_one"}
    ),
    "ShowMyName": CommandCase(
        lambda s, _a: ShowMyName(term_id=room.handlers_term(s).pk, shown=True), frozenset({"handler_one"})
    ),
    "ShowOffice": CommandCase(lambda s, _a: ShowOffice(office_id=room.handlers_term(s).office_id, shown=False), CORA),
    "ArrangeMeeting": CommandCase(_call, CORA),
    "RearrangeMeeting": CommandCase(_move, CORA),
    "CancelMeeting": CommandCase(lambda s, _a: CancelMeeting(meeting_id=room.meeting(s).pk, reason="Snow"), CORA),
    "SetAgenda": CommandCase(
        lambda s, _a: SetAgenda(meeting_id=room.meeting(s).pk, items=(AgendaPoint("Stall"),)), CORA
    ),
    "ReplyToMeeting": CommandCase(
        lambda s, _a: ReplyToMeeting(meeting_id=room.meeting(s).pk, answer="coming"), WESTBURY
    ),
    "RecordAttendance": CommandCase(
        lambda s, _a: RecordAttendance(meeting_id=room.held_meeting(s).pk, present={s.branch.pk: 4}), CORA
    ),
    "WriteMinutes": CommandCase(
        lambda s, _a: WriteMinutes(meeting_id=room.held_meeting(s).pk, minutes="We met."), CORA
    ),
    "AdoptMinutes": CommandCase(lambda s, _a: AdoptMinutes(meeting_id=room.minuted_meeting(s).pk), CORA),
    "AgreeAction": CommandCase(
        lambda s, _a: AgreeAction(meeting_id=room.held_meeting(s).pk, text="Book", who="Branch"), CORA
    ),
    "FinishAction": CommandCase(lambda s, _a: FinishAction(action_id=room.action(s).pk), CORA),
    "RenewCalendarKey": CommandCase(lambda _s, _a: RenewCalendarKey(), SIGNED_IN),
}


def _westbury(s: Scene) -> dict[str, object]:
    return {"slug": s.westbury.slug}


def _branch(s: Scene) -> dict[str, object]:
    return {"slug": s.branch.slug}


def _group(s: Scene) -> dict[str, object]:
    return {"slug": s.users_group.slug}


def _with_group(s: Scene) -> dict[str, object]:
    return {"slug": s.westbury.slug, "organisation": s.eastmoor_group.slug}


def _proposal(s: Scene) -> dict[str, object]:
    return {"proposal_id": room.proposal(s).pk}


def _placement(s: Scene) -> dict[str, object]:
    return {"placement_id": room.placement(s).pk}


def _affiliation(s: Scene) -> dict[str, object]:
    return {"affiliation_id": room.affiliation(s).pk}


def _meeting(s: Scene) -> dict[str, object]:
    return {"meeting_id": room.meeting(s).pk}


def _request(s: Scene) -> dict[str, object]:
    return {"slug": s.users_group.slug, "request_id": room.request(s).pk}


def _offer(s: Scene) -> dict[str, object]:
    return {"offer_id": room.offer(s).pk}


def _term(s: Scene) -> dict[str, object]:
    return {"term_id": room.handlers_term(s).pk}


PAGES: dict[str, PageCase] = {
    "alliances:directory": PageCase(EVERYBODY),
    "alliances:tree": PageCase(EVERYBODY),
    "alliances:found": PageCase(SIGNED_IN),
    "alliances:page": PageCase(EVERYBODY, _westbury),
    "alliances:edit": PageCase(CORA, _westbury),
    "alliances:strategy": PageCase(CORA, _westbury),
    "alliances:employer_domains": PageCase(CORA, _westbury),
    "alliances:place": PageCase(CORA, _westbury),
    "alliances:leave_parent": PageCase(CORA, _westbury),
    "alliances:affiliations": PageCase(EVERYBODY, _westbury),
    "alliances:choose_organisation": PageCase(CORA, _westbury),
    "alliances:invite": PageCase(CORA, _with_group),
    "alliances:record_affiliation": PageCase(CORA, _with_group),
    "alliances:apply": PageCase(RAVI | UGO | OREN, _westbury),
    "alliances:proposal": PageCase(CORA | OREN, _proposal),
    "alliances:agree_affiliation": PageCase(CORA, _proposal, method="post"),
    "alliances:decline_affiliation": PageCase(CORA | OREN, _proposal),
    "alliances:withdraw_affiliation": PageCase(OREN, _proposal, method="post"),
    "alliances:end_affiliation": PageCase(CORA | RAVI, _affiliation),
    "alliances:declare_membership": PageCase(RAVI, _affiliation),
    "alliances:accept_placement": PageCase(OREN, _placement, method="post"),
    "alliances:decline_placement": PageCase(CORA | OREN, _placement),
    "alliances:withdraw_placement": PageCase(CORA, _placement, method="post"),
    "alliances:offices": PageCase(EVERYBODY, _westbury),
    "alliances:offer_office": PageCase(CORA, _westbury),
    "alliances:meetings": PageCase(EVERYBODY, _westbury),
    "alliances:arrange_meeting": PageCase(CORA, _westbury),
    "alliances:calendar": PageCase(EVERYBODY, _westbury),
    "alliances:private_calendar": PageCase(
        EVERYBODY, lambda s: {"slug": s.westbury.slug, "token": room.calendar_token(s)}
    ),
    "alliances:trail": PageCase(CORA, _westbury),
    "alliances:staff_sessions": PageCase(CORA, _westbury),
    "organisations:directory": PageCase(EVERYBODY),
    "organisations:register": PageCase(SIGNED_IN),
    "organisations:act_for": PageCase(RAVI, method="post", data=lambda s: {"organisation": s.branch.slug}),
    "organisations:page": PageCase(EVERYBODY, _branch),
    "organisations:edit": PageCase(RAVI, _branch),
    "organisations:join": PageCase(SIGNED_IN, _branch, method="post"),
    "organisations:leave": PageCase(SIGNED_IN, _branch),
    "organisations:be_known": PageCase(frozenset({"user"}), _group, method="post"),
    "organisations:members": PageCase(RAVI, _branch),
    "organisations:confirm_member": PageCase(UGO, _request, method="post"),
    "organisations:decline_member": PageCase(UGO, _request, method="post"),
    "organisations:offices": PageCase(EVERYBODY, _branch),
    "organisations:offer_office": PageCase(RAVI, _branch),
    "organisations:meetings": PageCase(EVERYBODY, _branch),
    "organisations:arrange_meeting": PageCase(RAVI, _branch),
    "organisations:calendar": PageCase(EVERYBODY, _branch),
    "organisations:private_calendar": PageCase(  # Una's address does not open the branch's meetings, to anybody
        NOBODY, lambda s: {"slug": s.branch.slug, "token": room.calendar_token(s, "user")}
    ),
    "organisations:trail": PageCase(RAVI, _branch),
    "meetings:mine": PageCase(SIGNED_IN),
    "meetings:renew_calendar_key": PageCase(SIGNED_IN, method="post"),
    "meetings:finish_action": PageCase(CORA, lambda s: {"action_id": room.action(s).pk}, method="post"),
    "meetings:page": PageCase(WESTBURY, _meeting),
    "meetings:rearrange": PageCase(CORA, _meeting),
    "meetings:cancel": PageCase(CORA, _meeting),
    "meetings:reply": PageCase(WESTBURY, _meeting, method="post", data=lambda _s: {"answer": "coming"}),
    "meetings:agenda": PageCase(CORA, _meeting),
    "meetings:attendance": PageCase(CORA, _meeting),
    "meetings:minutes": PageCase(CORA, _meeting),
    "meetings:adopt": PageCase(CORA, _meeting),
    "meetings:add_action": PageCase(CORA, _meeting),
    "meetings:calendar": PageCase(WESTBURY, _meeting),
    "offices:mine": PageCase(SIGNED_IN),
    "offices:answer": PageCase(SAM, _offer),
    "offices:decline": PageCase(SAM, _offer, method="post"),
    "offices:withdraw": PageCase(CORA, _offer, method="post"),
    "offices:end_term": PageCase(CORA | {"handler_one"}, _term),
    "offices:show_name": PageCase(frozenset({"handler_one"}), _term, method="post"),
    "offices:show_office": PageCase(CORA, lambda s: {"office_id": room.handlers_term(s).office_id}, method="post"),
}
API: dict[str, ApiCase] = {
    "list_alliances": ApiCase(
        EVERYBODY, fields("items count page pages"), within={"items[]": fields("id slug name level area parent")}
    ),
    "get_alliance": ApiCase(
        EVERYBODY,
        fields("id slug name level area parent about founded_on organisations missing_sections strands offices"),
        _westbury,
        {
            "organisations[]": fields("slug name kind section since"),
            "strands[]": fields("title text"),
            "offices[]": fields("title role holders unnamed_holders"),
        },
    ),
    "get_organisation": ApiCase(
        EVERYBODY,
        fields("id slug name kind area about website members alliances offices"),
        _branch,
        {
            "alliances[]": fields("slug name section since"),
            "offices[]": fields("title role holders unnamed_holders"),
        },
    ),
}
