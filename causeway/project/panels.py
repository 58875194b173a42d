"""Which rooms add a panel to which page: the one table.

``campaign``          a campaign's public page; about is the campaign's identifier
``campaign members``  its members' page; about is the same
"""

from __future__ import annotations

from causeway.domains.petitions.panels import petitions_at_work, petitions_of_campaign
from causeway.kernel.panels import Panels

PANELS: Panels = {
    "campaign": (petitions_of_campaign,),
    "campaign members": (petitions_at_work,),
}
