"""Every kind of body decides in the same way, at the lowest level that can, and the page says so."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.assemblies import bodies
from causeway.domains.assemblies.commands.accept_seat import AcceptSeat
from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.form_committee import FormCommittee
from causeway.domains.assemblies.levels import levels_from, why_here_hint
from causeway.domains.assemblies.models import Committee, Elector, Process, Seat
from causeway.domains.assemblies.policies import may_look_for_votes, may_set_up_process
from causeway.domains.assemblies.queries import visible_processes
from causeway.domains.assemblies.standing import index_of_elector
from causeway.domains.campaigns.commands.appoint_organiser import AppointOrganiser
from causeway.domains.services.commands.say_who_runs_service import SayWhoRunsService
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.assemblies import bodies_scene as room
from tests.domains.assemblies import committee_scene
from tests.domains.assemblies.scene import DAY, NAMES, let_pass, members, stand
from tests.domains.campaigns import scene as campaigns
from tests.domains.services import scene as services
from tests.scenes import CAST, Scene


def test_a_campaign_decides_by_the_members_of_the_organisations_that_take_part(scene: Scene) -> None:
    perform(scene.actor("rep"), JoinOrganisation(organisation_id=scene.branch.pk))  # the branch takes no part
    process = room.of_campaign(scene)
    assert process.roll.electors == 7
    on_roll = set(Elector.objects.filter(roll=process.roll).values_list("person_index", flat=True))
    assert {bytes(index) for index in on_roll} == {index_of_elector(one.pk) for one in members(scene)}
    entry = AuditEntry.objects.filter(about=process.pk, command="SettleRoll").get()
    assert entry.scope == scene.westbury.pk  # a campaign’s changes stand in its alliance’s trail


def test_an_organiser_sets_up_what_the_campaign_decides_and_an_outsider_does_not(scene: Scene) -> None:
    campaign = room.campaign(scene)
    role = campaigns.offer(scene)
    assert not may_set_up_process(scene.actor("user"), campaign)
    perform(scene.actor("coordinator"), AppointOrganiser(role_id=role.pk))
    assert room.set_up(scene, "user", campaign.pk).campaign == campaign
    with pytest.raises(Refused, match="Ask one of them"):
        room.set_up(scene, "outsider", campaign.pk)


def test_a_campaign_in_preparation_hides_that_it_decides(scene: Scene) -> None:
    draft = campaigns.draft_campaign(scene)
    assert may_look_for_votes(scene.actor("rep"), draft)
    for name in ("visitor", "stranger", "outsider"):
        verdict = may_set_up_process(scene.actor(name), draft)
        assert verdict.hidden, name
        assert may_look_for_votes(scene.actor(name), draft).hidden, name
    address = reverse("assemblies:list", kwargs={"room": "campaigns", "slug": draft.slug})
    assert Client().get(address).status_code == 404


def test_a_service_decides_where_its_users_run_it_and_nowhere_else(scene: Scene) -> None:
    centre = services.centre(scene)
    with pytest.raises(Missing):
        room.set_up(scene, "user_officer", centre.pk)
    process = room.of_service(scene)
    assert process.roll.electors == 7
    with pytest.raises(Refused):
        room.set_up(scene, "coordinator", centre.pk)  # keeping the register is not running the service
    perform(scene.actor("user_officer"), SayWhoRunsService(service_id=centre.pk, organisation_id=None))
    with pytest.raises(Missing):
        room.set_up(scene, "user_officer", centre.pk)


def test_only_an_affiliated_organisation_of_users_can_be_said_to_run_a_service(scene: Scene) -> None:
    centre = services.centre(scene)
    for organisation in (scene.branch, scene.eastmoor_group):
        with pytest.raises(Invalid, match="affiliated"):
            perform(
                scene.actor("coordinator"),
                SayWhoRunsService(service_id=centre.pk, organisation_id=organisation.pk),
            )
    with pytest.raises(Refused):
        perform(
            scene.actor("user_officer"), SayWhoRunsService(service_id=centre.pk, organisation_id=scene.users_group.pk)
        )


def test_for_every_kind_the_list_of_ones_bodies_and_the_check_agree(scene: Scene) -> None:
    room.campaign(scene)
    campaigns.draft_campaign(scene)
    room.users_service(scene)
    for kind in bodies.KINDS:
        found = set()
        for name in CAST:
            actor = scene.actor(name)
            mine = {str(row.get("pk")) if isinstance(row, dict) else str(row) for row in kind.mine(actor)}
            for body in kind.model._default_manager.all():
                belongs = bodies.belongs_to(actor, body)
                assert (str(body.pk) in mine) is belongs, f"{name}, {body}"
                found.add(belongs)
        assert found == {True, False} or kind.room == "committees", kind.room


def test_what_a_campaign_decides_is_seen_by_those_who_take_part_and_by_nobody_else(scene: Scene) -> None:
    process = room.of_campaign(scene)
    see = {name for name in CAST if visible_processes(scene.actor(name)).filter(pk=process.pk).exists()}
    assert see == {"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"}


def test_the_page_says_at_which_level_it_is_decided_and_why(scene: Scene, client: Client) -> None:
    process = room.of_campaign(scene)
    client.force_login(scene.people["user"])
    page = client.get(process.get_absolute_url()).content.decode()
    assert "At which level, and why" in page
    assert "the members of the organisations that take part in it decide, and nobody else" in page
    assert process.why_here in page
    assert scene.westbury.name in page.split("The levels, from here up")[1].split("</ol>")[0]


def test_setting_up_asks_why_not_lower_and_why_not_higher(scene: Scene) -> None:
    room.campaign(scene)
    hint = why_here_hint(scene.westbury)
    assert "one of its 2 organisations or its 1 campaign alone" in hint
    assert "higher" not in hint
    assert f"Why not higher, by {scene.westbury.name}?" in why_here_hint(scene.users_group)


def test_a_section_votes_in_a_campaign_and_not_in_an_organisation(scene: Scene) -> None:
    campaign = room.campaign(scene)
    assert room.set_up(scene, "coordinator", campaign.pk, section="users").roll.electors == 7
    with pytest.raises(Conflict, match="finds 0 people"):
        room.set_up(scene, "coordinator", campaign.pk, section="workers")
    with pytest.raises(Invalid, match="no sections"):
        room.set_up(scene, "user_officer", scene.users_group.pk, section="users")


def test_the_database_keeps_a_process_in_exactly_one_body(scene: Scene) -> None:
    process = room.of_campaign(scene)
    for wrong in ({"alliance": scene.westbury}, {"campaign": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Process.objects.filter(pk=process.pk).update(**wrong)


def formed(scene: Scene) -> Committee:
    """Five members of Westbury hold places on a committee."""
    process = committee_scene.written(scene, election={"seats": 5})
    for candidate, name in zip(members(scene)[:5], (*NAMES, "Eve Eden"), strict=True):
        stand(process, candidate, name)
    let_pass(process, DAY + DAY / 24)
    job = System(reason="a test")
    perform(job, CloseNominations(ballot_id=process.pk))  # as many as there are places
    committee = perform(job, FormCommittee(ballot_id=process.pk))
    for seat in Seat.objects.filter(committee=committee):
        perform(Member(seat.person_id), AcceptSeat(seat_id=seat.pk))
    return committee


def test_a_committee_decides_by_those_who_hold_its_places(scene: Scene) -> None:
    committee = formed(scene)
    with pytest.raises(Refused):
        room.set_up(scene, "coordinator", committee.pk)  # whoever runs the alliance does not run its committee
    process = room.set_up(scene, "user", committee.pk)
    assert process.roll.electors == 5
    see = {name for name in CAST if visible_processes(scene.actor(name)).filter(pk=process.pk).exists()}
    assert see == {"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"}  # who elected it
    assert bodies.kind_of(committee).trail(committee) == scene.westbury.pk
    for name in CAST:
        actor = scene.actor(name)
        mine = {row["pk"] for row in bodies.kind_of(committee).mine(actor)}
        assert (committee.pk in mine) is bodies.belongs_to(actor, committee), name
    assert [level.body for level in levels_from(committee)] == [committee, scene.westbury]
    assert "its 1 committee" in why_here_hint(scene.westbury)


def test_a_committee_whose_term_is_over_decides_nothing(scene: Scene) -> None:
    committee = formed(scene)
    with clock.stopped_at(clock.now() + 60 * committee_scene.WEEK), pytest.raises(Refused):
        room.set_up(scene, "user", committee.pk)
