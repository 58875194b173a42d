"""How the commands about motions find and lock what they are about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.models import Amendment, Motion, Process
from causeway.domains.assemblies.motion_standing import OnFloor, Proposal
from causeway.kernel.errors import Missing


def organisation_for(command: Any) -> Organisation | None:
    """The organisation for which somebody acts, where the command names one. Raises Missing."""
    if command.organisation_id is None:
        return None
    found = Organisation.objects.filter(pk=command.organisation_id).first()
    if found is None:
        raise Missing
    return found


def process_on_floor(command: Any) -> OnFloor:
    """The process, locked, so that two motions do not take the same place."""
    process = Process.objects.select_for_update(no_key=True).filter(pk=command.process_id).first()
    if process is None:
        raise Missing
    return OnFloor(process, organisation_for(command))


def locked_motion(motion_id: UUID) -> Motion:
    """The motion, locked: whatever is done to its text waits its turn. Raises Missing."""
    found = Motion.objects.select_for_update(no_key=True).filter(pk=motion_id).first()
    if found is None:
        raise Missing
    return found


def motion_on_floor(command: Any) -> OnFloor:
    """The motion, locked, and for whom somebody acts."""
    return OnFloor(locked_motion(command.motion_id), organisation_for(command))


def find_proposal(command: Any) -> Proposal:
    """The motion or the amendment that ``command.proposal_id`` names, its motion locked. Raises Missing."""
    amendment = Amendment.objects.filter(pk=command.proposal_id).first()
    if amendment is None:
        return locked_motion(command.proposal_id)
    amendment.motion = locked_motion(amendment.motion_id)
    amendment.refresh_from_db(fields=["state"])
    return amendment


def proposal_on_floor(command: Any) -> OnFloor:
    """The motion or the amendment, and for whom somebody acts."""
    return OnFloor(find_proposal(command), organisation_for(command))
