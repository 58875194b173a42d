"""The API: public totals, and signing; every bad input ends in a sentence."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from causeway.domains.petitions.models import Signature
from tests.domains.petitions.scene import confirm, draft, petition, sign
from tests.scenes import Scene
from tests.work import work

GOOD = {"name": "Sofia Signer", "email": "sofia@example.org", "postcode": "M6 5FS"}


def send(client: Client, slug: str, body: str) -> int:
    return client.post(f"/api/petitions/{slug}/signatures", body, content_type="application/json").status_code


def test_totals_are_public_and_drafts_are_not(scene: Scene, client: Client) -> None:
    confirm(sign(scene, shows_name=True))
    work()
    found = client.get(f"/api/petitions/{petition(scene).slug}")
    assert found.json()["total_signatures"] == 1
    assert "Sofia" not in found.content.decode()
    assert client.get(f"/api/petitions/{draft(scene, title='Not yet').slug}").status_code == 404
    assert [row["slug"] for row in client.get("/api/petitions").json()["petitions"]] == [petition(scene).slug]


def test_a_signature_through_the_api_waits_for_its_letter_too(scene: Scene, client: Client) -> None:
    assert send(client, petition(scene).slug, json.dumps(GOOD)) == 202
    assert Signature.objects.get().confirmed_at is None


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        json.dumps({**GOOD, "name": "a\0b"}),
        json.dumps({**GOOD, "name": "\ud800"}),
        json.dumps({**GOOD, "email": "\udfff@example.org"}),
        json.dumps({**GOOD, "name": "x" * 1_000_000}),
        json.dumps({**GOOD, "organisation_ids": ["00000000-0000-0000-0000-000000000000"]}),
        json.dumps({**GOOD, "postcode": 7}),
    ],
)
def test_bad_input_is_refused_and_changes_nothing(scene: Scene, client: Client, body: str) -> None:
    client.raise_request_exception = False
    assert 400 <= send(client, petition(scene).slug, body) < 500
    assert not Signature.objects.exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters="/")), st.dictionaries(st.text(), st.text() | st.integers()))
def test_nothing_that_is_sent_breaks_it(scene: Scene, slug: str, fields: dict[str, object]) -> None:
    client = Client(raise_request_exception=False)
    from urllib.parse import quote

    address = f"/api/petitions/{quote(slug, safe='', errors='surrogatepass')}"
    assert client.get(address).status_code < 500
    assert send(client, petition(scene).slug, json.dumps({**GOOD, **fields})) < 500
