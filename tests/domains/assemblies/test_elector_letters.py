"""Letters to electors: to those on the roll who want them, once, and never telling who has voted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.leave_organisation import LeaveOrganisation
from causeway.domains.assemblies import letter_tasks
from causeway.domains.assemblies.commands.begin_vote_letter import BeginVoteLetter
from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.choose_vote_letters import ChooseVoteLetters
from causeway.domains.assemblies.commands.take_vote_letters import TakeVoteLetters
from causeway.domains.assemblies.models import Process, Voted, VoteLetter
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.assemblies import letters_scene
from tests.domains.assemblies import scene as room
from tests.scenes import Scene, person

JOB = System(reason="a test")


def run() -> list[str]:
    """What the job sends now: the addresses, in order; each letter goes to one."""
    mail.outbox.clear()
    letter_tasks.write_to_electors(timestamp=0)
    assert all(len(letter.to) == 1 for letter in mail.outbox)
    return sorted(letter.to[0] for letter in mail.outbox)


def test_only_those_on_the_roll_who_want_letters_get_one(scene: Scene) -> None:
    members = room.members(scene)
    letters_scene.want(scene, *members[:3], scene.people["coordinator"])  # who is not on the roll
    room.voting(scene)
    assert run() == sorted(one.email for one in members[:3])
    assert "until" in mail.outbox[0].body
    assert mail.outbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert run() == []


def test_whoever_stopped_letters_gets_none(scene: Scene) -> None:
    members = room.members(scene)
    letters_scene.want(scene, *members[:2])
    letters_scene.want(scene, members[0], wanted=False)
    room.voting(scene)
    assert run() == [members[1].email]


def test_the_last_day_letter_is_the_same_for_those_who_voted_and_those_who_did_not(scene: Scene) -> None:
    members = room.members(scene)
    letters_scene.want(scene, *members)
    process = room.settled(scene, closes_at=room.clock.now() + 4 * room.DAY)
    process = room.let_pass(process, room.DAY)
    run()
    for voter in members[:3]:
        room.cast(process, voter, (1, None, None, None))
    assert run() == []
    room.let_pass(process, 2 * room.DAY + timedelta(hours=1))
    assert Voted.objects.count() == 3
    assert run() == sorted(one.email for one in members)
    said = {(letter.subject, letter.body.partition("Stop these letters")[0]) for letter in mail.outbox}
    assert len(said) == 1
    assert "if you have voted, there is nothing to do" in mail.outbox[0].body
    assert run() == []


def test_a_short_vote_is_not_announced_twice(scene: Scene) -> None:
    letters_scene.want(scene, *room.members(scene))
    process = room.let_pass(room.settled(scene), room.DAY)
    assert run()
    room.let_pass(process, timedelta(hours=47))
    assert run() == []


def test_names_and_results_are_announced_each_once(scene: Scene) -> None:
    members = room.members(scene)
    letters_scene.want(scene, members[0])
    room.election(scene)
    assert run() == [members[0].email]
    assert "You can stand in" in mail.outbox[0].body
    room.counted(scene)
    assert run() == [members[0].email]
    assert "result" in mail.outbox[0].subject
    assert run() == []


def test_nothing_is_written_about_a_vote_that_was_cancelled_or_whose_roll_is_not_settled(scene: Scene) -> None:
    letters_scene.want(scene, *room.members(scene))
    process = room.settled(scene)
    perform(scene.actor("coordinator"), CancelProcess(process_id=process.pk, reason="Too soon."))
    room.let_pass(process, room.DAY)
    room.let_pass(room.set_up(scene), room.DAY)
    assert run() == []


def test_an_interrupted_job_writes_to_nobody_twice(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    members = room.members(scene)
    letters_scene.want(scene, *members)
    room.voting(scene)
    monkeypatch.setattr(letter_tasks, "AT_ONCE", 2)
    sent: list[str] = []

    def break_down(*arguments: object, **named: object) -> bool:
        if len(sent) == 3:
            raise ConnectionError("the mail server is away")
        sent.append("one")
        return True

    with monkeypatch.context() as broken:
        broken.setattr(letter_tasks, "send_with_consent", break_down)
        with pytest.raises(ConnectionError):
            letter_tasks.write_to_electors(timestamp=0)
    later = run()
    assert len(later) == len(set(later)) == 3  # two batches were taken, of which one letter was lost: none is doubled
    assert VoteLetter.objects.get().reached is None  # what stood there while it went out is forgotten


def test_two_workers_at_once_send_each_letter_once(scene: Scene) -> None:
    letter = letters_scene.begun(scene)
    with pytest.raises(Conflict):
        perform(JOB, BeginVoteLetter(kind=VoteLetter.Kind.OPENED, about_id=letter.about_id))
    assert perform(JOB, TakeVoteLetters(letter_id=letter.pk, upto=b"m"))
    assert not perform(JOB, TakeVoteLetters(letter_id=letter.pk, upto=b"m"))
    assert not perform(JOB, TakeVoteLetters(letter_id=letter.pk, upto=b"a"))
    assert perform(JOB, TakeVoteLetters(letter_id=letter.pk, upto=None))
    assert not perform(JOB, TakeVoteLetters(letter_id=letter.pk, upto=b"z"))


def test_who_joined_after_the_roll_was_settled_and_who_has_left_get_no_letter(scene: Scene) -> None:
    members, late = room.members(scene), person("late@example.org", "Late")
    room.voting(scene)
    perform(Member(late.pk), JoinOrganisation(organisation_id=scene.users_group.pk))
    letters_scene.want(scene, late, *members[:2])
    perform(Member(members[1].pk), LeaveOrganisation(organisation_id=scene.users_group.pk))
    assert run() == [members[0].email]


def test_votes_that_are_steps_of_one_process_share_a_letter(scene: Scene) -> None:
    members = room.members(scene)
    letters_scene.want(scene, members[0])
    whole = room.settled(scene, title="The conference")
    for title in ("First motion", "Second motion"):
        step = room.let_pass(room.settled(scene, title=title), room.DAY)
        Process.objects.filter(pk=step.pk).update(part_of=whole)
    assert run() == [members[0].email]
    assert mail.outbox[0].subject == "Votes are open: The conference"


def test_the_trail_of_the_body_names_nobody_who_wants_letters(scene: Scene) -> None:
    letters_scene.want(scene, scene.people["user"])
    room.voting(scene)
    run()
    entries = AuditEntry.objects.filter(scope=scene.westbury.pk, command__in=["GiveConsent", "TakeVoteLetters"])
    assert {entry.actor_id for entry in entries} == {None}


@pytest.mark.django_db(transaction=True)
def test_each_letter_is_sent_outside_any_transaction(scene: Scene, settings: object) -> None:
    letters_scene.want(scene, scene.people["user"])
    room.voting(scene)
    settings.TESTING = False  # type: ignore[attr-defined]  # the mail’s own guard, which tests switch off
    assert run() == [scene.people["user"].email]


def test_a_member_chooses_on_a_page_with_the_words_that_they_agree_to(scene: Scene, client: Client) -> None:
    client.force_login(scene.people["user"])
    address = reverse("assemblies:letters", kwargs={"room": "alliances", "slug": scene.westbury.slug})
    assert "may e-mail me when it decides something" in client.get(address).content.decode()
    client.post(address)
    letters_scene.work()
    assert "Stop letters about votes?" in client.get(address).content.decode()
    client.post(address)
    letters_scene.work()
    assert "I agree: write to me" in client.get(address).content.decode()
    with pytest.raises(Refused):
        perform(scene.actor("stranger"), ChooseVoteLetters(body_id=scene.westbury.pk, wanted=True))
