"""A confirmed signature is the first rung of the campaign's ladder."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core import mail
from django.test import Client

from causeway.domains.campaigns.commands.ask_for_next_step import AskForNextStep
from causeway.domains.campaigns.ladder_queries import ladder_of
from causeway.domains.campaigns.models import Ask, Contact, Rung, Step
from causeway.domains.campaigns.models import Asked as AskedRow
from causeway.domains.campaigns.wording_of_consent import consent_wording
from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.commands.stop_everything import StopEverything
from causeway.domains.people.models import Consent
from causeway.domains.petitions import handlers, links
from causeway.domains.petitions.events import SignatureConfirmed
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.domains.petitions.scene import campaign, confirm, sign
from tests.scenes import Scene
from tests.work import work


def test_a_signature_is_a_step_once_it_is_confirmed_and_only_once(scene: Scene) -> None:
    signature = sign(scene)
    work()
    assert not Step.objects.exists()
    confirm(signature)
    work()
    handlers.settle(SignatureConfirmed(signature_id=signature.pk, petition_id=signature.petition_id))  # tried again
    assert [step.rung for step in Step.objects.filter(campaign_id=signature.petition.campaign_id)] == [Rung.SIGNED]


def ask(scene: Scene, rung: Rung = Rung.SIGNED) -> Ask:
    """The coordinator asks those on a rung to come to the meeting."""
    made = perform(
        scene.actor("coordinator"),
        AskForNextStep(
            campaign_id=campaign(scene).pk,
            controller_id=scene.westbury.pk,
            rung=rung,
            subject="Come to the meeting",
            message="You signed our petition. Will you come to the meeting next week?",
        ),
    )
    mail.outbox.clear()
    work()
    return Ask.objects.get(pk=made.pk)


def test_a_signer_who_ticked_the_box_is_asked_for_the_next_step_and_can_stop_it(scene: Scene, client: Client) -> None:
    signature = sign(scene, "Sofia Signer", next_step=True)
    work()
    assert not Contact.objects.exists()  # not before the address is confirmed
    confirm(signature)
    work()
    consent = Consent.objects.get()
    assert (consent.purpose, consent.controller_id) == ("next-step", scene.westbury.pk)
    assert consent.wording == consent_wording(scene.westbury.name)
    signed = next(
        rung for rung in ladder_of(scene.actor("coordinator"), campaign(scene)).rungs if rung.rung == "signed"
    )
    assert (signed.reached, signed.standing) == (1, 1)

    asked = ask(scene)
    assert (asked.sent, asked.no_consent) == (1, 0)
    (letter,) = mail.outbox
    assert letter.to == ["sofia@example.org"]
    stop = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert stop in letter.body
    assert client.post(urlsplit(stop).path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    AskedRow.objects.all().delete()  # a week later
    assert ask(scene).sent == 0
    assert not mail.outbox


def test_without_the_box_no_address_is_kept_and_nobody_is_asked(scene: Scene) -> None:
    signature = confirm(sign(scene))
    work()
    signature.refresh_from_db()
    assert signature.email == ""
    assert not Contact.objects.exists()
    assert not Consent.objects.exists()
    assert ask(scene).sent == 0
    assert not mail.outbox


def test_stopping_letters_from_the_signature_forgets_the_contact_at_once(scene: Scene, client: Client) -> None:
    signature = confirm(sign(scene, next_step=True))
    work()
    page = f"/petitions/signature/{links.token_for(signature.pk)}/"
    assert consent_wording(scene.westbury.name) in client.get(page).content.decode()
    client.post(f"{page}stop/")
    assert not Contact.objects.exists()
    assert Consent.objects.get().withdrawn_at is not None


def test_who_stopped_every_letter_before_is_not_kept_and_the_signature_still_settles(scene: Scene) -> None:
    stop = StopEverything(subject_index=index_of_address("sofia@example.org"))
    perform(System("asked on paper"), stop)
    signature = confirm(sign(scene, next_step=True))
    work()
    signature.refresh_from_db()
    assert signature.wishes == []
    assert not Contact.objects.exists()
