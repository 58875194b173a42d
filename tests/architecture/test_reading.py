"""Reading changes nothing: opening any page, as anybody, writes no row."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.matrix import cases
from tests.scenes import CAST, Scene

PAGES = {name: case for name, case in cases("PAGES").items() if case.method == "get"}
CHANGE = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(?!django_session)(\w+)', re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_opening_a_page_changes_nothing(scene: Scene, name: str) -> None:
    written: list[str] = []

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if CHANGE.match(sql):
            written.append(sql)
        return execute(sql, params, many, context)

    case = PAGES[name]
    address = reverse(name, kwargs=case.arguments(scene))
    clients = {}
    for member in CAST:
        clients[member] = Client()
        if member != "visitor":
            clients[member].force_login(scene.people[member])
    with connection.execute_wrapper(watch):
        for client in clients.values():
            client.get(address, case.data(scene))
    assert not written, f"Opening {address} wrote: {written[:2]}"
