"""What each command does for somebody who leaves or hides: only to them, and no more when it runs twice."""

from __future__ import annotations

from typing import Any

import pytest

from causeway.domains.alliances.commands.forget_member import ForgetMember
from causeway.domains.alliances.commands.hide_member import HideMember
from causeway.domains.alliances.commands.reply_to_meeting import ReplyToMeeting
from causeway.domains.alliances.commands.show_my_name import ShowMyName
from causeway.domains.alliances.commands.vacate_office import VacateOffice
from causeway.domains.alliances.models import MeetingReply, Membership, OfficeOffer, Term
from causeway.domains.alliances.standing import coordinates, stands_in
from causeway.domains.campaigns.commands.forget_campaigner import ForgetCampaigner
from causeway.domains.campaigns.commands.hide_campaigner import HideCampaigner
from causeway.domains.campaigns.commands.sign_up_for_event import SignUpForEvent
from causeway.domains.campaigns.models import SignUp, Task, Turn
from causeway.domains.people.commands.erase_person import ErasePerson
from causeway.domains.people.commands.finish_erasure import FinishErasure
from causeway.domains.people.commands.hide_me import HideMe
from causeway.domains.people.commands.resume_erasure import ResumeErasure
from causeway.domains.people.models import Leaver
from causeway.domains.petitions import queries
from causeway.domains.petitions.commands.forget_signer import ForgetSigner
from causeway.domains.petitions.commands.hide_signer import HideSigner
from causeway.domains.petitions.models import Signature
from causeway.domains.services.commands.forget_handler import ForgetHandler
from causeway.domains.services.models import HandlerKey, TipOff
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.commands import Command
from causeway.kernel.errors import Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.alliances import scene as alliances
from tests.domains.campaigns.events_scene import public_event, sign_up_visitor, users_turn
from tests.domains.campaigns.scene import taken_task
from tests.domains.petitions.scene import confirm, petition, sign
from tests.domains.services.tip_off_scene import tip_off
from tests.scenes import Scene
from tests.trail import announced, last_sentence
from tests.work import work

LEAVING = System("an account was erased")


def twice(command: Command[Any]) -> None:
    """Jobs may run again: the second run must find nothing left to do."""
    for _run in range(2):
        perform(LEAVING, command)


def test_a_members_memberships_replies_and_offers_go_and_those_of_others_stay(scene: Scene) -> None:
    una, members = scene.people["user"], Membership.objects.count()
    perform(scene.actor("user"), ReplyToMeeting(meeting_id=alliances.meeting(scene).pk, answer="coming"))
    offer = alliances.offer(scene)
    twice(ForgetMember(person_id=una.pk, email=una.email, display_name=una.display_name))
    assert not stands_in(scene.actor("user"), scene.westbury.pk)
    assert Membership.objects.count() == members - 1
    assert not MeetingReply.objects.exists()
    assert OfficeOffer.objects.get(pk=offer.pk).status == OfficeOffer.Status.OFFERED
    sam = scene.people["stranger"]
    twice(ForgetMember(person_id=sam.pk, email=sam.email, display_name=sam.display_name))
    gone = OfficeOffer.objects.get(pk=offer.pk)
    assert (gone.status, gone.email, bytes(gone.email_index)) == (OfficeOffer.Status.WITHDRAWN, "", b"")


def test_an_office_is_vacated_even_by_the_last_who_led_and_its_history_stays(scene: Scene) -> None:
    term = Term.objects.get(person=scene.people["coordinator"], office__alliance=scene.westbury)
    twice(VacateOffice(term_id=term.pk))
    assert not coordinates(scene.actor("coordinator"), scene.westbury.pk)
    kept = Term.objects.get(pk=term.pk)
    assert (kept.starts_on, kept.ended_on, kept.shown_publicly) == (term.starts_on, clock.today(), False)
    assert "Cora" not in last_sentence(VacateOffice)


def test_hiding_takes_ones_name_off_offices_and_replies_and_leaves_both(scene: Scene) -> None:
    hana, term = scene.actor("handler_one"), alliances.handlers_term(scene)
    perform(hana, ShowMyName(term_id=term.pk, shown=True))
    perform(hana, ReplyToMeeting(meeting_id=alliances.meeting(scene).pk, answer="coming", named=True))
    twice(HideMember(person_id=scene.people["handler_one"].pk))
    kept = Term.objects.get(pk=term.pk)
    assert (kept.shown_publicly, kept.ended_on) == (False, None)
    assert MeetingReply.objects.get().named is False


def test_a_campaigners_place_goes_to_who_waits_and_their_tasks_and_shifts_are_free(scene: Scene) -> None:
    una, event = scene.people["user"], public_event(scene)
    turn, task = users_turn(scene), taken_task(scene)
    perform(scene.actor("user"), SignUpForEvent(event_id=event.pk))
    other = sign_up_visitor(event)
    twice(ForgetCampaigner(person_id=una.pk, email=una.email))
    assert list(SignUp.objects.all()) == [other]
    assert not Turn.objects.filter(pk=turn.pk).exists()
    assert Task.objects.get(pk=task.pk).taken_by is None
    assert "Una" not in last_sentence(ForgetCampaigner)


def test_a_hidden_campaigner_still_comes_under_no_name(scene: Scene) -> None:
    una, event = scene.people["user"], public_event(scene)
    sign_up = perform(scene.actor("user"), SignUpForEvent(event_id=event.pk))
    other = sign_up_visitor(event)
    perform(scene.actor("user"), HideMe())
    twice(HideCampaigner(person_id=una.pk, email=una.email))
    assert "Una" not in SignUp.objects.get(pk=sign_up.pk).name
    assert SignUp.objects.get(pk=other.pk).name == "Vera"


def test_a_signers_signatures_are_withdrawn_however_the_address_was_spelt(scene: Scene) -> None:
    sam = scene.people["stranger"]
    confirm(sign(scene, email="Sam@Example.org", updates=True))
    stays = confirm(sign(scene, email="other@example.org", updates=True))
    work()
    twice(ForgetSigner(person_id=sam.pk, email=sam.email))
    work()
    assert [row.pk for row in Signature.objects.all()] == [stays.pk]
    assert queries.totals(petition(scene)).total == 1


def test_a_hidden_signers_signature_counts_and_its_name_is_not_shown(scene: Scene) -> None:
    sam = scene.people["stranger"]
    confirm(sign(scene, "Sam Stranger", "sam@example.org", shows_name=True, updates=True))
    confirm(sign(scene, "Olga Other", "other@example.org", shows_name=True, updates=True))
    work()
    twice(HideSigner(person_id=sam.pk, email=sam.email))
    assert [row.name for row in queries.names_shown(petition(scene))] == ["Olga Other"]
    assert queries.totals(petition(scene)).total == 2


def test_a_handlers_keys_go_and_the_other_handlers_keep_theirs_and_the_tip_off(scene: Scene) -> None:
    row = tip_off(scene)
    twice(ForgetHandler(person_id=scene.people["handler_one"].pk))
    assert [key.person for key in HandlerKey.objects.select_related("person")] == [scene.people["handler_two"]]
    assert TipOff.objects.filter(pk=row.pk).exists()


def test_an_erasure_is_announced_again_until_it_is_finished_and_then_the_address_is_gone(scene: Scene) -> None:
    sam = scene.people["stranger"].pk
    perform(scene.actor("stranger"), ErasePerson(person_id=sam))
    twice(ResumeErasure(person_id=sam))
    assert announced("PersonErased") == 3
    assert Leaver.objects.filter(pk=sam).exists()
    twice(FinishErasure(person_id=sam))
    assert not Leaver.objects.exists()
    with pytest.raises(Missing):
        perform(LEAVING, ResumeErasure(person_id=sam))


def test_no_person_makes_others_leave_or_hide(scene: Scene) -> None:
    sam, term = scene.people["stranger"], alliances.handlers_term(scene)
    commands: tuple[Command[Any], ...] = (
        ForgetMember(person_id=sam.pk, email=sam.email, display_name=sam.display_name),
        HideMember(person_id=sam.pk),
        VacateOffice(term_id=term.pk),
        ForgetCampaigner(person_id=sam.pk, email=sam.email),
        HideCampaigner(person_id=sam.pk, email=sam.email),
        ForgetSigner(person_id=sam.pk, email=sam.email),
        HideSigner(person_id=sam.pk, email=sam.email),
        ForgetHandler(person_id=sam.pk),
        FinishErasure(person_id=sam.pk),
    )
    for command in commands:
        with pytest.raises((Refused, Missing)):
            perform(scene.actor("coordinator"), command)
