"""Reading changes nothing, and templates only draw: opening any page, as anybody, writes no row and, once the page is
being drawn, asks the database nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection
from django.template.base import Template
from django.test import Client
from django.urls import reverse

from tests.matrix import cases
from tests.scenes import CAST, Scene

PAGES = {name: case for name, case in cases("PAGES").items() if case.method == "get"}
CHANGE = re.compile(r'^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+"?(?!django_session)(\w+)', re.IGNORECASE)


@dataclass
class Watch:
    """What the database was asked that it should not be; ``drawing`` names the templates that are being drawn."""

    written: list[str] = field(default_factory=list)
    asked_while_drawing: list[str] = field(default_factory=list)
    drawing: list[str] = field(default_factory=list)

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if CHANGE.match(sql):
            self.written.append(sql)
        if self.drawing:
            self.asked_while_drawing.append(f"{self.drawing[-1]}: {sql[:300]}")
        return execute(sql, params, many, context)


@contextmanager
def watching(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Watch what is asked. The context processors run before ``_render``, so what they ask is theirs."""
    watch, render = Watch(), Template._render

    def drawn(template: Template, context: Any) -> Any:
        watch.drawing.append(str(template.name))
        try:
            return render(template, context)
        finally:
            watch.drawing.pop()

    with monkeypatch.context() as patch, connection.execute_wrapper(watch):
        patch.setattr(Template, "_render", drawn)
        yield watch


@pytest.fixture(scope="module")
def clients(full_scene: Scene) -> dict[str, Client]:
    """A browser for each of the cast."""
    opened = {name: Client() for name in CAST}
    for name, client in opened.items():
        if name != "visitor":
            client.force_login(full_scene.people[name])
    return opened


@pytest.mark.parametrize("name", sorted(PAGES))
def test_opening_a_page_changes_nothing_and_drawing_it_asks_nothing(
    full_scene: Scene, clients: dict[str, Client], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    case = PAGES[name]
    address = reverse(name, kwargs=case.arguments(full_scene))
    data = case.data(full_scene)
    with watching(monkeypatch) as watch:
        for client in clients.values():
            client.get(address, data)
    assert not watch.written, f"Opening {address} wrote: {watch.written[:2]}"
    assert not watch.asked_while_drawing, "\n".join(watch.asked_while_drawing[:3])
