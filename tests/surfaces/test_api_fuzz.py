"""The whole API against its own description: whatever is asked, by whomever, it answers as it says it does.

Schemathesis makes the requests from the description: within it (then they are answered well), and outside it (then they
are refused with a sentence). It is seeded, so that each run asks the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from ninja.responses import NinjaJSONEncoder
from schemathesis import Case, Response
from schemathesis.checks import CheckContext
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation

from causeway.project.api import api
from causeway.project.wsgi import application
from tests.matrix import cases
from tests.scenes import Scene

API = cases("API")
DESCRIPTION: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(), cls=NinjaJSONEncoder))
CONFIG = SchemathesisConfig.from_dict(
    {
        "seed": 22112026,
        "generation": {"deterministic": True, "max-examples": 20, "no-shrink": True},
        "operations": [
            {
                # a description cannot say what makes a name a name, or an address one to which a letter can go
                "include-operation-id": "sign_petition",
                "checks": {"positive_data_acceptance": {"expected-statuses": ["202", "404", "422"]}},
            }
        ],
    }
)
schema = schemathesis.openapi.from_dict(DESCRIPTION, config=CONFIG)
schema.app = application


@pytest.fixture(autouse=True, scope="module")
def one_transaction() -> Iterator[None]:
    """Keep the scene's transaction open from request to request, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def cookies(full_scene: Scene) -> dict[str, dict[str, str]]:
    """What each actor's program sends along: a visitor's nothing, a coordinator's their session and a token."""
    client = Client()
    client.force_login(full_scene.people["coordinator"])
    session = client.cookies["sessionid"].value
    return {"visitor": {}, "coordinator": {"Cookie": f"sessionid={session}", "Authorization": "Bearer of-nothing"}}


def errors_are_sentences(_ctx: CheckContext, response: Response, _case: Case) -> None:
    if response.status_code < 400:
        return
    said = response.json()
    assert set(said) == {"detail", "fields"}
    for sentence in [said["detail"], *(one for many in said["fields"].values() for one in many)]:
        assert sentence[:1].isupper() or sentence[:1] == "“", sentence
        assert sentence.endswith("."), sentence


@schema.parametrize()
@settings(suppress_health_check=list(HealthCheck))
def test_it_answers_as_it_says_it_does(case: Case, full_scene: Scene, cookies: dict[str, dict[str, str]]) -> None:
    ask(case, cookies)
    path = case.meta and case.meta.components.get(ParameterLocation.PATH)
    if path and path.mode.is_positive:
        arguments = API[case.operation.definition.raw["operationId"]].arguments(full_scene)
        case.path_parameters = {name: str(value) for name, value in arguments.items()}
        ask(case, cookies)


def ask(case: Case, cookies: dict[str, dict[str, str]]) -> None:
    """Ask as each actor: the API knows nobody, so all are answered alike."""
    answers = set()
    for headers in cookies.values():
        with transaction.atomic():
            answer = case.call_and_validate(headers=headers, additional_checks=[errors_are_sentences])
        answers.add((answer.status_code, answer.content))
    assert len(answers) == 1
