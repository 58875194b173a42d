"""Who may do what in people's budgets."""

from __future__ import annotations

from tests.matrix import CommandCase, PageCase

COMMANDS: dict[str, CommandCase] = {}

PAGES: dict[str, PageCase] = {}
