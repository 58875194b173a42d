"""Pages for what goes wrong before any room is asked look like the site and say what helps."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.domains.petitions.scene import petition
from tests.scenes import Scene


def test_a_form_without_its_token_is_asked_for_again_in_plain_words(scene: Scene) -> None:
    address = f"/petitions/{petition(scene).slug}/sign/"
    answer = Client(enforce_csrf_checks=True).post(address, {"name": "Zoë O’Neill"})
    assert answer.status_code == 403
    for words in ("Please send it again", "Nothing was changed", "allow cookies", "Go to the home page"):
        assert words in answer.text
    assert "CSRF" not in answer.text


@pytest.mark.django_db
def test_an_unreadable_request_is_answered_with_a_page_of_the_site() -> None:
    answer = Client().get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "We could not read this" in answer.text
    assert "evil.example" not in answer.text
