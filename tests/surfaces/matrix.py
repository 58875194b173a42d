"""Who may open the pages that belong to no room."""

from __future__ import annotations

from tests.matrix import EVERYBODY, SIGNED_IN, PageCase

PAGES: dict[str, PageCase] = {
    "home": PageCase(EVERYBODY),
    "search": PageCase(EVERYBODY),
    "waiting": PageCase(SIGNED_IN),
}
