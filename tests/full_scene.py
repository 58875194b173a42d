"""A scene with one of everything in it, in every state that somebody must not see: for tests that go over all pages."""

from __future__ import annotations

from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
from causeway.domains.alliances.commands.set_out_strategy import SetOutStrategy, StrandText
from causeway.domains.alliances.commands.show_my_name import ShowMyName
from causeway.domains.alliances.models import Office, Term
from causeway.domains.campaigns.commands.invite_to_campaign import InviteToCampaign
from causeway.domains.campaigns.commands.record_obstacle import RecordObstacle
from causeway.domains.campaigns.commands.record_outcome import RecordOutcome
from causeway.domains.campaigns.commands.record_unintended_result import RecordUnintendedResult
from causeway.domains.campaigns.commands.revise_campaign import ReviseCampaign
from causeway.domains.campaigns.commands.reword_demand import RewordDemand
from causeway.domains.campaigns.commands.settle_demand import SettleDemand
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.kernel import clock
from causeway.kernel.actors import Member
from causeway.kernel.perform import perform
from tests.domains.alliances import scene as alliances
from tests.domains.assemblies import (
    bodies_scene,
    card_scene,
    floor_scene,
    motions_scene,
    names_scene,
    opinion_scene,
    postal_scene,
    talk_scene,
)
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import mandate_scene as mandates
from tests.domains.assemblies import recall_scene as recalls
from tests.domains.assemblies import scene as assemblies
from tests.domains.budgets import scene as budgets
from tests.domains.budgets import votes_scene
from tests.domains.campaigns import events_scene
from tests.domains.campaigns import scene as campaigns
from tests.domains.impact import scene as impact
from tests.domains.people import scene as people
from tests.domains.petitions import paper_scene
from tests.domains.petitions import scene as petitions
from tests.domains.services import scene as services
from tests.domains.services import tender_scene, tip_off_scene
from tests.scenes import Scene
from tests.work import work


def fill(scene: Scene) -> Scene:
    """Fill the scene, once."""
    scene.once("filled", lambda: _fill(scene))
    return scene


def _fill(scene: Scene) -> bool:
    _people(scene)
    _alliances(scene)
    services.threat(scene)
    services.public_threat(scene)
    tender_scene.offer(scene)
    tender_scene.feed(scene)
    tip_off_scene.kept_longer(scene)
    tip_off_scene.statement(scene)
    tip_off_scene.open_proposal(scene)
    made_handler = {"title": "Tip-off handler", "role": Office.Role.HANDLER}
    for person in ("outsider", "user_officer"):
        perform(
            scene.actor("outsider"),
            AppointToOffice(body_id=scene.eastmoor.pk, person_id=scene.people[person].pk, **made_handler),
        )
    _campaigns(scene)
    _petitions(scene)
    _assemblies(scene)
    _budgets(scene)
    impact.published(scene)
    impact.question(scene)
    work()
    return True


def _people(scene: Scene) -> None:
    perform(scene.actor("stranger"), people.agree(scene))
    people.sams_request(scene, body=scene.westbury.pk)


def _alliances(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    alliances.proposal(scene)
    alliances.placement(scene)
    alliances.offer(scene)
    alliances.public_meeting(scene)
    alliances.meeting(scene)
    alliances.minuted_meeting(scene)
    alliances.action(scene)
    strands = (StrandText("Workplaces", "Organise where people work."),)
    perform(cora, SetOutStrategy(alliance_id=scene.westbury.pk, strands=strands))
    for term in Term.objects.filter(person_id__in=[scene.people["coordinator"].pk, scene.people["rep"].pk]):
        perform(Member(term.person_id), ShowMyName(term_id=term.pk, shown=True))


def _campaigns(scene: Scene) -> None:
    cora, campaign = scene.actor("coordinator"), campaigns.open_campaign(scene)
    draft = campaigns.draft_campaign(scene)
    perform(cora, InviteToCampaign(campaign_id=draft.pk, organisation_id=scene.branch.pk))
    campaigns.closed_campaign(scene)
    for make in (campaigns.position, campaigns.action, campaigns.gain, campaigns.dissent, campaigns.offer):
        make(scene)
    for make_more in (campaigns.note, campaigns.task, campaigns.taken_task, campaigns.request_to_join):
        make_more(scene)
    demand = campaigns.demand(scene)
    perform(cora, RewordDemand(demand_id=demand.pk, text="Keep the centre open five days", why="The users asked."))
    perform(cora, SettleDemand(demand_id=demand.pk, state="partly", on=clock.today(), source="Council minutes"))
    told = {"campaign_id": campaign.pk, "on": clock.today(), "source": "The local paper"}
    perform(cora, RecordObstacle(text="A summer recess", **told))
    perform(cora, RecordUnintendedResult(text="A new tenants’ group", **told))
    perform(cora, RecordOutcome(verdict="partly", text="Four days were kept.", **told))
    events_scene.public_event(scene)
    events_scene.members_event(scene)
    events_scene.visitors_sign_up(scene)
    events_scene.users_turn(scene)
    perform(
        cora,
        ReviseCampaign(
            campaign_id=campaign.pk,
            name=campaign.name,
            summary=campaign.summary,
            service_ids=(services.centre(scene).pk,),
            threat_ids=(services.threat(scene).pk, services.public_threat(scene).pk),
        ),
    )


def _petitions(scene: Scene) -> None:
    to_leader = petitions.draft(scene, target_ids=(campaigns.target(scene).pk,))
    opening = OpenPetition(petition_id=to_leader.pk)
    scene.once("petitions.petition", lambda: perform(scene.actor("coordinator"), opening))
    for number in range(10):  # areas are named from ten signatures up
        petitions.confirm(
            petitions.sign(scene, f"Person {chr(65 + number)}", f"p{number}@example.org", shows_name=True)
        )
    petitions.draft(scene, title="Not open yet")
    paper_scene.printed(scene)
    paper_scene.sheet_out(scene)
    paper_scene.hand_in(scene)


def _assemblies(scene: Scene) -> None:
    assemblies.objection(scene)
    floor_scene.hands(scene)
    floor_scene.recorded(scene)
    floor_scene.poll(scene)
    card_scene.lying_open(scene)
    card_scene.voting(scene)
    card_scene.counted(scene)
    postal_scene.by_post(scene)
    postal_scene.with_stack(scene)
    assemblies.voting(scene)
    assemblies.nomination(scene)
    assemblies.unmade_paper(scene)
    assemblies.counted_election(scene)
    assemblies.over(scene)
    assemblies.counted(scene)
    assemblies.counted(scene, result_for="everybody")
    motions_scene.fill(scene)
    names_scene.open_names(scene)
    names_scene.unmade(scene)
    bodies_scene.of_campaign(scene)
    for make in (committees.offered, committees.working, committees.asking, committees.filled, committees.short):
        make(scene)
    for make_recall in (recalls.running, recalls.about_una, recalls.covered, recalls.counted):
        make_recall(scene)
    for make_report in (mandates.due, mandates.report, mandates.question, mandates.to_refuse):
        make_report(scene)


def _budgets(scene: Scene) -> None:
    for make in (budgets.proposal, budgets.sponsor, budgets.adopted, budgets.costing, budgets.offered_coster):
        make(scene)
    budgets.item(scene)
    budgets.missing_line(scene)
    budgets.reading(scene)
    budgets.ready(scene)
    budgets.closed(scene)
    budgets.closed(scene, shown_to="everybody")
    for make_vote in (votes_scene.voting, votes_scene.counted, votes_scene.decided):
        make_vote(scene)
    votes_scene.decided(scene, shown_to="everybody")
    talk_scene.waiting(scene)
    talk_scene.kept_out(scene)
    talk_scene.table(scene)
    talk_scene.sheet_of_codes(scene)
    talk_scene.without_question(scene)
    opinion_scene.with_map(scene)
    opinion_scene.over_with_map(scene)
    opinion_scene.read(scene)
