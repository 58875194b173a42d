"""Reads of adopted texts: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import Q, QuerySet

from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.standing import officer_of
from causeway.domains.assemblies.bodies import FIELDS, Body, body_of, of_bodies_of, owner
from causeway.domains.assemblies.levels import level_sentence
from causeway.domains.assemblies.models import AdoptedText, Position, Process, StandingOrders, TextEndorsement
from causeway.domains.assemblies.queries import visible_processes
from causeway.domains.assemblies.standing import runs
from causeway.domains.campaigns.models import Campaign
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20
WITH_BODY = tuple(f"motion__process__{field}" for field in FIELDS)


def visible_texts(actor: Actor) -> QuerySet[AdoptedText]:
    """Open letters and what was decided for everybody; and what the actor's own bodies adopted."""
    public = Q(kind=StandingOrders.Becomes.LETTER) | Q(open_to=Process.Audience.EVERYBODY)
    if not isinstance(actor, Member):
        return AdoptedText.objects.filter(public)
    mine = Process.objects.filter(of_bodies_of(actor)).values("pk")
    return AdoptedText.objects.filter(public | Q(motion__process__in=mine))


def text_at(actor: Actor, slug: str) -> AdoptedText:
    """The adopted text at that address. Raises Missing where the actor sees none."""
    rows = visible_texts(actor).select_related(*WITH_BODY, "campaign", "demand")
    found = rows.filter(slug=slug).first()
    if found is None:
        raise Missing
    return found


def texts_page(actor: Actor, body: Body, number: str, *, kind: str = "", words: str = "") -> Page[AdoptedText]:
    """What this body adopted, the newest first, as far as the actor sees it."""
    rows = visible_texts(actor).filter(motion__process__in=Process.objects.filter(**owner(body)).values("pk"))
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(Q(title__icontains=words) | Q(text__icontains=words)) if words else rows
    return Paginator(rows, A_PAGE).get_page(number)


def endorsements_of(text: AdoptedText) -> list[TextEndorsement]:
    """The organisations that stand behind the letter today, the first to endorse first."""
    return list(text.endorsements.filter(withdrawn_on=None).select_related("organisation"))


def demands_of_campaign(actor: Actor, campaign: Campaign) -> list[AdoptedText]:
    """The adopted texts that became demands of this campaign."""
    rows = visible_texts(actor).filter(campaign=campaign, demand__isnull=False)
    return list(rows.select_related("demand"))


def could_endorse(actor: Actor, text: AdoptedText) -> list[Organisation]:
    """The actor's organisations that have not endorsed the letter."""
    if text.kind != StandingOrders.Becomes.LETTER or text.ended_on:
        return []
    there = {row.organisation_id for row in endorsements_of(text)}
    return [one for one in officer_of(actor) if one.pk not in there]


@dataclass(frozen=True)
class TextShown:
    """What the page of an adopted text shows to one actor."""

    endorsements: list[TextEndorsement]
    mine: set[int]
    """The endorsements that the actor may take back."""
    may_endorse: bool
    positions: list[Position]
    runs: bool
    sees_process: bool
    level: str


def text_shown(actor: Actor, text: AdoptedText) -> TextShown:
    """The page of an adopted text."""
    endorsements, mine = endorsements_of(text), {one.pk for one in officer_of(actor)}
    process = text.motion.process
    return TextShown(
        endorsements=endorsements,
        mine={row.pk for row in endorsements if row.organisation_id in mine},
        may_endorse=bool(could_endorse(actor, text)),
        positions=list(text.motion.positions.select_related("organisation")),
        runs=runs(actor, process) and text.ended_on is None,
        sees_process=visible_processes(actor).filter(pk=process.pk).exists(),
        level=level_sentence(body_of(process)),
    )
