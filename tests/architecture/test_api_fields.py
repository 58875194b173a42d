"""Every route of the API, for the whole cast: who is answered, and with exactly which fields, however far in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from causeway.project.api import api
from tests.full_scene import fill
from tests.matrix import ApiCase, cases
from tests.scenes import CAST, Scene

API: dict[str, ApiCase] = cases("API")
ROUTES = {
    operation["operationId"]: (path, method)
    for path, operations in api.get_openapi_schema()["paths"].items()
    for method, operation in operations.items()
}


@pytest.mark.parametrize("name", sorted(API))
def test_a_route_answers_exactly_those_whom_the_matrix_names_with_exactly_these_fields(scene: Scene, name: str) -> None:
    case = API[name]
    path, method = ROUTES[name]
    address = path.format(**case.arguments(fill(scene)))
    expected = {"": case.fields, **case.within}
    for member in CAST:
        client = Client()
        if member != "visitor":
            client.force_login(scene.people[member])
        answer = client.generic(method.upper(), address, json.dumps(dict(case.body)), content_type="application/json")
        assert (answer.status_code < 300) is (member in case.allowed), f"{member}: {answer.status_code}"
        if answer.status_code < 300:
            seen = Seen()
            seen.look(answer.json(), "")
            assert seen.objects == set(expected.items())
            assert seen.empty <= seen.full, f"the scene holds nothing for {seen.empty - seen.full}"


@dataclass
class Seen:
    """Every object in an answer, by its place and its fields; and which lists had nothing, or something, in them."""

    objects: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    empty: set[str] = field(default_factory=set)
    full: set[str] = field(default_factory=set)

    def look(self, value: Any, place: str) -> None:
        if isinstance(value, dict):
            self.objects.add((place, frozenset(value)))
            for name, part in value.items():
                self.look(part, f"{place}.{name}" if place else name)
        elif isinstance(value, list):
            (self.full if value else self.empty).add(place)
            for part in value:
                self.look(part, f"{place}[]")
