"""Signing online: one form, one letter, one button."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.petitions import links, postcodes
from causeway.domains.petitions.commands.close_petition import ClosePetition
from causeway.domains.petitions.commands.sign_petition import SignPetition
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.signing import LONGEST_NAME, checked_signer, is_written
from causeway.kernel.actors import Visitor
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.petitions.scene import confirm, draft, petition, sign
from tests.scenes import Scene, build_scene


def test_a_signature_counts_only_after_it_is_confirmed(scene: Scene) -> None:
    signature = sign(scene)
    assert signature.confirmed_at is None
    assert confirm(signature).confirmed_at is not None


def test_confirming_twice_says_so_and_changes_nothing(scene: Scene) -> None:
    signature = sign(scene)
    confirm(signature)
    before = Signature.objects.values().get(pk=signature.pk)
    with pytest.raises(Conflict, match="already"):
        confirm(signature)
    assert Signature.objects.values().get(pk=signature.pk) == before


def test_somebody_elses_form_with_my_address_does_not_overwrite_mine(scene: Scene) -> None:
    mine = sign(scene, "Sofia Signer")
    theirs = sign(scene, "Sofia the Fool", email="SOFIA@example.org", shows_name=True)
    mine.refresh_from_db()
    assert mine.name == "Sofia Signer"
    assert theirs.name == "Sofia the Fool"
    confirm(mine)
    with pytest.raises(Conflict, match="signed this petition already"):
        confirm(theirs)


def test_a_person_who_confirms_twice_at_once_is_counted_once(transactional_db: None) -> None:
    scene = build_scene()
    signatures = [sign(scene), sign(scene, "Sofia S."), sign(scene, "S Signer")]

    def press(signature: Signature) -> bool:
        try:
            confirm(signature)
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(press, signatures * 2))
    assert sum(done) == 1
    assert Signature.objects.filter(confirmed_at__isnull=False).count() == 1


def test_a_draft_cannot_be_seen_and_a_closed_petition_not_signed(scene: Scene) -> None:
    hidden = draft(scene, title="Not yet")
    with pytest.raises(Missing):
        perform(Visitor(), SignPetition(petition_slug=hidden.slug, name="S", email="s@example.org", postcode="M1 1AA"))
    waiting = sign(scene)
    perform(scene.actor("coordinator"), ClosePetition(petition_id=petition(scene).pk))
    with pytest.raises(Refused, match="closed"):
        sign(scene, email="late@example.org")
    with pytest.raises(Refused, match="closed"):
        confirm(waiting)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 5000),
        ("name", "nul \0 byte"),
        ("name", "half \ud800 sign"),
        ("name", "\u202eesrever"),
        ("name", "12345"),
        ("name", "see https://spam.example"),
        ("email", "nobody"),
        ("email", "a@b\0.org"),
        ("email", "a" * 300 + "@example.org"),
        ("email", "x@example.org\nBcc: y@example.org"),
        ("postcode", "M6"),
        ("postcode", "QQ1 1AA"),
        ("postcode", "M6 5FS " * 1000),
    ],
)
def test_what_cannot_be_accepted_is_refused_with_a_sentence_at_its_field(scene: Scene, field: str, value: str) -> None:
    fields: dict[str, Any] = {"name": "Sofia", "email": "s@example.org", "postcode": "M6 5FS", field: value}
    with pytest.raises(Invalid) as caught:
        perform(Visitor(), SignPetition(petition_slug=petition(scene).slug, **fields))
    assert list(caught.value.fields) == [field]
    assert caught.value.fields[field][0].endswith(".")
    assert not Signature.objects.exists()


@given(st.text())
def test_any_name_is_kept_readable_or_refused(name: str) -> None:
    wrong: set[str] = set()
    try:
        kept = checked_signer(name=name, email="s@example.org", postcode="m65fs").name
    except Invalid as invalid:
        kept, wrong = "refused", set(invalid.fields)
    assert wrong <= {"name"}
    assert is_written(kept)
    assert 0 < len(kept.encode()) <= LONGEST_NAME * 4


@given(st.text())
def test_any_text_is_a_postcode_in_its_usual_form_or_none(text: str) -> None:
    found = postcodes.parse(text)
    if found is not None:
        assert postcodes.parse(found.text) == found


@given(st.sampled_from(sorted(postcodes.AREAS)), st.integers(1, 99), st.integers(0, 9), st.booleans())
def test_a_postcode_is_known_however_it_is_spaced_and_cased(area: str, district: int, sector: int, low: bool) -> None:
    typed = f" {area}{district}{sector}ab ".lower() if low else f"{area}{district} {sector}AB"
    found = postcodes.parse(typed)
    assert found is not None
    assert found == postcodes.Postcode(f"{area}{district} {sector}AB", area)


def test_there_are_124_areas_and_each_has_a_name_of_its_own() -> None:
    assert len(postcodes.AREAS) == 124
    assert len(set(postcodes.AREAS.values())) == 124


@given(st.text())
def test_a_link_that_we_did_not_give_out_opens_nothing(token: str) -> None:
    with pytest.raises(Missing):
        links.bearer_of(token)
