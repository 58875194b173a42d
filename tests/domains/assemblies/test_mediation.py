"""Mediation: those named in it read and write, the mediator once all agree, and nobody else learns of it."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from causeway.domains.assemblies import mediation_queries
from causeway.domains.assemblies.commands.agree_to_mediator import AgreeToMediator
from causeway.domains.assemblies.commands.answer_as_mediator import AnswerAsMediator
from causeway.domains.assemblies.commands.close_mediation import CloseMediation
from causeway.domains.assemblies.commands.name_mediator import NameMediator
from causeway.domains.assemblies.commands.open_mediation import OpenMediation
from causeway.domains.assemblies.commands.write_in_mediation import WriteInMediation
from causeway.domains.assemblies.models import Mediation, MediationMessage
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.assemblies import motions_scene as room
from tests.scenes import CAST, Scene
from tests.work import work

pytestmark = pytest.mark.django_db

SECRET = "Let us agree on a day before we publish anything."


def test_only_those_named_find_a_mediation_and_the_coordinator_is_not_among_them(scene: Scene) -> None:
    mediation = room.mediation(scene)
    see = {name for name in CAST if mediation_queries.visible_mediations(scene.actor(name)).exists()}
    assert see == {"rep", "user_officer", "stranger"}
    for name in set(CAST) - see:
        with pytest.raises(Missing):
            perform(scene.actor(name), CloseMediation(mediation_id=mediation.pk, outcome="I read it."))
        with pytest.raises(Missing):
            perform(scene.actor(name), WriteInMediation(mediation_id=mediation.pk, text="Hello."))


def test_a_mediator_reads_only_when_they_accepted_and_every_organisation_agreed(scene: Scene) -> None:
    mediation, sam = room.mediation(scene), scene.actor("stranger")
    client = Client()
    client.force_login(scene.people["stranger"])

    def reads() -> bool:
        return SECRET in client.get(mediation.get_absolute_url()).text

    assert not reads()
    perform(sam, AnswerAsMediator(mediation_id=mediation.pk, accept=True))
    assert not reads()
    with pytest.raises(Missing):
        perform(sam, WriteInMediation(mediation_id=mediation.pk, text="I am here."))
    command = AgreeToMediator(mediation_id=mediation.pk, organisation_id=scene.users_group.pk)
    perform(scene.actor("user_officer"), command)
    assert reads()
    perform(sam, WriteInMediation(mediation_id=mediation.pk, text="What do both of you fear?"))
    assert MediationMessage.objects.filter(organisation=None).count() == 1


def test_whoever_is_replaced_as_mediator_reads_no_more(scene: Scene) -> None:
    mediation = room.mediated(scene)
    command = NameMediator(mediation_id=mediation.pk, organisation_id=scene.branch.pk, email="una@example.org")
    perform(scene.actor("rep"), command)
    assert not mediation_queries.visible_mediations(scene.actor("stranger")).exists()
    assert mediation_queries.visible_mediations(scene.actor("user")).exists()
    assert not mediation_queries.is_agreed(Mediation.objects.get(pk=mediation.pk))


def test_an_officer_writes_for_no_other_organisation(scene: Scene) -> None:
    mediation = room.mediation(scene)
    for name, organisation in (("rep", scene.users_group), ("outsider", scene.eastmoor_group)):
        command = WriteInMediation(mediation_id=mediation.pk, organisation_id=organisation.pk, text="Not mine.")
        with pytest.raises(Missing):
            perform(scene.actor(name), command)


def test_a_closed_mediation_keeps_its_outcome_and_takes_no_more_words(scene: Scene) -> None:
    mediation = room.mediated(scene)
    perform(scene.actor("stranger"), CloseMediation(mediation_id=mediation.pk, outcome="Both march on Monday."))
    command = WriteInMediation(mediation_id=mediation.pk, organisation_id=scene.branch.pk, text="But.")
    with pytest.raises(Conflict, match="closed"):
        perform(scene.actor("rep"), command)
    client = Client()
    client.force_login(scene.people["user_officer"])
    assert "Both march on Monday." in client.get(mediation.get_absolute_url()).text


def test_the_words_lie_encrypted_and_the_trails_of_bodies_say_nothing(scene: Scene) -> None:
    mediation = room.mediated(scene)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT subject FROM assemblies_mediation UNION ALL SELECT text FROM assemblies_mediationmessage"
        )
        stored = [bytes(row[0]) for row in cursor.fetchall()]
    assert len(stored) == 2
    assert not any(b"strike" in value or b"publish" in value for value in stored)
    bodies = (scene.westbury.pk, scene.branch.pk, scene.users_group.pk)
    assert not AuditEntry.objects.filter(scope__in=bodies, about=mediation.pk).exists()
    assert AuditEntry.objects.filter(scope=mediation.pk).count() == 3


def test_the_letters_say_neither_who_nor_what_about(scene: Scene) -> None:
    room.mediation(scene)
    work()
    addressed = {letter.to[0] for letter in mail.outbox}
    assert addressed == {"ravi@example.org", "ugo@example.org", "sam@example.org"}
    assert not any("strike" in letter.body or SECRET in letter.body for letter in mail.outbox)
    to_sam = next(letter for letter in mail.outbox if letter.to == ["sam@example.org"])
    assert "Westbury Health Branch" not in to_sam.body


def test_a_mediator_who_answers_leaves_no_address_behind(scene: Scene) -> None:
    mediation = room.mediation(scene)
    perform(scene.actor("stranger"), AnswerAsMediator(mediation_id=mediation.pk, accept=False))
    kept = Mediation.objects.get(pk=mediation.pk)
    assert (kept.mediator_email, kept.mediator_index, kept.mediator) == ("", None, None)


def test_talks_are_asked_of_organisations_of_a_shared_alliance_only(scene: Scene) -> None:
    fields = {"organisation_id": scene.branch.pk, "subject": "A day", "text": "Let us talk."}
    for others in ((), (scene.eastmoor_group.pk,), (scene.branch.pk,)):
        with pytest.raises(Invalid, match="stands in an alliance with yours"):
            perform(scene.actor("rep"), OpenMediation(other_ids=others, **fields))
    with pytest.raises(Refused):
        perform(scene.actor("coordinator"), OpenMediation(other_ids=(scene.users_group.pk,), **fields))


def test_an_officer_opens_a_talk_from_a_motion_on_the_page(scene: Scene) -> None:
    motion = room.motion(scene)
    client = Client()
    client.force_login(scene.people["rep"])
    address = f"{reverse('assemblies:open_mediation')}?motion={motion.pk}"
    assert motion.title in client.get(address).text
    given = {
        "organisation": str(scene.branch.pk),
        "others": [str(scene.users_group.pk)],
        "subject": motion.title,
        "text": "Before the vote.",
    }
    answer = client.post(address, given, follow=True)
    assert "Before the vote." in answer.text
    assert Mediation.objects.get().motion == motion
    answer = client.post(answer.redirect_chain[-1][0], {"organisation": str(scene.branch.pk), "text": ""})
    assert answer.status_code == 422
