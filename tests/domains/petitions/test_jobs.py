"""What Causeway itself does with signatures: letters, settling, totals, forgetting, clearing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from causeway.domains.petitions import queries
from causeway.domains.petitions.commands.admit_letter import (
    MOST_A_DAY,
    MOST_A_DAY_FOR_ONE_PETITION,
    AdmitLetter,
)
from causeway.domains.petitions.commands.clear_signatures import ClearSignatures
from causeway.domains.petitions.commands.close_petition import ClosePetition
from causeway.domains.petitions.commands.finish_update import FinishUpdate
from causeway.domains.petitions.commands.forget_unconfirmed import ForgetUnconfirmed
from causeway.domains.petitions.commands.note_delivery import NoteDelivery
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.commands.settle_signature import SettleSignature
from causeway.domains.petitions.commands.sign_petition import SignPetition
from causeway.domains.petitions.commands.tally_signatures import TallySignatures
from causeway.domains.petitions.commands.write_to_signers import WriteToSigners
from causeway.domains.petitions.models import Petition, Signature, Update
from causeway.domains.petitions.models.signatures import ServiceLetter
from causeway.kernel import clock
from causeway.kernel.actors import System, Visitor
from causeway.kernel.commands import Command
from causeway.kernel.errors import Conflict, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.petitions.scene import confirm, draft, petition, sign
from tests.scenes import Scene
from tests.trail import last_sentence
from tests.work import work

JOB = System("a test")


def sign_another(scene: Scene, number: int, email: str) -> Signature:
    """Fill in the form of a further petition with that address."""
    opened = perform(
        scene.actor("coordinator"), OpenPetition(petition_id=draft(scene, title=f"Petition {number} of many").pk)
    )
    form = SignPetition(petition_slug=opened.slug, name="Vic Tim", email=email, postcode="M6 5FS")
    return Signature.objects.get(pk=perform(Visitor(), form))


def admitted(signature: Signature) -> bool:
    return perform(JOB, AdmitLetter(signature_id=signature.pk))


def test_an_address_gets_few_letters_about_one_petition_in_a_day_and_more_the_next(scene: Scene) -> None:
    forms = [sign(scene, email="victim@example.org") for _form in range(MOST_A_DAY_FOR_ONE_PETITION + 1)]
    assert [admitted(form) for form in forms] == [True] * MOST_A_DAY_FOR_ONE_PETITION + [False]
    assert admitted(forms[0]), "asked again about the same form, the answer stays yes"
    assert ServiceLetter.objects.count() == MOST_A_DAY_FOR_ONE_PETITION
    with clock.stopped_at(clock.now() + timedelta(days=1, minutes=1)):
        assert admitted(forms[-1])


def test_an_address_gets_few_letters_a_day_about_all_petitions_however_it_is_spelt(scene: Scene) -> None:
    spellings = ["victim@example.org", "Victim@Example.org"]
    answers = [admitted(sign_another(scene, n, spellings[n % 2])) for n in range(MOST_A_DAY + 1)]
    assert answers == [True] * MOST_A_DAY + [False]
    assert admitted(sign(scene, email="somebody.else@example.org"))


def test_a_settled_signature_keeps_no_address_unless_the_signer_agreed_to_letters(scene: Scene) -> None:
    quiet, other = confirm(sign(scene, email="quiet@example.org")), sign(scene, email="quiet@example.org")
    news = confirm(sign(scene, email="news@example.org", updates=True))
    for signature in (quiet, news, news):
        perform(JOB, SettleSignature(signature_id=signature.pk))
    quiet.refresh_from_db()
    news.refresh_from_db()
    assert (quiet.email, quiet.reachable) == ("", False)
    assert (news.email, news.reachable, news.wishes) == ("news@example.org", True, [])
    assert not Signature.objects.filter(pk=other.pk).exists()
    assert "@" not in last_sentence(SettleSignature)


def test_a_signature_that_is_not_confirmed_is_not_settled(scene: Scene) -> None:
    waiting = sign(scene)
    perform(JOB, SettleSignature(signature_id=waiting.pk))
    waiting.refresh_from_db()
    assert waiting.email == "sofia@example.org"


def test_only_confirmed_signatures_are_added_to_the_totals_and_each_once(scene: Scene) -> None:
    for number in range(3):
        confirm(sign(scene, email=f"signer{number}@example.org"))
    sign(scene, email="waiting@example.org")
    assert perform(JOB, TallySignatures()) == 3
    assert perform(JOB, TallySignatures()) == 0
    assert queries.totals(petition(scene)).total == 3


def test_forms_that_nobody_confirmed_are_forgotten_after_fourteen_days(scene: Scene) -> None:
    confirm(sign(scene, email="stays@example.org"))
    waiting = sign(scene, email="waits@example.org")
    admitted(waiting)
    with clock.stopped_at(clock.now() + timedelta(days=13)):
        assert perform(JOB, ForgetUnconfirmed()) == 0
    assert not ServiceLetter.objects.exists(), "the log of letters is kept for a day"
    with clock.stopped_at(clock.now() + timedelta(days=15)):
        assert perform(JOB, ForgetUnconfirmed()) == 1
    assert not Signature.objects.filter(pk=waiting.pk).exists()
    assert Signature.objects.count() == 1
    assert last_sentence(ForgetUnconfirmed) == "deleted 1 signatures that nobody confirmed"


def test_a_year_after_the_close_the_signatures_go_and_the_totals_stay(scene: Scene) -> None:
    for number in range(2):
        confirm(sign(scene, email=f"signer{number}@example.org"))
    with pytest.raises(Conflict, match="not over"):
        perform(JOB, ClearSignatures(petition_id=petition(scene).pk))
    closed = perform(scene.actor("coordinator"), ClosePetition(petition_id=petition(scene).pk))
    with clock.stopped_at(clock.now() + timedelta(days=300)), pytest.raises(Conflict, match="not over"):
        perform(JOB, ClearSignatures(petition_id=closed.pk))
    with clock.stopped_at(clock.now() + timedelta(days=400)):
        assert queries.petitions_to_clear() == [closed.pk]
        perform(JOB, ClearSignatures(petition_id=closed.pk))
        assert queries.petitions_to_clear() == []
        with pytest.raises(Conflict, match="deleted already"):
            perform(JOB, ClearSignatures(petition_id=closed.pk))
    assert not Signature.objects.exists()
    assert queries.totals(Petition.objects.get(pk=closed.pk)).total == 2


def written(scene: Scene) -> Update:
    return perform(
        scene.actor("coordinator"),
        WriteToSigners(petition_id=petition(scene).pk, title="The vote is on Monday", text="Come to the town hall."),
    )


def test_a_letter_is_noted_once_and_counted_once_and_only_for_a_signer_of_the_petition(scene: Scene) -> None:
    signature, update = confirm(sign(scene, updates=True)), written(scene)
    command = NoteDelivery(update_id=update.pk, signature_id=signature.pk)
    assert [perform(JOB, command) for _run in range(3)] == [True, False, False]
    stranger = sign_another(scene, 2, "other@example.org")
    for nobody in (stranger.pk, uuid4()):
        assert perform(JOB, NoteDelivery(update_id=update.pk, signature_id=nobody)) is False
    update.refresh_from_db()
    assert update.letters == 1


def test_an_update_is_finished_when_its_first_run_ends_and_says_how_many_letters_went(scene: Scene) -> None:
    confirm(sign(scene, updates=True))
    work()
    update = written(scene)
    work()
    update.refresh_from_db()
    first = update.sent_at
    assert first is not None
    with clock.stopped_at(clock.now() + timedelta(hours=2)):
        assert perform(JOB, FinishUpdate(update_id=update.pk)).sent_at == first
    assert last_sentence(FinishUpdate) == "sent an update to 1 signers who agreed to it"


def test_nobody_but_causeway_does_the_jobs(scene: Scene) -> None:
    cora, signature, update = scene.actor("coordinator"), sign(scene), written(scene)
    jobs: tuple[Command[Any], ...] = (
        AdmitLetter(signature_id=signature.pk),
        SettleSignature(signature_id=signature.pk),
        TallySignatures(),
        ForgetUnconfirmed(),
        ClearSignatures(petition_id=petition(scene).pk),
        NoteDelivery(update_id=update.pk, signature_id=signature.pk),
        FinishUpdate(update_id=update.pk),
    )
    for command in jobs:
        with pytest.raises(Refused, match="Only Causeway itself"):
            perform(cora, command)
    with pytest.raises(Missing):
        perform(JOB, FinishUpdate(update_id=uuid4()))
