"""Who may do what in this room."""

from __future__ import annotations

from tests.domains.services import register_matrix, tender_matrix, tip_off_matrix
from tests.matrix import ApiCase, CommandCase, PageCase

COMMANDS: dict[str, CommandCase] = {**register_matrix.COMMANDS, **tender_matrix.COMMANDS, **tip_off_matrix.COMMANDS}
PAGES: dict[str, PageCase] = {**register_matrix.PAGES, **tender_matrix.PAGES, **tip_off_matrix.PAGES}
API: dict[str, ApiCase] = register_matrix.API
