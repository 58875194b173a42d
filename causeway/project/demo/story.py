"""The form of a campaign's story: facts with dates and sources, which ``build`` performs as commands.

Where a source gives only a month, its first day stands for it and the text says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ServiceTold:
    """A public service, by the names of its bodies."""

    name: str
    about: str
    area: str
    reach: str
    provider: str
    commissioner: str = ""
    used_by: str = ""
    worked_in_by: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class ThreatTold:
    """What was proposed for the service, and how it ended (``outcome``: a Threat.Outcome value)."""

    kind: str
    title: str
    summary: str
    announced_on: date
    outcome: str = ""
    closed_on: date | None = None
    note: str = ""
    consultation_opens_on: date | None = None
    contract_ends_on: date | None = None


@dataclass(frozen=True)
class MemberTold:
    """An organisation in the campaign: its kind, its section, and what it brought."""

    name: str
    kind: str
    section: str
    brings: str


@dataclass(frozen=True)
class DemandTold:
    """A demand; ``state`` and ``on`` say how it was answered, if it was."""

    text: str
    state: str = ""
    on: date | None = None


@dataclass(frozen=True)
class TargetTold:
    """Who could decide: a body, an office, or both."""

    body: str
    can_decide: str
    office: str = ""


@dataclass(frozen=True)
class ActionTold:
    """Something done. ``hosts`` are names of members."""

    kind: str
    title: str
    starts_on: date
    ends_on: date | None = None
    about: str = ""
    place: str = ""
    turnout: int | None = None
    turnout_how: str = ""
    gained: str = ""
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoteTold:
    """A gain, an obstacle or an unintended result."""

    on: date
    text: str


@dataclass(frozen=True)
class OutcomeTold:
    """How the campaign stood from a day on (``verdict``: a Campaign.Verdict value)."""

    verdict: str
    on: date
    text: str


@dataclass(frozen=True)
class Story:
    """One campaign, as its source reports it."""

    alliance: str
    name: str
    summary: str
    why: str
    opened_on: date
    source: str
    service: ServiceTold
    threat: ThreatTold
    members: tuple[MemberTold, ...]
    demands: tuple[DemandTold, ...]
    targets: tuple[TargetTold, ...]
    actions: tuple[ActionTold, ...]
    gains: tuple[NoteTold, ...] = ()
    obstacles: tuple[NoteTold, ...] = ()
    unintended: tuple[NoteTold, ...] = ()
    outcomes: tuple[OutcomeTold, ...] = ()
    closed_because: str = ""
