"""Who may do what in petitions."""

from __future__ import annotations

from tests.domains.petitions import online_matrix, paper_matrix
from tests.matrix import ApiCase, CommandCase, PageCase

COMMANDS: dict[str, CommandCase] = {**online_matrix.COMMANDS, **paper_matrix.COMMANDS}
PAGES: dict[str, PageCase] = {**online_matrix.PAGES, **paper_matrix.PAGES}
API: dict[str, ApiCase] = {**online_matrix.API}
