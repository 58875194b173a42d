"""Who may do what with accounts, consents, requests and staff sessions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from causeway.domains.people.commands.acknowledge_request import AcknowledgeRequest
from causeway.domains.people.commands.allow_letters_again import AllowLettersAgain
from causeway.domains.people.commands.answer_request import AnswerRequest
from causeway.domains.people.commands.appoint_staff import AppointStaff
from causeway.domains.people.commands.choose_name import ChooseName
from causeway.domains.people.commands.close_account import CloseAccount
from causeway.domains.people.commands.close_staff_session import CloseStaffSession
from causeway.domains.people.commands.confirm_request import ConfirmRequest
from causeway.domains.people.commands.dismiss_staff import DismissStaff
from causeway.domains.people.commands.erase_address import EraseAddress
from causeway.domains.people.commands.erase_person import ErasePerson
from causeway.domains.people.commands.extend_request import ExtendRequest
from causeway.domains.people.commands.finish_erasure import FinishErasure
from causeway.domains.people.commands.hide_me import HideMe
from causeway.domains.people.commands.keep_account import KeepAccount
from causeway.domains.people.commands.lodge_request import LodgeRequest
from causeway.domains.people.commands.move_address import MoveAddress
from causeway.domains.people.commands.open_account import OpenAccount
from causeway.domains.people.commands.open_staff_session import OpenStaffSession
from causeway.domains.people.commands.reseal_values import ResealValues
from causeway.domains.people.commands.resume_erasure import ResumeErasure
from causeway.domains.people.commands.show_me import ShowMe
from causeway.domains.people.commands.stop_everything import StopEverything
from causeway.domains.people.commands.watch_domains import WatchDomains
from causeway.domains.people.commands.withdraw_consent import WithdrawConsent
from causeway.domains.people.commands.withdraw_request import WithdrawRequest
from causeway.domains.people.links import request_token, unsubscribe_url
from causeway.domains.people.models import RightsRequest, StaffSession
from causeway.kernel.actors import Actor, Member, Staff, Visitor
from causeway.kernel.clock import now
from causeway.kernel.commands import Command
from causeway.kernel.perform import perform
from tests.domains.people.scene import (
    NEWS,
    OPERATOR,
    REASON,
    agree,
    holder_of_another_link,
    holder_of_request_link,
    holder_of_sams_link,
    make_staff,
    sams_index,
    sams_request,
    session_of,
    staff,
)
from tests.matrix import EVERYBODY, NOBODY, SIGNED_IN, ApiCase, CommandCase, PageCase
from tests.scenes import Scene

SAM = frozenset({"stranger"})
CORA = frozenset({"coordinator"})
RUN_A_BODY = frozenset({"coordinator", "rep", "user_officer", "outsider"})


def system(_scene: Scene) -> Actor:
    return OPERATOR


def staff_of_the_desk(scene: Scene) -> Actor:
    return staff(scene)


def staff_of_westbury(scene: Scene) -> Actor:
    return staff(scene, scene.westbury.pk)


def staff_whose_time_is_over(scene: Scene) -> Actor:
    actor = staff(scene, scene.westbury.pk)
    return Staff(actor.person_id, actor.session_id, actor.reason, now(), scene.westbury.pk)


def holder_of_the_requests_link(scene: Scene) -> Actor:
    return holder_of_request_link(the_request(scene))


def the_request(scene: Scene) -> Any:
    """The stranger's request; made anew where the test undid it."""
    request = scene.once("rights request", lambda: sams_request(scene))
    if not RightsRequest.objects.filter(pk=request.pk).exists():
        request.save(force_insert=True)
    return request


def the_session(scene: Scene) -> Any:
    """The stranger's staff session; made anew where the test undid it."""
    session = scene.once("staff session", lambda: session_of(scene))
    if not StaffSession.objects.filter(pk=session.pk).exists():
        session.save(force_insert=True)
    return session


def a_leaver(scene: Scene) -> UUID:
    """Una has left, and the rooms have not done their part yet."""
    una = scene.people["user"].pk
    scene.once("leaver", lambda: perform(Member(una), ErasePerson(person_id=una)))
    return una


LINK = ((holder_of_sams_link, True), (holder_of_another_link, False), (system, True))
ONLY_SYSTEM = ((system, True), (staff_of_the_desk, False))
FOLLOWS = ((holder_of_the_requests_link, True), (holder_of_sams_link, False), (system, False))
HANDLES = (
    (staff_of_westbury, True),
    (staff_of_the_desk, False),
    (staff_whose_time_is_over, False),
    (holder_of_the_requests_link, False),
    (system, False),
)


def open_as_staff(scene: Scene, _actor: Actor) -> Command[Any]:
    make_staff(scene)
    return OpenStaffSession(reason=REASON, minutes=30)


def with_request(make: Any) -> Any:
    """Build a command about the stranger's request, which stands before the first actor tries."""
    return lambda scene, _actor: make(the_request(scene).pk)


def to_westbury(scene: Scene) -> Any:
    """The stranger's request to Westbury; made anew where the test undid it."""
    request = scene.once("request to Westbury", lambda: sams_request(scene, body=scene.westbury.pk))
    if not RightsRequest.objects.filter(pk=request.pk).exists():
        request.save(force_insert=True)
    return request


def about_westbury(make: Any) -> Any:
    """Build a command about the stranger's request to Westbury."""
    return lambda scene, _actor: make(to_westbury(scene).pk)


def a_bare_erasure(scene: Scene) -> UUID:
    """Somebody without an account asked to be erased, and confirmed it."""
    asked = LodgeRequest(kind="erase", text="Everything.", email="pat@example.org")
    request = scene.once("bare erasure", lambda: perform(Visitor(), asked))
    perform(holder_of_request_link(request), ConfirmRequest(request_id=request.pk))
    return UUID(str(request.pk))


def prepare(scene: Scene) -> dict[str, Any]:
    """The stranger is staff."""
    scene.once("staff", lambda: make_staff(scene))
    return {}


COMMANDS: dict[str, CommandCase] = {
    "OpenAccount": CommandCase(
        lambda _s, _a: OpenAccount(email="new@example.org", password="a long enough password"),
        frozenset({"visitor"}),
        ((system, True), (staff_of_the_desk, False)),
    ),
    "MoveAddress": CommandCase(
        lambda s, _a: MoveAddress(
            person_id=s.people["stranger"].pk, from_email="sam@example.org", to_email="sam@example.net"
        ),
        NOBODY,
        ONLY_SYSTEM,
    ),
    "ChooseName": CommandCase(lambda _s, _a: ChooseName(display_name="Robin"), SIGNED_IN, ((system, False),)),
    "HideMe": CommandCase(lambda _s, _a: HideMe(), SIGNED_IN, ((staff_of_the_desk, False),)),
    "ShowMe": CommandCase(lambda _s, _a: ShowMe(), SIGNED_IN, ((staff_of_the_desk, False),)),
    "CloseAccount": CommandCase(lambda _s, _a: CloseAccount(), SIGNED_IN, ((system, False),)),
    "KeepAccount": CommandCase(lambda _s, _a: KeepAccount(), SIGNED_IN, ((system, False),)),
    "ErasePerson": CommandCase(
        lambda s, _a: ErasePerson(person_id=s.people["stranger"].pk),
        SAM,
        ((system, False), (staff_of_the_desk, False)),
    ),
    "EraseAddress": CommandCase(lambda s, _a: EraseAddress(request_id=a_bare_erasure(s)), NOBODY, ONLY_SYSTEM),
    "FinishErasure": CommandCase(lambda s, _a: FinishErasure(person_id=s.people["stranger"].pk), NOBODY, ONLY_SYSTEM),
    "ResumeErasure": CommandCase(lambda s, _a: ResumeErasure(person_id=a_leaver(s)), NOBODY, ONLY_SYSTEM),
    "GiveConsent": CommandCase(lambda s, _a: agree(s), SAM, ((holder_of_sams_link, False), (system, True))),
    "WithdrawConsent": CommandCase(
        lambda s, _a: WithdrawConsent(subject_index=sams_index(), controller_id=s.westbury.pk), SAM, LINK
    ),
    "StopEverything": CommandCase(lambda _s, _a: StopEverything(subject_index=sams_index()), SAM, LINK),
    "AllowLettersAgain": CommandCase(lambda _s, _a: AllowLettersAgain(subject_index=sams_index()), SAM, LINK),
    "WatchDomains": CommandCase(
        lambda s, _a: WatchDomains(scope=s.westbury.pk, domains=["westbury-hospital.example"]), NOBODY, ONLY_SYSTEM
    ),
    "LodgeRequest": CommandCase(
        lambda _s, _a: LodgeRequest(kind="access", email="pat@example.org"), EVERYBODY, ((system, False),)
    ),
    "ConfirmRequest": CommandCase(with_request(lambda pk: ConfirmRequest(request_id=pk)), SAM, FOLLOWS),
    "WithdrawRequest": CommandCase(with_request(lambda pk: WithdrawRequest(request_id=pk)), SAM, FOLLOWS),
    "AcknowledgeRequest": CommandCase(about_westbury(lambda pk: AcknowledgeRequest(request_id=pk)), CORA, HANDLES),
    "ExtendRequest": CommandCase(
        about_westbury(lambda pk: ExtendRequest(request_id=pk, because="It is complicated.")), CORA, HANDLES
    ),
    "AnswerRequest": CommandCase(
        about_westbury(lambda pk: AnswerRequest(request_id=pk, answer="We are sorry.")), CORA, HANDLES
    ),
    "AppointStaff": CommandCase(lambda _s, _a: AppointStaff(email="cora@example.org"), NOBODY, ONLY_SYSTEM),
    "DismissStaff": CommandCase(lambda _s, _a: DismissStaff(email="cora@example.org"), NOBODY, ONLY_SYSTEM),
    "OpenStaffSession": CommandCase(open_as_staff, SAM, ((system, False), (staff_of_the_desk, False))),
    "CloseStaffSession": CommandCase(
        lambda s, _a: CloseStaffSession(session_id=the_session(s).pk),
        SAM,
        ((system, False),),
    ),
    "ResealValues": CommandCase(lambda _s, _a: ResealValues(place="people.rightsrequest.email"), NOBODY, ONLY_SYSTEM),
}
PAGES: dict[str, PageCase] = {
    "people:account": PageCase(SIGNED_IN),
    "people:name": PageCase(SIGNED_IN),
    "people:hide": PageCase(SIGNED_IN),
    "people:consents": PageCase(SIGNED_IN),
    "people:data": PageCase(SIGNED_IN),
    "people:download": PageCase(SIGNED_IN),
    "people:own_requests": PageCase(SIGNED_IN),
    "people:leave": PageCase(SIGNED_IN),
    "people:keep": PageCase(SIGNED_IN, method="post"),
    "people:gone": PageCase(EVERYBODY),
    "people:safety": PageCase(EVERYBODY),
    "people:employer_address": PageCase(EVERYBODY),
    "people:ask": PageCase(EVERYBODY),
    "people:asked": PageCase(EVERYBODY),
    "people:request": PageCase(EVERYBODY, lambda s: {"token": request_token(the_request(s).pk)}),
    "people:unsubscribe": PageCase(
        EVERYBODY,
        lambda s: {"token": unsubscribe_url("sam@example.org", s.westbury.pk, "email", NEWS).split("/")[-2]},
    ),
    "people:open_session": PageCase(SAM, prepare),
    "people:close_session": PageCase(SIGNED_IN, method="post"),
    "people:desk": PageCase(RUN_A_BODY, prepare),
    "people:desk_request": PageCase(CORA, lambda s: {"request_id": to_westbury(s).pk}),
}
API: dict[str, ApiCase] = {}
