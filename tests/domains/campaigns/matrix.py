"""Who may do what in campaigns: one file for each matter, put together here."""

from __future__ import annotations

from tests.domains.campaigns import campaign_matrix, campaign_pages, events_matrix
from tests.matrix import ApiCase, CommandCase, PageCase

COMMANDS: dict[str, CommandCase] = {**campaign_matrix.COMMANDS, **events_matrix.COMMANDS}
PAGES: dict[str, PageCase] = {**campaign_pages.PAGES, **events_matrix.PAGES}
API: dict[str, ApiCase] = {**campaign_pages.API}
