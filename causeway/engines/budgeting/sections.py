"""Guaranteed shares: each section's own projects are decided first, with the money that was promised to them.

Under equal shares that money is held by the voters who support any of the section's projects. What a section does not
use goes back to the common pot, which is decided last among all projects that are left. The rule is the same in every
stage.
"""

from __future__ import annotations

from collections.abc import Mapping

from causeway.engines.budgeting.instance import Instance
from causeway.engines.exact import BadInput


def check_guarantees(vote: Instance, guarantees: Mapping[str, int]) -> None:
    """Guarantees must name sections that there are, and fit the budget together."""
    known = {project.section for project in vote.projects}
    for name, pence in guarantees.items():
        if name not in known:
            raise BadInput(f"No project belongs to the section “{name}”.")
        if pence < 0:
            raise BadInput(f"The guaranteed share of “{name}” is less than nothing.")
    if sum(guarantees.values()) > vote.budget_pence:
        raise BadInput("The guaranteed shares together are more than the budget.")


def in_section(vote: Instance, name: str) -> frozenset[int]:
    """Positions of the projects of a section."""
    return frozenset(place for place, project in enumerate(vote.projects) if project.section == name)
