"""Reads of one campaign and of the directory: ready for a page, an export or the API."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.core.paginator import Page
from django.db.models import CharField, Count, F, Model, Prefetch, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.models import (
    Action,
    Campaign,
    Demand,
    DemandAnswer,
    Outcome,
    Participation,
    Position,
    Result,
    Target,
)
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.standing import organisations_in
from causeway.domains.campaigns.timeline import Entry, Lane, Timeline, timeline_of
from causeway.domains.services.models import Service, Threat
from causeway.domains.services.queries import visible_threats
from causeway.domains.services.queries.threats import source_of_date, with_date_sources
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Fact:
    """A dated fact with its source: a result, an outcome, an answer to a demand or a target's position."""

    what: str
    ref: str
    word: str
    on: date
    text: str
    source: str
    source_url: str

    @property
    def label(self) -> str:
        """The word as people read it."""
        return str(LABELS[self.what](self.word).label)


LABELS: dict[str, Any] = {
    "result": Result.Kind,
    "outcome": Campaign.Verdict,
    "answer": Demand.State,
    "position": Position.Stance,
}


@dataclass(frozen=True)
class TargetShown:
    """A target, and what it has said, newest first."""

    target: Target
    positions: Sequence[Fact] = ()

    @property
    def latest(self) -> Fact | None:
        """Where it stands now."""
        return self.positions[0] if self.positions else None


@dataclass(frozen=True)
class CampaignShown:
    """Everything that the public page of a campaign shows."""

    campaign: Campaign
    services: Sequence[Service]
    threats: Sequence[Threat]
    demands: Sequence[Demand]
    targets: Sequence[TargetShown]
    members: Sequence[Participation]
    unnamed: int
    actions: Sequence[Action]
    facts: Sequence[Fact]
    timeline: Timeline
    answers: dict[str, list[Fact]] = field(default_factory=dict)

    @property
    def gains(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.what == "result" and fact.word == Result.Kind.GAIN]

    @property
    def obstacles(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.what == "result" and fact.word == Result.Kind.OBSTACLE]

    @property
    def unintended(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.what == "result" and fact.word == Result.Kind.UNINTENDED]

    @property
    def outcomes(self) -> list[Fact]:
        """Newest first: the first one stands."""
        return [fact for fact in self.facts if fact.what == "outcome"]

    @property
    def last_actions(self) -> list[Action]:
        return sorted(self.actions, key=lambda action: action.starts_on, reverse=True)[:5]

    @property
    def clocks(self) -> list[Threat]:
        """Threats that are still to be decided."""
        return [threat for threat in self.threats if threat.closed_on is None]


def find_campaign(actor: Actor, slug: str) -> Campaign:
    """The campaign at an address, with its alliance. Raises Missing where the actor does not see it."""
    campaign = Campaign.objects.select_related("alliance").filter(slug=slug).first()
    if campaign is None:
        raise Missing
    public = campaign.stage != Campaign.Stage.DRAFT
    if not public and not visible_campaigns(actor).filter(pk=campaign.pk).exists():
        raise Missing
    return campaign


def one_of(rows: QuerySet[Row], key: UUID | int) -> Row:
    """The row with this key among ``rows``. Raises Missing."""
    row = rows.filter(pk=key).first()
    if row is None:
        raise Missing
    return row


def campaign_shown(actor: Actor, campaign: Campaign, also: Sequence[Entry] = ()) -> CampaignShown:
    """The public page's content, in seven queries; ``also`` is what higher rooms add to the timeline."""
    threats = list(
        with_date_sources(visible_threats(actor))
        .filter(pk__in=campaign.threats.through.objects.filter(campaign=campaign).values("threat_id"))
        .filter(withdrawn_on=None)
        .select_related("service")
    )
    demands = list(campaign.demands.annotate(dissent_count=Count("dissents")))
    targets = list(campaign.targets.filter(dropped_on=None).select_related("body"))
    joined = organisations_in(campaign)
    actions = list(campaign.actions.filter(withdrawn_on=None).order_by("starts_on", "title"))
    facts = _facts(campaign)
    by_ref: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_ref[fact.ref].append(fact)
    shown = [TargetShown(target, by_ref[f"target {target.pk}"]) for target in targets]
    return CampaignShown(
        campaign=campaign,
        services=list(campaign.services.all()),
        threats=threats,
        demands=demands,
        targets=shown,
        members=[row for row in joined if row.is_named],
        unnamed=sum(not row.is_named for row in joined),
        actions=actions,
        facts=facts,
        timeline=timeline_of(
            [*_entries(campaign, threats, demands, shown, actions, facts), *also], today=clock.today()
        ),
        answers={str(demand.pk): by_ref[f"demand {demand.pk}"] for demand in demands},
    )


def _facts(campaign: Campaign) -> list[Fact]:
    """All public facts with dates and sources, newest first, in one query."""
    text = CharField()
    shape = ("what", "ref", "word", "day", "said", "source", "source_url", "order")

    def rows(found: QuerySet[Any], what: str, ref: Any, word: str, said: Any) -> QuerySet[Any, Any]:
        dated = found.order_by().annotate(
            what=Value(what, output_field=text),
            ref=ref,
            word=F(word),
            day=F("on"),
            said=said,
            order=Cast("id", text),
        )
        chosen: QuerySet[Any, Any] = dated.values_list(*shape)
        return chosen

    none = Value("", output_field=text)
    results = campaign.results.filter(withdrawn_on=None, is_internal=False)
    answers = DemandAnswer.objects.filter(demand__campaign=campaign)
    positions = Position.objects.filter(target__campaign=campaign, target__dropped_on=None, withdrawn_on=None)
    union = rows(Outcome.objects.filter(campaign=campaign), "outcome", none, "verdict", F("text")).union(
        rows(results, "result", none, "kind", F("text")),
        rows(answers, "answer", _ref("demand", "demand_id"), "state", F("demand__text")),
        rows(positions, "position", _ref("target", "target_id"), "stance", F("reply")),
        all=True,
    )
    ordered = sorted(union, key=lambda row: (row[3], row[7].zfill(20)), reverse=True)
    return [Fact(*row[:7]) for row in ordered]


def _ref(word: str, key: str) -> Any:
    return Concat(Value(f"{word} "), Cast(key, CharField()), output_field=CharField())


def _entries(
    campaign: Campaign,
    threats: Sequence[Threat],
    demands: Sequence[Demand],
    targets: Sequence[TargetShown],
    actions: Sequence[Action],
    facts: Sequence[Fact],
) -> list[Entry]:
    names = {f"target {shown.target.pk}": str(shown.target) for shown in targets}
    entries = [
        Entry(
            point.date,
            Lane.DECISION,
            point.label,
            threat.title,
            source=source,
            source_url=source_url,
            address=threat.get_absolute_url(),
        )
        for threat in threats
        for point in threat.clock.points
        if not point.suggested
        for source, source_url in [source_of_date(threat, point.name)]
    ]
    if campaign.opened_on:
        entries.append(Entry(campaign.opened_on, Lane.RESULT, _("Campaign opened"), campaign.name))
    if campaign.closed_on:
        entries.append(Entry(campaign.closed_on, Lane.RESULT, _("Campaign closed"), campaign.closed_why))
    entries += [
        Entry(demand.adopted_on, Lane.RESULT, _("Demand adopted"), demand.text, source=demand.adopted_how)
        for demand in demands
        if demand.adopted_on
    ]
    entries += [
        Entry(
            action.starts_on,
            Lane.ACTION,
            action.get_kind_display(),
            action.title,
            ends_on=action.ends_on,
            address=action.get_absolute_url(campaign.slug),
        )
        for action in actions
    ]
    entries += [
        Entry(
            fact.on,
            Lane.RESULT,
            fact.label,
            ": ".join(filter(None, [names.get(fact.ref, ""), fact.text])),
            source=fact.source,
            source_url=fact.source_url,
        )
        for fact in facts
    ]
    return entries


def demands_shown(campaign: Campaign) -> list[Demand]:
    """The demands in order, each with its earlier wordings, answers and dissents."""
    return list(campaign.demands.prefetch_related("earlier_wordings", "answers", "dissents__organisation"))


def targets_shown(campaign: Campaign, *, also_dropped: bool = False) -> list[Target]:
    """The targets, each with its positions, newest first."""
    targets = campaign.targets.select_related("body")
    positions = Position.objects.all()
    if not also_dropped:
        targets, positions = targets.filter(dropped_on=None), positions.filter(withdrawn_on=None)
    return list(targets.prefetch_related(Prefetch("positions", queryset=positions)))


def results_shown(campaign: Campaign, *, internal: bool = False) -> list[Result]:
    """Gains, obstacles and unintended results; ``internal`` adds those for members only and those taken away."""
    results = campaign.results.select_related("demand", "action").order_by("-on", "id")
    return list(results if internal else results.filter(is_internal=False, withdrawn_on=None))


def actions_page(campaign: Campaign, number: str | int | None) -> Page[Action]:
    """The actions, latest first, with their hosts; 20 on a page."""
    actions = campaign.actions.filter(withdrawn_on=None).order_by("-starts_on", "title").prefetch_related("hosts")
    return Paginator(actions, 20).get_page(number)


def withdrawn_actions(campaign: Campaign) -> list[Action]:
    """The actions that were taken away, for those who may put them back."""
    return list(campaign.actions.exclude(withdrawn_on=None))


def action_shown(campaign: Campaign, action_id: UUID) -> Action:
    """One action with its hosts, its corrections and what came of it. Raises Missing."""
    actions = campaign.actions.filter(withdrawn_on=None).prefetch_related(
        "hosts",
        "corrections",
        Prefetch("results", queryset=Result.objects.filter(withdrawn_on=None, is_internal=False)),
    )
    return one_of(actions, action_id)


def all_actions(campaign: Campaign) -> list[Action]:
    """Every action in order, with its hosts, for the printed record."""
    return list(campaign.actions.filter(withdrawn_on=None).prefetch_related("hosts"))


def outcomes_shown(campaign: Campaign) -> list[Outcome]:
    """The outcomes, newest first: the first one stands."""
    return list(campaign.outcomes.all())
