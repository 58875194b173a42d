"""What a campaign looks like to other programs. Days are those of the record; texts are as people wrote them."""

from __future__ import annotations

from datetime import date

from ninja import Schema


class CampaignSummary(Schema):
    """A campaign in the list."""

    slug: str
    name: str
    url: str
    alliance: str
    summary: str
    stage: str
    outcome: str
    opened_on: date | None
    closed_on: date | None


class CampaignList(Schema):
    """One page of campaigns."""

    total: int
    page: int
    pages: int
    campaigns: list[CampaignSummary]


class LinkOut(Schema):
    """A service that the campaign is for."""

    name: str
    url: str


class DateOut(Schema):
    """One date of a threat's decision clock."""

    label: str
    on: date


class ThreatInRecord(Schema):
    """A published threat that the campaign is against."""

    title: str
    kind: str
    url: str
    clock: list[DateOut]


class WordingOut(Schema):
    """What a demand said before."""

    text: str
    until: date
    why_changed: str


class AnswerOut(Schema):
    """How a demand was answered."""

    state: str
    on: date
    source: str
    source_url: str


class DissentOut(Schema):
    """An organisation that does not stand behind a demand, and says so."""

    organisation: str
    reason: str
    since: date


class DemandOut(Schema):
    """A demand with how it was adopted, changed and answered."""

    text: str
    state: str
    adopted_on: date | None
    adopted_how: str
    earlier_wordings: list[WordingOut]
    answers: list[AnswerOut]
    dissents: list[DissentOut]


class FactOut(Schema):
    """Something that happened, with its source."""

    kind: str
    on: date
    text: str
    source: str
    source_url: str


class TargetOut(Schema):
    """Who can decide, or sways who decides, and what they said."""

    target: str
    can_decide: str
    positions: list[FactOut]


class ActionOut(Schema):
    """An action taken; ``turnout`` counts people."""

    kind: str
    title: str
    starts_on: date
    ends_on: date | None
    place: str
    latitude: float | None
    longitude: float | None
    hosts: list[str]
    turnout: int | None
    turnout_how: str
    about: str
    gained: str
    links: list[str]


class CampaignRecord(CampaignSummary):
    """Everything public about one campaign."""

    why: str
    closed_why: str
    services: list[LinkOut]
    threats: list[ThreatInRecord]
    demands: list[DemandOut]
    targets: list[TargetOut]
    organisations: list[str]
    organisations_not_named: int
    actions: list[ActionOut]
    gains: list[FactOut]
    obstacles: list[FactOut]
    unintended_results: list[FactOut]
    outcomes: list[FactOut]
