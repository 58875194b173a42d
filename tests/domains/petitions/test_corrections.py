"""Put right afterwards: a petition's text, a signer's name, consents, an organisation under an open letter."""

from __future__ import annotations

import pytest
from django.test import Client

from causeway.domains.alliances.models import Organisation
from causeway.domains.people.models import Consent
from causeway.domains.petitions import links, queries
from causeway.domains.petitions.commands.close_petition import ClosePetition
from causeway.domains.petitions.commands.correct_petition import CorrectPetition
from causeway.domains.petitions.commands.correct_signature import CorrectSignature
from causeway.domains.petitions.commands.endorse_open_letter import EndorseOpenLetter
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.commands.stop_letters import StopLetters
from causeway.domains.petitions.commands.withdraw_endorsement import WithdrawEndorsement
from causeway.domains.petitions.models import Endorsement, Petition, Signature
from causeway.kernel import clock
from causeway.kernel.actors import Bearer
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.petitions.paper_scene import paper_signature
from tests.domains.petitions.scene import confirm, draft, petition, sign
from tests.scenes import Scene
from tests.trail import announced, last_sentence
from tests.work import work


def holder(signature: Signature) -> Bearer:
    return links.bearer_of(links.token_for(signature.pk))


def test_a_correction_stands_under_the_text_which_stays_as_it_was_signed(scene: Scene) -> None:
    cora, row = scene.actor("coordinator"), petition(scene)
    for text in ("The vote is on the 12th, not the 11th.", "The centre has 90 users."):
        perform(cora, CorrectPetition(petition_id=row.pk, text=text))
    page = Client().get(f"/petitions/{row.slug}/").content.decode()
    assert row.text in page
    assert "The vote is on the 12th" in page
    assert "The centre has 90 users" in page
    assert Petition.objects.get(pk=row.pk).text == row.text


def test_a_draft_needs_no_correction_and_an_empty_one_says_nothing(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    with pytest.raises(Conflict, match="still a draft"):
        perform(cora, CorrectPetition(petition_id=draft(scene, title="Buses after six").pk, text="Typo"))
    for text in ("  ", "x" * 2001):
        with pytest.raises(Invalid) as refused:
            perform(cora, CorrectPetition(petition_id=petition(scene).pk, text=text))
        assert "text" in refused.value.fields
    with pytest.raises(Refused, match="Ask a coordinator"):
        perform(scene.actor("rep"), CorrectPetition(petition_id=petition(scene).pk, text="Typo"))
    assert not petition(scene).corrections.exists()


def test_a_signer_spells_their_name_anew_and_decides_whether_it_is_shown(scene: Scene) -> None:
    signature = confirm(sign(scene, "Sofia Sygner", shows_name=True))

    def shown() -> list[str]:
        return [row.name for row in queries.names_shown(petition(scene))]

    corrected = perform(
        holder(signature), CorrectSignature(signature_id=signature.pk, name="Sofia Signer", shows_name=True)
    )
    corrected.refresh_from_db()
    assert (corrected.name, corrected.shows_name) == ("Sofia Signer", True)
    assert corrected.same_line != signature.same_line
    assert shown() == ["Sofia Signer"]
    perform(holder(signature), CorrectSignature(signature_id=signature.pk, shows_name=False))
    assert shown() == []
    assert "Sofia" not in last_sentence(CorrectSignature)


def test_nobody_but_the_signer_corrects_a_signature_and_one_on_paper_stands(scene: Scene) -> None:
    signature, paper = sign(scene), paper_signature(scene)
    other = sign(scene, email="other@example.org")
    for actor in (scene.actor("coordinator"), holder(other)):
        with pytest.raises(Missing):
            perform(actor, CorrectSignature(signature_id=signature.pk, name="Somebody Else", shows_name=True))
    with pytest.raises(Refused, match="A name on paper stands"):
        perform(holder(paper), CorrectSignature(signature_id=paper.pk, name="Somebody Else", shows_name=True))


def test_stopping_letters_ends_every_consent_and_the_signature_stays(scene: Scene) -> None:
    organisations = (scene.branch.pk, scene.users_group.pk)
    signature = confirm(sign(scene, updates=True, organisation_ids=organisations))
    work()
    assert Consent.objects.filter(withdrawn_at=None).count() == 3
    for _click in range(2):
        perform(holder(signature), StopLetters(signature_id=signature.pk))
    assert not Consent.objects.filter(withdrawn_at=None).exists()
    signature.refresh_from_db()
    assert (signature.email, signature.reachable) == ("", False)
    assert queries.totals(petition(scene)).total == 1


def test_letters_stopped_before_confirming_leave_a_signature_that_can_still_be_confirmed(scene: Scene) -> None:
    signature = sign(scene, updates=True)
    perform(holder(signature), StopLetters(signature_id=signature.pk))
    confirm(signature)
    work()
    assert not Consent.objects.exists()
    assert queries.totals(petition(scene)).total == 1
    with pytest.raises(Missing):
        perform(scene.actor("coordinator"), StopLetters(signature_id=signature.pk))


def open_letter(scene: Scene) -> Petition:
    """An open letter that organisations sign."""
    made = draft(scene, kind=Petition.Kind.OPEN_LETTER, title="To the leader of the council")
    return perform(scene.actor("coordinator"), OpenPetition(petition_id=made.pk))


def test_an_organisation_signs_an_open_letter_once_and_may_sign_again_after_it_withdrew(scene: Scene) -> None:
    ravi, letter = scene.actor("rep"), open_letter(scene)
    command = EndorseOpenLetter(petition_id=letter.pk, organisation_id=scene.branch.pk)

    def under_it() -> list[Organisation]:
        return [row.organisation for row in queries.endorsements(letter)]

    endorsed = perform(ravi, command)
    with pytest.raises(Conflict, match="signed this open letter already"):
        perform(ravi, command)
    assert under_it() == [scene.branch]
    assert announced("OpenLetterEndorsed") == 1
    perform(ravi, WithdrawEndorsement(endorsement_id=endorsed.pk))
    assert under_it() == []
    assert Endorsement.objects.get(pk=endorsed.pk).withdrawn_on == clock.today()
    with pytest.raises(Conflict, match="taken off already"):
        perform(ravi, WithdrawEndorsement(endorsement_id=endorsed.pk))
    perform(ravi, command)
    assert under_it() == [scene.branch]


def test_an_organisation_signs_only_through_its_officer_and_only_an_open_letter_that_is_open(scene: Scene) -> None:
    ravi, letter = scene.actor("rep"), open_letter(scene)
    command = EndorseOpenLetter(petition_id=letter.pk, organisation_id=scene.branch.pk)
    with pytest.raises(Refused, match="Only an officer of that organisation can sign"):
        perform(scene.actor("coordinator"), command)
    with pytest.raises(Refused, match="which people sign"):
        perform(ravi, EndorseOpenLetter(petition_id=petition(scene).pk, organisation_id=scene.branch.pk))
    with pytest.raises(Missing):
        perform(ravi, EndorseOpenLetter(petition_id=draft(scene).pk, organisation_id=scene.branch.pk))
    endorsed = perform(ravi, command)
    with pytest.raises(Refused, match="Only an officer of that organisation can withdraw"):
        perform(scene.actor("coordinator"), WithdrawEndorsement(endorsement_id=endorsed.pk))
    perform(scene.actor("coordinator"), ClosePetition(petition_id=letter.pk))
    with pytest.raises(Refused, match="is closed"):
        perform(
            scene.actor("user_officer"),
            EndorseOpenLetter(petition_id=letter.pk, organisation_id=scene.users_group.pk),
        )
