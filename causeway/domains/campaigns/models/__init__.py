"""The rows of this room."""

from __future__ import annotations

from causeway.domains.campaigns.models.actions import Action, ActionCorrection
from causeway.domains.campaigns.models.campaigns import Campaign, CampaignRole
from causeway.domains.campaigns.models.parts import Demand, DemandAnswer, DemandWording, Dissent, Participation
from causeway.domains.campaigns.models.results import Outcome, Result
from causeway.domains.campaigns.models.targets import Position, Target
from causeway.domains.campaigns.models.work import Note, Task

__all__ = [
    "Action",
    "ActionCorrection",
    "Campaign",
    "CampaignRole",
    "Demand",
    "DemandAnswer",
    "DemandWording",
    "Dissent",
    "Note",
    "Outcome",
    "Participation",
    "Position",
    "Result",
    "Target",
    "Task",
]
