"""Who answers for a body when people ask about their data: its coordinators or officers. The one table."""

from __future__ import annotations

from causeway.domains.alliances.standing import name_of_body, run_by
from causeway.domains.people.desks import Desks

DESKS = Desks(name_of=name_of_body, held_by=run_by)
