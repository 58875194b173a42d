"""Every error of the API has one shape: a sentence, and for each field its sentences."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

GOOD = {"name": "Sofia Signer", "email": "sofia@example.org", "postcode": "M6 5FS"}


def error(status: int, address: str, body: str | None = None, method: str = "GET") -> dict[str, Any]:
    client = Client(raise_request_exception=False)
    answer = client.generic(method, f"/api/{address}", body or "", content_type="application/json")
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    said: dict[str, Any] = answer.json()
    assert set(said) == {"detail", "fields"}
    assert said["detail"].endswith(".")
    return said


def test_each_field_at_fault_has_its_own_sentence(db: None) -> None:
    said = error(422, "oruk/services?page=0&per_page=many")
    assert said["fields"] == {"page": ["Give 1 or more."], "per_page": ["Give a whole number."]}
    assert said["detail"] == "What was sent cannot be used. Look at: page, per_page."


def test_what_is_missing_in_a_body_is_named_without_our_own_words_around_it(db: None) -> None:
    said = error(422, "petitions/any/signatures", json.dumps({"name": "Sofia", "organisation_ids": [1]}), "POST")
    assert said["fields"] == {
        "email": ["Give this; it is needed."],
        "postcode": ["Give this; it is needed."],
        "organisation_ids.0": ["Give an identifier (a UUID)."],
    }


@pytest.mark.parametrize(
    ("status", "method", "address", "body"),
    [
        (404, "GET", "nothing/here", None),
        (404, "GET", "campaigns/none-such", None),
        (404, "GET", "oruk/services/00000000-0000-0000-0000-000000000000", None),
        (405, "DELETE", "campaigns", None),
        (400, "POST", "petitions/any/signatures", "{"),
        (400, "POST", "petitions/any/signatures", "x" * 6_000_000),
        (422, "GET", "oruk/services/not-an-identifier", None),
        (422, "GET", "campaigns?words=%00", None),
        (422, "GET", "campaigns?page=99999999999999999999", None),
        (422, "GET", "oruk/services?modified_after=0.5", None),
        (422, "GET", "oruk/services?modified_after=0001-01-01T00:00:00%2B14:00", None),
        (422, "POST", "petitions/any/signatures", json.dumps({**GOOD, "shows_name": 1})),
    ],
)
def test_whatever_answers_the_shape_is_the_same(
    db: None, status: int, method: str, address: str, body: str | None
) -> None:
    said = error(status, address, body, method)
    assert bool([name for name in said["fields"] if name]) is (status == 422)


def test_the_method_that_is_taken_is_named(db: None) -> None:
    assert Client().delete("/api/campaigns").headers["Allow"] == "GET"


def test_the_description_names_the_errors_of_every_route(db: None) -> None:
    described = Client().get("/api/openapi.json").json()
    shape = described["components"]["schemas"]["ErrorOut"]
    assert set(shape["properties"]) == {"detail", "fields"}
    signing = described["paths"]["/api/petitions/{slug}/signatures"]["post"]["responses"]
    assert set(signing) == {"202", "400", "403", "404", "409", "422", "429"}
    assert set(described["paths"]["/api/oruk/"]["get"]["responses"]) == {"200"}
