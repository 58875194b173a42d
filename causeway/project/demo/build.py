"""Build the demo with the real commands, once: told again, it changes nothing."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from causeway.domains.alliances.commands.affiliate_organisation import AffiliateOrganisation
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.models import Alliance, Organisation
from causeway.domains.campaigns.commands.adopt_demand import AdoptDemand
from causeway.domains.campaigns.commands.close_campaign import CloseCampaign
from causeway.domains.campaigns.commands.join_campaign import JoinCampaign
from causeway.domains.campaigns.commands.name_target import NameTarget
from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.commands.raise_demand import RaiseDemand
from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.commands.record_gain import RecordGain
from causeway.domains.campaigns.commands.record_obstacle import RecordObstacle
from causeway.domains.campaigns.commands.record_outcome import RecordOutcome
from causeway.domains.campaigns.commands.record_unintended_result import RecordUnintendedResult
from causeway.domains.campaigns.commands.settle_demand import SettleDemand
from causeway.domains.campaigns.models import Campaign
from causeway.domains.people.commands.open_account import OpenAccount
from causeway.domains.people.models import Person
from causeway.domains.services.commands.close_threat import CloseThreat
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_public_body import RegisterPublicBody
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.models import PublicBody, Service, Threat
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform
from causeway.project.demo.cast import PEOPLE, Cast
from causeway.project.demo.present import build_present
from causeway.project.demo.stories import STORIES
from causeway.project.demo.story import MemberTold, Story

ALLIANCES = {
    "National": ("Public Services Alliance (demo)", Alliance.Level.NATIONAL, None, "Great Britain"),
    "Northern": ("Northern Public Services Alliance", Alliance.Level.REGIONAL, "National", "North of England"),
    "East of England": (
        "East of England Public Services Alliance",
        Alliance.Level.REGIONAL,
        "National",
        "East of England",
    ),
    "Salford": ("Salford Public Services Alliance", Alliance.Level.LOCAL, "Northern", "Salford"),
    "Liverpool": ("Liverpool Public Services Alliance", Alliance.Level.LOCAL, "Northern", "Liverpool"),
}


def is_built() -> bool:
    """Whether the demo is here already."""
    return Person.objects.filter(email=PEOPLE["coordinator"][0]).exists()


@transaction.atomic
def build(password: str) -> None:
    """Build everything, or nothing where something fails."""
    cast = open_accounts(password)
    alliances = found_alliances(cast)
    for story in STORIES:
        tell(story, alliances[story.alliance], cast)
    build_present(alliances["National"], cast, passphrase_of(password))


def passphrase_of(password: str) -> str:
    """What opens the demo's tip-offs: four words, the last of them the demo's password."""
    return f"harbour lantern causeway {password}"


def open_accounts(password: str) -> Cast:
    system = System(reason="building the demo")
    opened = {
        role: perform(system, OpenAccount(email=email, password=password, display_name=name, confirmed=True))
        for role, (email, name) in PEOPLE.items()
    }
    return Cast(**{role: Member(person.pk) for role, person in opened.items()})


def found_alliances(cast: Cast) -> dict[str, Alliance]:
    founded: dict[str, Alliance] = {}
    for key, (name, level, parent, area) in ALLIANCES.items():
        command = FoundAlliance(
            name=name, level=level, parent_id=founded[parent].pk if parent else None, area=area, about=ABOUT
        )
        founded[key] = perform(cast.coordinator, command)
    return founded


ADOPTED_HOW = "As the source reports; the day that the campaign began stands for the day"
ABOUT = "Part of the demo: it retells what published studies report, with their dates and sources."


def tell(story: Story, alliance: Alliance, cast: Cast) -> Campaign:
    """Perform one story: service, threat, campaign, and everything that happened in it."""
    actor = cast.coordinator
    service = register_service(story, alliance, actor)
    threat = record_threat(story, service, actor)
    campaign = perform(
        actor,
        OpenCampaign(
            alliance_id=alliance.pk,
            name=story.name,
            summary=story.summary,
            why=story.why,
            service_ids=(service.pk,),
            threat_ids=(threat.pk,),
            publish=True,
            opened_on=story.opened_on,
        ),
    )
    hosts = {member.name: join(member, story, alliance, campaign, cast) for member in story.members}
    say_what_is_wanted(story, campaign, actor)
    say_what_was_done(story, campaign, hosts, actor)
    if story.closed_because:
        last = story.outcomes[-1].on if story.outcomes else None
        perform(actor, CloseCampaign(campaign_id=campaign.pk, why=story.closed_because, on=last))
    return campaign


def register_service(story: Story, alliance: Alliance, actor: Member) -> Service:
    told = story.service
    return perform(
        actor,
        RegisterService(
            alliance_id=alliance.pk,
            name=told.name,
            about=told.about,
            area=told.area,
            reach=told.reach,
            provider_name=told.provider,
            commissioner_name=told.commissioner,
            used_by=told.used_by,
            worked_in_by=told.worked_in_by,
            latitude=told.latitude,
            longitude=told.longitude,
            source=story.source,
        ),
    )


def record_threat(story: Story, service: Service, actor: Member) -> Threat:
    told = story.threat
    threat = perform(
        actor,
        RecordThreat(
            service_id=service.pk,
            kind=told.kind,
            title=told.title,
            summary=told.summary,
            confidence=Threat.Confidence.CONFIRMED,
            source=story.source,
            announced_on=told.announced_on,
            consultation_opens_on=told.consultation_opens_on,
            contract_ends_on=told.contract_ends_on,
        ),
    )
    perform(actor, PublishThreat(threat_id=threat.pk))
    if told.outcome:
        perform(
            actor,
            CloseThreat(threat_id=threat.pk, outcome=told.outcome, closed_on=told.closed_on, note=told.note),
        )
    return threat


def join(told: MemberTold, story: Story, alliance: Alliance, campaign: Campaign, cast: Cast) -> UUID:
    """Register the organisation where it is new, affiliate it, and bring it into the campaign."""
    organisation = Organisation.objects.filter(name=told.name).first()
    if organisation is None:
        command = RegisterOrganisation(name=told.name, kind=told.kind, area=story.service.area)
        organisation = perform(cast.secretary, command)
    if not alliance.affiliations.filter(organisation=organisation, until=None).exists():
        perform(
            cast.coordinator,
            AffiliateOrganisation(
                alliance_id=alliance.pk,
                organisation_id=organisation.pk,
                section=told.section,
                since=story.opened_on,
                agreed_how="As the source reports",
            ),
        )
    perform(
        cast.secretary,
        JoinCampaign(
            campaign_id=campaign.pk, organisation_id=organisation.pk, brings=told.brings, since=story.opened_on
        ),
    )
    return organisation.pk


def say_what_is_wanted(story: Story, campaign: Campaign, actor: Member) -> None:
    for told in story.demands:
        demand = perform(actor, RaiseDemand(campaign_id=campaign.pk, text=told.text))
        perform(actor, AdoptDemand(demand_id=demand.pk, on=story.opened_on, how=ADOPTED_HOW))
        if told.state and told.on:
            perform(actor, SettleDemand(demand_id=demand.pk, state=told.state, on=told.on, source=story.source))
    for target in story.targets:
        perform(
            actor,
            NameTarget(
                campaign_id=campaign.pk,
                office=target.office,
                body_id=body_named(target.body, actor).pk,
                can_decide=target.can_decide,
            ),
        )


def body_named(name: str, actor: Member) -> PublicBody:
    """The public body of that name, registered where it is new."""
    return PublicBody.objects.filter(name=name).first() or perform(actor, RegisterPublicBody(name=name))


def say_what_was_done(story: Story, campaign: Campaign, hosts: dict[str, UUID], actor: Member) -> None:
    for action in story.actions:
        perform(
            actor,
            RecordAction(
                campaign_id=campaign.pk,
                kind=action.kind,
                title=action.title,
                starts_on=action.starts_on,
                ends_on=action.ends_on,
                about=action.about,
                place=action.place,
                turnout=action.turnout,
                turnout_how=action.turnout_how,
                gained=action.gained,
                host_ids=tuple(hosts[name] for name in action.hosts),
            ),
        )
    note(story, campaign, actor)
    for outcome in story.outcomes:
        perform(
            actor,
            RecordOutcome(
                campaign_id=campaign.pk,
                verdict=outcome.verdict,
                on=outcome.on,
                text=outcome.text,
                source=story.source,
            ),
        )


def note(story: Story, campaign: Campaign, actor: Member) -> None:
    for kind, notes in ((RecordGain, story.gains), (RecordObstacle, story.obstacles)):
        for told in notes:
            perform(actor, kind(campaign_id=campaign.pk, on=told.on, text=told.text, source=story.source))
    for told in story.unintended:
        command = RecordUnintendedResult(campaign_id=campaign.pk, on=told.on, text=told.text, source=story.source)
        perform(actor, command)
