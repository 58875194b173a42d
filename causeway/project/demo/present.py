"""An invented campaign of today, so that clocks run: everything in it says that it is invented."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from causeway.domains.alliances.commands.affiliate_organisation import AffiliateOrganisation
from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.models import Alliance, Office, Organisation, Section
from causeway.domains.campaigns.commands.add_task import AddTask
from causeway.domains.campaigns.commands.adopt_demand import AdoptDemand
from causeway.domains.campaigns.commands.announce_event import AnnounceEvent
from causeway.domains.campaigns.commands.draw_up_rota import DrawUpRota
from causeway.domains.campaigns.commands.join_campaign import JoinCampaign
from causeway.domains.campaigns.commands.name_target import NameTarget
from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.commands.raise_demand import RaiseDemand
from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.commands.take_task import TakeTask
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.rota_pattern import TimeWindow
from causeway.domains.petitions.commands.check_sheet import CheckSheet
from causeway.domains.petitions.commands.confirm_signature import ConfirmSignature
from causeway.domains.petitions.commands.draft_petition import DraftPetition
from causeway.domains.petitions.commands.hand_out_sheet import HandOutSheet
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.commands.print_sheets import PrintSheets
from causeway.domains.petitions.commands.sign_petition import SignPetition
from causeway.domains.petitions.commands.take_back_sheet import TakeBackSheet
from causeway.domains.petitions.commands.type_sheet import TypeSheet
from causeway.domains.petitions.links import SIGNATURE
from causeway.domains.petitions.models import Petition, Sheet
from causeway.domains.petitions.taking_in import TypedLine
from causeway.domains.services.commands.leave_tip_off import LeaveTipOff
from causeway.domains.services.commands.make_handler_key import MakeHandlerKey
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.models import Threat
from causeway.domains.services.threads import new_code
from causeway.kernel import clock
from causeway.kernel.actors import Bearer, Visitor
from causeway.kernel.perform import perform
from causeway.project.demo.cast import PEOPLE, Cast
from causeway.project.demo.checking import check_impact
from causeway.project.demo.deciding import decide
from causeway.project.demo.members import INVENTED, days_ago, join_members


def build_present(national: Alliance, cast: Cast, passphrase: str) -> None:
    """Harbourside: a local alliance, a day centre under threat, a campaign that acts."""
    with days_ago(21):
        alliance = perform(
            cast.coordinator,
            FoundAlliance(
                name="Harbourside Public Services Alliance (invented)",
                level=Alliance.Level.LOCAL,
                parent_id=national.pk,
                area="Harbourside",
                about=INVENTED,
            ),
        )
        branch, group = organisations(alliance, cast)
        members = join_members(branch, group)
    campaign = campaign_for_the_day_centre(alliance, cast)
    for actor, organisation, brings in (
        (cast.rep, branch, "A meeting room, and members in the centre"),
        (cast.secretary, group, "Those who use the centre"),
    ):
        perform(actor, JoinCampaign(campaign_id=campaign.pk, organisation_id=organisation.pk, brings=brings))
    check_impact(campaign, cast)
    act(campaign, branch, cast)
    collect(campaign, group, cast)
    take_tip_offs(alliance, cast, passphrase)
    decide(alliance, branch, group, members, cast)


def take_tip_offs(alliance: Alliance, cast: Cast, passphrase: str) -> None:
    """Two people read tip-offs, each with a key that the same passphrase opens; one tip-off waits for them."""
    for handler in (cast.coordinator, cast.rep):
        perform(
            cast.coordinator,
            AppointToOffice(
                body_id=alliance.pk,
                person_id=handler.person_id,
                title="Tip-off handler",
                role=Office.Role.HANDLER,
            ),
        )
        perform(handler, MakeHandlerKey(alliance_id=alliance.pk, passphrase=passphrase))
    told = "The day centre’s lease is to end in spring. The letter went out on Monday. " + INVENTED
    perform(Visitor(), LeaveTipOff(alliance_id=alliance.pk, text=told, code=new_code()))


def organisations(alliance: Alliance, cast: Cast) -> tuple[Organisation, Organisation]:
    kinds = Organisation.Kind
    branch = perform(
        cast.rep,
        RegisterOrganisation(name="Harbourside Care Branch (invented)", kind=kinds.UNION_BRANCH, about=INVENTED),
    )
    group = perform(
        cast.secretary,
        RegisterOrganisation(name="Harbour Street Users’ Group (invented)", kind=kinds.USER_GROUP, about=INVENTED),
    )
    for organisation, section in ((branch, Section.WORKERS), (group, Section.USERS)):
        perform(
            cast.coordinator,
            AffiliateOrganisation(
                alliance_id=alliance.pk,
                organisation_id=organisation.pk,
                section=section,
                agreed_how="Agreed at its general meeting",
            ),
        )
    perform(cast.user, JoinOrganisation(organisation_id=group.pk))
    return branch, group


def campaign_for_the_day_centre(alliance: Alliance, cast: Cast) -> Campaign:
    today = clock.today()
    service = perform(
        cast.coordinator,
        RegisterService(
            alliance_id=alliance.pk,
            name="Harbour Street day centre (invented)",
            about="A place to meet, eat and find support, five days a week. " + INVENTED,
            reach="targeted",
            provider_name="Harbourside Council (invented)",
            used_by="People with mental health needs and their carers",
            worked_in_by="Care workers",
            area="Harbourside",
        ),
    )
    threat = perform(
        cast.coordinator,
        RecordThreat(
            service_id=service.pk,
            kind=Threat.Kind.CLOSURE,
            title="Harbour Street day centre to close (invented)",
            summary="The council proposes to close the centre and to offer visits at home instead. " + INVENTED,
            confidence=Threat.Confidence.CONFIRMED,
            source="Council papers (invented)",
            announced_on=today - timedelta(days=20),
            consultation_opens_on=today - timedelta(days=6),
            consultation_closes_on=today + timedelta(days=22),
            decided_on=today + timedelta(days=50),
        ),
    )
    perform(cast.coordinator, PublishThreat(threat_id=threat.pk))
    campaign = perform(
        cast.coordinator,
        OpenCampaign(
            alliance_id=alliance.pk,
            name="Keep Harbour Street open (invented)",
            summary="Those who use the day centre and those who work in it, together for its five days a week.",
            why="For many it is the only place where somebody notices that they did not come. " + INVENTED,
            service_ids=(service.pk,),
            threat_ids=(threat.pk,),
            publish=True,
        ),
    )
    for text in ("Keep the centre open five days a week.", "No change without those who use it and work in it."):
        demand = perform(cast.coordinator, RaiseDemand(campaign_id=campaign.pk, text=text))
        perform(
            cast.coordinator,
            AdoptDemand(
                demand_id=demand.pk,
                on=today - timedelta(days=12),
                how="By show of hands at the first meeting (invented)",
            ),
        )
    perform(
        cast.coordinator,
        NameTarget(
            campaign_id=campaign.pk,
            office="Cabinet member for adult care",
            body_id=service.provider_id,
            can_decide="Whether the centre closes",
        ),
    )
    return campaign


def act(campaign: Campaign, branch: Organisation, cast: Cast) -> None:
    today = clock.today()
    perform(
        cast.coordinator,
        RecordAction(
            campaign_id=campaign.pk,
            kind="meeting",
            title="First meeting at the centre",
            starts_on=today - timedelta(days=12),
            turnout=43,
            turnout_how="counted",
            gained="A name, two demands and a rota",
            host_ids=(branch.pk,),
        ),
    )
    evening = timezone.make_aware(datetime.combine(today + timedelta(days=9), time(18, 30)))
    perform(
        cast.coordinator,
        AnnounceEvent(
            campaign_id=campaign.pk,
            title="Public meeting: what the council proposes",
            kind="meeting",
            starts_at=evening,
            ends_at=evening + timedelta(hours=2),
            place="Harbour Hall, Harbourside (invented)",
            host_id=branch.pk,
            step_free=True,
            hearing_loop=True,
            about="Hear what is proposed, ask, and decide what we do next.",
        ),
    )
    perform(
        cast.coordinator,
        DrawUpRota(
            campaign_id=campaign.pk,
            title="Saturday stall at the market",
            days=(5,),
            windows=(TimeWindow(time(10), time(12), 3), TimeWindow(time(12), time(14), 3)),
            from_date=today,
            to_date=today + timedelta(days=60),
            place="Harbourside market (invented)",
        ),
    )
    task = perform(
        cast.coordinator,
        AddTask(campaign_id=campaign.pk, text="Ask the local paper to come", due_on=today + timedelta(days=3)),
    )
    perform(cast.coordinator, TakeTask(task_id=task.pk))


def collect(campaign: Campaign, group: Organisation, cast: Cast) -> None:
    today = clock.today()
    petition = perform(
        cast.coordinator,
        DraftPetition(
            campaign_id=campaign.pk,
            title="Keep Harbour Street day centre open (invented)",
            text="We ask Harbourside Council to keep the day centre in Harbour Street open five days a week, and to "
            "change nothing without those who use it and those who work in it.",
            goal=1000,
            closes_on=today + timedelta(days=45),
            organisation_ids=(group.pk,),
            target_ids=tuple(campaign.targets.values_list("pk", flat=True)),
        ),
    )
    perform(cast.coordinator, OpenPetition(petition_id=petition.pk))
    sheets = perform(
        cast.coordinator, PrintSheets(petition_id=petition.pk, count=3, return_to="Harbour Hall (invented)")
    )
    perform(
        cast.coordinator,
        HandOutSheet(sheet_id=sheets[0].pk, place="Block of flats, third floor", due_on=today + timedelta(days=5)),
    )
    sign_online(petition)
    fill_a_sheet(sheets[1], cast)


def sign_online(petition: Petition) -> None:
    """Four invented people sign and confirm."""
    for number, name in enumerate(INVENTED_SIGNERS[:4]):
        signed = SignPetition(
            petition_slug=petition.slug,
            name=name,
            email=f"signer-{number}@demo.example",
            postcode="M1 1AE",
            shows_name=True,
        )
        signature_id = perform(Visitor(), signed)
        bearer = Bearer(purpose=SIGNATURE, subject_id=signature_id)
        perform(bearer, ConfirmSignature(signature_id=signature_id))


def fill_a_sheet(sheet: Sheet, cast: Cast) -> None:
    """A sheet goes out to the rep, comes back with fourteen lines, is typed in and checked by somebody else."""
    perform(cast.coordinator, HandOutSheet(sheet_id=sheet.pk, email=PEOPLE["rep"][0]))
    perform(cast.rep, TakeBackSheet(sheet_id=sheet.pk))
    lines = tuple(
        TypedLine(number=number, name=name, postcode="M4 5JD", shows_name=number % 2 == 0)
        for number, name in enumerate(INVENTED_SIGNERS[4:], start=1)
    )
    perform(cast.rep, TypeSheet(sheet_id=sheet.pk, lines=lines))
    perform(cast.coordinator, CheckSheet(sheet_id=sheet.pk, agrees=True))


INVENTED_SIGNERS = tuple(
    f"{first} Invented{second}"
    for second in ("son", "ton", "ley")
    for first in ("Ada", "Bea", "Col", "Dee", "Eli", "Fay")
)
