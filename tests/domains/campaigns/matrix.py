"""Who may do what in campaigns."""

from __future__ import annotations

from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from tests.matrix import ApiCase, CommandCase, PageCase

COMMANDS: dict[str, CommandCase] = {
    "OpenCampaign": CommandCase(
        lambda s, _a: OpenCampaign(alliance_id=s.westbury.pk, name="Save the library", publish=False),
        frozenset({"coordinator"}),
    ),
}
PAGES: dict[str, PageCase] = {}
API: dict[str, ApiCase] = {}
