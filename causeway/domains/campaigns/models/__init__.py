"""The rows of this room."""

from __future__ import annotations

from causeway.domains.campaigns.models.actions import Action, ActionCorrection
from causeway.domains.campaigns.models.campaigns import Campaign, CampaignRole
from causeway.domains.campaigns.models.events import CalendarKey, Event, SignUp
from causeway.domains.campaigns.models.ladder import Ask, Asked, AskedStep, Contact, Rung, Step
from causeway.domains.campaigns.models.parts import Demand, DemandAnswer, DemandWording, Dissent, Participation
from causeway.domains.campaigns.models.results import Outcome, Result
from causeway.domains.campaigns.models.rotas import ReminderChoice, Rota, Shift, Turn, Window
from causeway.domains.campaigns.models.targets import Position, Target
from causeway.domains.campaigns.models.work import Note, Task

__all__ = [
    "Action",
    "ActionCorrection",
    "Ask",
    "Asked",
    "AskedStep",
    "CalendarKey",
    "Campaign",
    "CampaignRole",
    "Contact",
    "Demand",
    "DemandAnswer",
    "DemandWording",
    "Dissent",
    "Event",
    "Note",
    "Outcome",
    "Participation",
    "Position",
    "ReminderChoice",
    "Result",
    "Rota",
    "Rung",
    "Shift",
    "SignUp",
    "Step",
    "Target",
    "Task",
    "Turn",
    "Window",
]
