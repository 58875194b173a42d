"""What happens in every room when somebody leaves, or hides."""

from __future__ import annotations

import json
from datetime import timedelta

from causeway.domains.alliances.commands.agree_action import AgreeAction
from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.offer_office import OfferOffice
from causeway.domains.alliances.commands.renew_calendar_key import RenewCalendarKey as RenewMeetingsKey
from causeway.domains.alliances.commands.reply_to_meeting import ReplyToMeeting
from causeway.domains.alliances.commands.show_my_name import ShowMyName
from causeway.domains.alliances.models import MeetingAction, MeetingReply, Membership, Office, OfficeOffer, Term
from causeway.domains.alliances.standing import alliances_of, organisations_of
from causeway.domains.assemblies.commands.accept_seat import AcceptSeat
from causeway.domains.assemblies.commands.add_statement import AddStatement
from causeway.domains.assemblies.commands.ask_about_report import AskAboutReport
from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.form_committee import FormCommittee
from causeway.domains.assemblies.commands.join_conversation import JoinConversation
from causeway.domains.assemblies.commands.object_to_roll import ObjectToRoll
from causeway.domains.assemblies.models import RecallSupport, Seat
from causeway.domains.campaigns.commands.choose_reminders import ChooseReminders
from causeway.domains.campaigns.commands.renew_calendar_key import RenewCalendarKey as RenewShiftsKey
from causeway.domains.campaigns.commands.sign_up_for_event import SignUpForEvent
from causeway.domains.campaigns.commands.take_shift import TakeShift
from causeway.domains.campaigns.commands.take_task import TakeTask
from causeway.domains.campaigns.models import SignUp, Step, Task, Turn
from causeway.domains.impact.commands.begin_check import BeginCheck
from causeway.domains.people.commands.erase_person import ErasePerson
from causeway.domains.people.commands.hide_me import HideMe
from causeway.domains.people.handlers import resume_unfinished
from causeway.domains.people.models import Leaver, Person
from causeway.domains.people.sections import everything_about
from causeway.domains.petitions.commands.hand_in_petition import HandInPetition
from causeway.domains.petitions.commands.save_sheet_draft import SaveSheetDraft
from causeway.domains.petitions.models import Petition, PetitionTally, Sheet, Signature
from causeway.domains.petitions.queries import totals
from causeway.domains.services.commands.make_handler_key import MakeHandlerKey
from causeway.domains.services.models import HandlerKey
from causeway.kernel import clock, outbox
from causeway.kernel.actors import Member, System
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from causeway.project.subscriptions import SUBSCRIPTIONS
from tests.domains.alliances import scene as alliances
from tests.domains.assemblies import (
    card_scene,
    floor_scene,
    mandate_scene,
    motions_scene,
    postal_scene,
    recall_scene,
    talk_scene,
)
from tests.domains.assemblies.scene import DAY, called, election, let_pass, stand
from tests.domains.budgets import scene as budgets_scene
from tests.domains.campaigns import events_scene
from tests.domains.campaigns.scene import task
from tests.domains.petitions.paper_scene import lines, printed, sheet_out
from tests.domains.petitions.scene import confirm, petition, sign
from tests.domains.services import scene as services
from tests.domains.services.tip_off_scene import PASSPHRASE
from tests.scenes import Scene
from tests.traces import traces_of
from tests.work import work

EMAIL, NAME = "ravi@example.org", "Ravi Rep"


def sign_as_ravi(scene: Scene) -> Signature:
    """Online, with both boxes ticked and the name shown."""
    signature = sign(scene, NAME, "Ravi@Example.org", shows_name=True, updates=True)
    return confirm(signature)


def elect_rep(scene: Scene) -> None:
    """Ravi is elected, unopposed, under a name on the paper that is not his whole one, and takes the place up."""
    process = called(scene, title="The rota committee")
    stand(process, scene.people["rep"], "The rep")
    let_pass(process, DAY + DAY / 24)
    job = System(reason="a test")
    perform(job, CloseNominations(ballot_id=process.pk))
    committee = perform(job, FormCommittee(ballot_id=process.pk))
    perform(scene.actor("rep"), AcceptSeat(seat_id=committee.seats.get().pk))


def ravi_everywhere(scene: Scene) -> None:
    """Ravi does what a busy person does here, in every room."""
    ravi, cora = scene.actor("rep"), scene.actor("coordinator")
    person_id = scene.people["rep"].pk
    perform(ravi, JoinOrganisation(organisation_id=scene.users_group.pk))
    perform(ravi, ReplyToMeeting(meeting_id=alliances.meeting(scene).pk, answer="coming", named=True))
    perform(ravi, RenewMeetingsKey())
    held = alliances.held_meeting(scene)
    perform(cora, AgreeAction(meeting_id=held.pk, text="Book the square", who="Ravi Rep and the branch"))
    perform(cora, OfferOffice(body_id=scene.westbury.pk, title="Clerk", role=Office.Role.DELEGATE, email=EMAIL))
    handler = {"title": "Third handler", "role": Office.Role.HANDLER}
    perform(cora, AppointToOffice(body_id=scene.westbury.pk, person_id=person_id, **handler))
    perform(ravi, MakeHandlerKey(alliance_id=scene.westbury.pk, passphrase=PASSPHRASE))
    perform(ravi, ShowMyName(term_id=Term.objects.filter(person_id=person_id).first().pk, shown=True))
    perform(
        ravi, SignUpForEvent(event_id=events_scene.public_event(scene).pk, access_needs="A ramp", wants_to_hear=True)
    )
    events_scene.sign_up_visitor(events_scene.past_event(scene), EMAIL)
    perform(ravi, TakeShift(shift_id=events_scene.first_shift(scene).pk))
    perform(ravi, RenewShiftsKey())
    perform(ravi, ChooseReminders(hours_before=48))
    perform(ravi, TakeTask(task_id=task(scene).pk))
    sign_as_ravi(scene)
    sheet_out(scene)
    (other,) = printed(scene)
    draft = lines(NAME, email=EMAIL) + lines("Somebody Else")[1:]
    perform(cora, SaveSheetDraft(sheet_id=other.pk, lines=draft))
    stand(election(scene), scene.people["rep"], NAME, statement="More ramps.")
    card_scene.cast(scene, card_scene.voting(scene), "branch", card_scene.BRANCH, 0, 0, by="rep")
    postal_scene.posted(scene, title="By post")  # Ravi opens the envelopes
    hands = floor_scene.hands(scene)
    floor_scene.count(scene, hands, 3, 2, 1, teller="rep", code=floor_scene.teller_code(hands))
    elect_rep(scene)
    mandate_scene.ask(scene, election(scene), by=scene.people["rep"])
    asked = AskAboutReport(report_id=mandate_scene.report(scene).pk, text="And the buses?")
    perform(ravi, asked)
    recall_scene.support(recall_scene.running(scene), scene.people["rep"])
    talk = talk_scene.talk(scene)
    perform(ravi, JoinConversation(process_id=talk.pk, section="users"))
    perform(ravi, AddStatement(process_id=talk.pk, text=f"{NAME} should chair the centre."))
    talk_scene.table(scene)  # Ravi types in its hands
    perform(ravi, ObjectToRoll(process_id=election(scene).pk, text="Rowan ward is missing."))
    threat = services.public_threat(scene)
    perform(ravi, BeginCheck(kind="threat", subject_id=threat.pk, name=NAME))
    motions_scene.ravi_takes_part(scene)
    budgets_scene.ravi_takes_part(scene, NAME)
    work()


def leave(scene: Scene) -> None:
    person_id = scene.people["rep"].pk
    perform(Member(person_id), ErasePerson(person_id=person_id))
    work()


def test_when_somebody_has_left_neither_address_nor_name_stands_anywhere(scene: Scene) -> None:
    ravi_everywhere(scene)
    assert len(traces_of(EMAIL, NAME)) >= 7  # or the search could find nothing at all
    leave(scene)
    assert traces_of(EMAIL, NAME) == []
    assert not Leaver.objects.exists()


def test_what_somebody_held_ends_and_their_places_are_free_again(scene: Scene) -> None:
    ravi_everywhere(scene)
    ravi, person_id = scene.actor("rep"), scene.people["rep"].pk
    members, steps = Membership.objects.count(), Step.objects.count()
    leave(scene)
    assert organisations_of(ravi) == alliances_of(ravi) == []
    assert Membership.objects.count() == members - 1
    assert not MeetingReply.objects.exists()
    assert not Term.objects.filter(person_id=person_id, ended_on=None).exists()
    assert not Term.objects.filter(person_id=person_id, shown_publicly=True).exists()
    rotas = Seat.objects.get(committee__name="The rota committee")
    assert (rotas.state, rotas.person) == (Seat.State.GONE, None)
    assert RecallSupport.objects.count() == 1, "only whoever opened it supports it now"
    assert OfficeOffer.objects.get().status == OfficeOffer.Status.WITHDRAWN
    assert MeetingAction.objects.get().who == "somebody who has left and the branch"
    assert not HandlerKey.objects.filter(person_id=person_id).exists()
    assert not SignUp.objects.exists()
    assert not Turn.objects.filter(person_id=person_id).exists()
    assert Step.objects.count() < steps
    assert Task.objects.get().taken_by is None
    assert not Sheet.objects.filter(holder_id=person_id).exists()
    assert Sheet.objects.get(pk=sheet_out(scene).pk).state == Sheet.State.OUT


def test_those_who_stay_read_in_their_trail_that_an_office_is_vacant(scene: Scene) -> None:
    leave(scene)
    sentences = AuditEntry.objects.filter(scope=scene.branch.pk).values_list("sentence", flat=True)
    assert any("the account of its holder was erased" in sentence for sentence in sentences)


def test_a_signature_of_somebody_who_left_is_withdrawn_from_the_total(scene: Scene) -> None:
    sign_as_ravi(scene)
    confirm(sign(scene, email="sofia@example.org"))
    work()
    assert totals(petition(scene)).total == 2
    leave(scene)
    assert totals(petition(scene)).total == 1
    assert Signature.objects.count() == 1


def test_a_petition_that_was_handed_in_keeps_its_total_and_forgets_the_name(scene: Scene) -> None:
    sign_as_ravi(scene)
    work()
    fields = {"handed_in_on": clock.today(), "to_whom": "The council", "with_names": True}
    hand_in = perform(scene.actor("coordinator"), HandInPetition(petition_id=petition(scene).pk, **fields))
    assert json.loads(hand_in.paper)["names"] != []
    before = hand_in.digest
    leave(scene)
    assert traces_of(EMAIL, NAME) == []
    hand_in.refresh_from_db()
    assert (hand_in.total, hand_in.digest, json.loads(hand_in.paper)["names"]) == (1, before, [])
    assert PetitionTally.objects.get(petition=petition(scene)).signatures == 1
    assert totals(petition(scene)).total == 1


def test_where_a_room_fails_the_address_stays_sealed_until_the_rooms_are_asked_again(scene: Scene) -> None:
    sign_as_ravi(scene)
    work()
    person_id = scene.people["rep"].pk
    perform(Member(person_id), ErasePerson(person_id=person_id))
    queued: list[tuple[str, int]] = []
    outbox.relay(SUBSCRIPTIONS, queued.extend)  # and the worker is killed
    assert Leaver.objects.exists()
    assert resume_unfinished() == 0  # it may still be at work
    with clock.stopped_at(clock.now() + timedelta(hours=7)):
        assert resume_unfinished() == 1
    work()
    assert traces_of(EMAIL, NAME) == []
    assert not Leaver.objects.exists()
    for handler, event_id in queued:  # the job that was killed runs after all
        outbox.handle(SUBSCRIPTIONS, handler, event_id)
    assert Person.objects.get(pk=person_id).erased_at is not None


def test_whoever_hides_has_their_name_taken_off_everything_that_shows_it(scene: Scene) -> None:
    ravi_everywhere(scene)
    perform(scene.actor("rep"), HideMe())
    work()
    assert not Term.objects.filter(shown_publicly=True).exists()
    assert not MeetingReply.objects.filter(named=True).exists()
    assert not Signature.objects.filter(shows_name=True).exists()
    assert set(SignUp.objects.values_list("name", flat=True)) == {"A member"}


def test_the_download_holds_something_of_every_room(scene: Scene) -> None:
    ravi_everywhere(scene)
    held = {section.name: rows for section, rows in everything_about(scene.people["rep"].pk, EMAIL)}
    empty = {name for name, rows in held.items() if not rows}
    assert empty == {"sign-in", "requests", "tender-notices", "written"}
    assert {row["petition"] for row in held["signatures"]} == {Petition.objects.get().title}
    assert {row["organisation"] for row in held["memberships"]} == {scene.users_group.name}
    assert len(held["sign-ups"]) == 2
    assert {row.get("campaign") for row in held["ladder"]} != {None}


def test_the_download_holds_nothing_of_anybody_else(scene: Scene) -> None:
    ravi_everywhere(scene)
    held = everything_about(scene.people["stranger"].pk, "sam@example.org")
    text = json.dumps({section.name: rows for section, rows in held}, default=str)
    assert EMAIL not in text
    assert NAME not in text
    assert {section.name for section, rows in held if rows} == {"account"}
