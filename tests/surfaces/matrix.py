"""Who may open the pages that belong to no room."""

from __future__ import annotations

from tests.matrix import EVERYBODY, PageCase

PAGES: dict[str, PageCase] = {"home": PageCase(EVERYBODY), "search": PageCase(EVERYBODY)}
