"""Who may do what in this room."""

from __future__ import annotations

from tests.matrix import ApiCase, CommandCase, PageCase

COMMANDS: dict[str, CommandCase] = {}
PAGES: dict[str, PageCase] = {}
API: dict[str, ApiCase] = {}
