"""Organisations, alliances, affiliations, offices, and the trail of it all."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.alliances.commands.accept_office import AcceptOffice
from causeway.domains.alliances.commands.accept_placement import AcceptPlacement
from causeway.domains.alliances.commands.agree_affiliation import AgreeAffiliation
from causeway.domains.alliances.commands.ask_for_place import AskForPlace
from causeway.domains.alliances.commands.be_known_to_officers import BeKnownToOfficers
from causeway.domains.alliances.commands.confirm_member import ConfirmMember
from causeway.domains.alliances.commands.decline_affiliation import DeclineAffiliation
from causeway.domains.alliances.commands.edit_alliance import EditAlliance
from causeway.domains.alliances.commands.end_affiliation import EndAffiliation
from causeway.domains.alliances.commands.end_term import EndTerm
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.leave_organisation import LeaveOrganisation
from causeway.domains.alliances.commands.list_employer_domains import ListEmployerDomains
from causeway.domains.alliances.commands.offer_office import OfferOffice
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.commands.set_out_strategy import SetOutStrategy, StrandText
from causeway.domains.alliances.models import (
    Affiliation,
    AffiliationProposal,
    Alliance,
    Membership,
    MembershipRequest,
    Office,
    OfficeOffer,
    Organisation,
    Placement,
    Term,
)
from causeway.domains.alliances.queries import my_bodies, people_of
from causeway.domains.alliances.queries.bodies import alliance_page, organisation_page
from causeway.domains.alliances.queries.directory import alliances_page, organisations_page, tree
from causeway.domains.alliances.queries.trail import TrailFilter, trail_of
from causeway.domains.alliances.standing import coordinates, stands_in
from causeway.domains.people.employers import employer_behind
from causeway.kernel import clock
from causeway.kernel.actors import Staff, Visitor
from causeway.kernel.errors import Conflict, Invalid, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.alliances import scene as room
from tests.scenes import Scene, person
from tests.work import work

# -- belonging ---------------------------------------------------------------------------------------------------


def test_joining_twice_is_joining_once_and_leaving_forgets(scene: Scene) -> None:
    before = Membership.objects.count()
    for _time in range(2):
        perform(scene.actor("stranger"), JoinOrganisation(organisation_id=scene.branch.pk))
    assert Membership.objects.count() == before + 1
    assert stands_in(scene.actor("stranger"), scene.westbury.pk)
    perform(scene.actor("stranger"), LeaveOrganisation(organisation_id=scene.branch.pk))
    assert Membership.objects.count() == before
    assert not stands_in(scene.actor("stranger"), scene.westbury.pk)


def test_the_trail_never_says_who_joined_what(scene: Scene) -> None:
    perform(scene.actor("stranger"), JoinOrganisation(organisation_id=scene.branch.pk))
    perform(scene.actor("stranger"), LeaveOrganisation(organisation_id=scene.branch.pk))
    mine = AuditEntry.objects.filter(actor_id=scene.people["stranger"].pk)
    assert all(entry.about is None and entry.scope == scene.people["stranger"].pk for entry in mine)
    assert not any(scene.branch.name in entry.sentence for entry in mine)


def test_an_officer_confirms_members_where_the_organisation_wants_it(scene: Scene) -> None:
    request = room.request(scene)
    assert not stands_in(scene.actor("stranger"), scene.westbury.pk)
    work()
    letter = next(letter for letter in mail.outbox if letter.to == ["ugo@example.org"])
    assert "Sam" not in letter.body
    command = ConfirmMember(organisation_id=scene.users_group.pk, request_id=request.pk)
    perform(scene.actor("user_officer"), command)
    assert stands_in(scene.actor("stranger"), scene.westbury.pk)
    assert not MembershipRequest.objects.exists()


def test_the_member_count_is_exact_for_officers_and_shown_to_others_from_ten_up(scene: Scene) -> None:
    slug = scene.users_group.slug
    assert organisation_page(scene.actor("user_officer"), slug).members == 1
    assert organisation_page(Visitor(), slug).members is None
    for number in range(9):
        account = person(f"m{number}@example.org", f"Member {number}")
        scene.people[f"m{number}"] = account
        perform(scene.actor(f"m{number}"), JoinOrganisation(organisation_id=scene.users_group.pk))
    assert organisation_page(Visitor(), slug).members == 10


def test_officers_see_the_names_only_of_members_who_let_them(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.people["user_officer"])
    address = reverse("organisations:members", kwargs={"slug": scene.users_group.slug})
    assert "Una User" not in client.get(address).content.decode()
    perform(scene.actor("user"), BeKnownToOfficers(organisation_id=scene.users_group.pk, known=True))
    assert "Una User" in client.get(address).content.decode()


def test_acting_for_an_organisation_is_for_its_officers(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.people["rep"])
    address = reverse("organisations:act_for")
    client.post(address, {"organisation": scene.branch.slug})
    assert client.session["acting_for"] == str(scene.branch.pk)
    assert client.post(address, {"organisation": scene.users_group.slug}).status_code == 404
    assert client.session["acting_for"] == str(scene.branch.pk)
    answer = client.post(address, {"next": "https://elsewhere.example.org/"})
    assert "acting_for" not in client.session
    assert urlsplit(answer.headers["Location"]).netloc == ""


# -- affiliations --------------------------------------------------------------------------------------------------


def test_a_proposed_affiliation_gives_no_standing_until_the_other_side_agrees(scene: Scene) -> None:
    proposal = room.proposal(scene)
    assert not stands_in(scene.actor("outsider"), scene.westbury.pk)
    with pytest.raises(Refused, match="other side answers"):
        perform(scene.actor("outsider"), AgreeAffiliation(proposal_id=proposal.pk))
    perform(scene.actor("coordinator"), AgreeAffiliation(proposal_id=proposal.pk))
    assert stands_in(scene.actor("outsider"), scene.westbury.pk)
    affiliation = Affiliation.objects.get(organisation=scene.eastmoor_group, alliance=scene.westbury)
    assert affiliation.agreed_by == scene.people["coordinator"]
    assert "applied" in affiliation.agreed_how


def test_a_declined_affiliation_keeps_its_reason_and_may_be_proposed_again(scene: Scene) -> None:
    proposal = room.proposal(scene)
    with pytest.raises(Invalid, match="reason"):
        perform(scene.actor("coordinator"), DeclineAffiliation(proposal_id=proposal.pk, reason=" "))
    perform(scene.actor("coordinator"), DeclineAffiliation(proposal_id=proposal.pk, reason="Not yet"))
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), AgreeAffiliation(proposal_id=proposal.pk))
    scene.extra.clear()
    assert room.proposal(scene).status == AffiliationProposal.Status.PROPOSED


def test_an_ended_affiliation_ends_standing_and_stays_in_the_history(scene: Scene) -> None:
    assert stands_in(scene.actor("rep"), scene.westbury.pk)
    affiliation = room.affiliation(scene)
    on = clock.today() + timedelta(days=1)
    with pytest.raises(Invalid, match="today or a day before"):
        perform(scene.actor("rep"), EndAffiliation(affiliation_id=affiliation.pk, reason="Merged", on=on))
    perform(scene.actor("rep"), EndAffiliation(affiliation_id=affiliation.pk, reason="Merged"))
    assert not stands_in(scene.actor("rep"), scene.westbury.pk)
    address = reverse("alliances:affiliations", kwargs={"slug": scene.westbury.slug})
    assert "Merged" in Client().get(address, {"past": "1"}).content.decode()


def test_a_section_without_an_organisation_is_shown_as_missing(scene: Scene) -> None:
    shown = alliance_page(Visitor(), scene.westbury.slug)
    assert [section.value for section in shown.sections if section.missing] == ["community"]


# -- the tree ------------------------------------------------------------------------------------------------------


def test_an_alliance_stands_under_another_only_once_both_agree(scene: Scene) -> None:
    placement = room.placement(scene)
    scene.westbury.refresh_from_db()
    assert scene.westbury.parent is None
    perform(scene.actor("outsider"), AcceptPlacement(placement_id=placement.pk))
    scene.westbury.refresh_from_db()
    assert scene.westbury.parent == room.region(scene)


def test_founding_under_an_alliance_of_others_only_asks(scene: Scene) -> None:
    founded = perform(scene.actor("stranger"), FoundAlliance(name="Northmarsh", parent_id=room.region(scene).pk))
    assert founded.parent is None
    assert Placement.objects.filter(child=founded, status=Placement.Status.ASKED).exists()
    own = perform(scene.actor("outsider"), FoundAlliance(name="Fenside", parent_id=room.region(scene).pk))
    assert own.parent == room.region(scene)


def test_the_tree_has_no_circles_because_only_a_larger_alliance_holds_a_smaller(scene: Scene) -> None:
    with pytest.raises(Invalid, match="regional one under a national"):
        perform(scene.actor("outsider"), AskForPlace(child_id=room.region(scene).pk, parent_id=scene.eastmoor.pk))
    with pytest.raises(Invalid):
        perform(scene.actor("outsider"), AskForPlace(child_id=scene.eastmoor.pk, parent_id=scene.eastmoor.pk))


def test_the_tree_and_the_directory_stay_few_queries_however_many_alliances(scene: Scene) -> None:
    region = room.region(scene)
    Alliance.objects.bulk_create(
        Alliance(name=f"Town {number}", slug=f"town-{number}", level="local", parent=region) for number in range(300)
    )
    client = Client()
    client.force_login(scene.people["coordinator"])
    pages = [
        reverse("alliances:directory"),
        reverse("alliances:directory") + "?q=town&level=local&page=3",
        reverse("alliances:tree"),
        region.get_absolute_url(),
        scene.westbury.get_absolute_url(),
        scene.branch.get_absolute_url(),
        reverse("alliances:offices", kwargs={"slug": scene.westbury.slug}),
        reverse("alliances:meetings", kwargs={"slug": scene.westbury.slug}),
        reverse("alliances:affiliations", kwargs={"slug": scene.westbury.slug}),
        reverse("alliances:trail", kwargs={"slug": scene.westbury.slug}),
        room.meeting(scene).get_absolute_url(),
    ]
    for address in pages:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        assert len(queries) <= 15, f"{address} makes {len(queries)} queries"
    drawn = tree()
    branch = next(branch for branch in drawn.roots if branch.alliance == region)
    assert len(branch.branches) + branch.more == 300


@pytest.mark.parametrize("words", ["westb", "WESTBURY publ", "alliance westbury"])
def test_search_finds_by_the_beginnings_of_words(scene: Scene, words: str) -> None:
    assert scene.westbury in alliances_page(words=words).object_list
    assert scene.eastmoor not in alliances_page(words=words).object_list


@pytest.mark.django_db
@given(st.text(max_size=60))
def test_search_takes_any_text(words: str) -> None:
    organisations_page(words=words)
    list(alliances_page(words=words.replace("\0", ""), level=words, under="", number=words))


# -- offices -------------------------------------------------------------------------------------------------------


def test_an_offered_office_gives_nothing_until_the_one_with_the_address_accepts(scene: Scene) -> None:
    command = OfferOffice(
        body_id=scene.westbury.pk, title="Convenor", role=Office.Role.COORDINATOR, email="SAM@example.org"
    )
    offer = perform(scene.actor("coordinator"), command)
    work()
    assert mail.outbox[-1].to == ["SAM@example.org"]
    assert not coordinates(scene.actor("stranger"), scene.westbury.pk)
    perform(scene.actor("stranger"), AcceptOffice(offer_id=offer.pk))
    assert coordinates(scene.actor("stranger"), scene.westbury.pk)
    offer.refresh_from_db()
    assert (offer.status, offer.email) == (OfficeOffer.Status.ACCEPTED, "")
    with pytest.raises(Conflict):
        perform(scene.actor("stranger"), AcceptOffice(offer_id=offer.pk))


def test_a_holder_is_named_publicly_only_by_their_own_choice(scene: Scene) -> None:
    offer = room.offer(scene)
    page = scene.westbury.get_absolute_url()
    perform(scene.actor("stranger"), AcceptOffice(offer_id=offer.pk, shown_publicly=False))
    assert "Sam Stranger" not in Client().get(page).content.decode()
    Term.objects.filter(person=scene.people["stranger"]).update(shown_publicly=True)
    assert "Sam Stranger" in Client().get(page).content.decode()


def test_the_last_coordinator_cannot_leave_the_alliance_without_one(scene: Scene) -> None:
    last = Term.objects.get(person=scene.people["coordinator"])
    with pytest.raises(Conflict, match="Nobody else leads here"):
        perform(scene.actor("coordinator"), EndTerm(term_id=last.pk, reason="Tired"))
    room.second_coordinator(scene)
    perform(scene.actor("coordinator"), EndTerm(term_id=last.pk, reason="Tired"))
    assert not coordinates(scene.actor("coordinator"), scene.westbury.pk)


def test_an_office_of_the_wrong_role_is_refused_in_a_sentence(scene: Scene) -> None:
    command = OfferOffice(body_id=scene.branch.pk, title="Handler", role=Office.Role.HANDLER, email="a@example.org")
    with pytest.raises(Invalid, match="does not exist here"):
        perform(scene.actor("rep"), command)
    assert not OfficeOffer.objects.exists()


# -- what is filled in ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"), [("name", " "), ("name", "x" * 161), ("website", "javascript:alert(1)"), ("kind", "army")]
)
def test_what_does_not_fit_an_organisation_is_told_by_field_and_changes_nothing(
    scene: Scene, field: str, value: str
) -> None:
    given = {"name": "Friends", "kind": "community", field: value}
    with pytest.raises(Invalid) as refusal:
        perform(scene.actor("stranger"), RegisterOrganisation(**given))
    assert list(refusal.value.fields) == [field]
    assert not Organisation.objects.filter(name="Friends").exists()


def test_strands_stand_in_their_order_and_at_most_eight(scene: Scene) -> None:
    strands = tuple(StrandText(f"Strand {number}") for number in range(9))
    with pytest.raises(Invalid, match="eight"):
        perform(scene.actor("coordinator"), SetOutStrategy(alliance_id=scene.westbury.pk, strands=strands))
    perform(scene.actor("coordinator"), SetOutStrategy(alliance_id=scene.westbury.pk, strands=strands[:4]))
    assert [row.title for row in scene.westbury.strands.all()] == [f"Strand {number}" for number in range(4)]


def test_employer_domains_are_kept_clean_and_a_wrong_one_is_named(scene: Scene) -> None:
    with pytest.raises(Invalid, match="“not a domain”"):
        perform(
            scene.actor("coordinator"),
            ListEmployerDomains(alliance_id=scene.westbury.pk, domains=("nhs.uk", "not a domain")),
        )
    kept = perform(
        scene.actor("coordinator"),
        ListEmployerDomains(alliance_id=scene.westbury.pk, domains=("@NHS.uk", "nhs.uk", "westbury.gov.uk")),
    )
    assert kept.employer_domains == ["nhs.uk", "westbury.gov.uk"]


def test_an_address_at_a_listed_employer_is_warned_of(scene: Scene) -> None:
    listed = ListEmployerDomains(alliance_id=scene.westbury.pk, domains=("westbury-care.example",))
    perform(scene.actor("coordinator"), listed)
    work()
    assert employer_behind("una@mail.westbury-care.example") == "westbury-care.example"
    perform(scene.actor("coordinator"), ListEmployerDomains(alliance_id=scene.westbury.pk, domains=()))
    work()
    assert employer_behind("una@mail.westbury-care.example") == ""


# -- the trail -----------------------------------------------------------------------------------------------------


def test_the_trail_reads_in_sentences_and_filters_by_kind_and_person(scene: Scene) -> None:
    shown = trail_of(scene.actor("coordinator"), scene.westbury, TrailFilter())
    first = shown.lines[-1]
    assert (first.who, first.sentence) == (
        "Cora Coordinator",
        "founded the alliance “Westbury Public Services Alliance”",
    )
    only = trail_of(scene.actor("coordinator"), scene.westbury, TrailFilter(command="AppointToOffice"))
    assert {line.sentence.split(" ")[0] for line in only.lines} == {"appointed"}
    nobody = TrailFilter(person_id=scene.people["stranger"].pk)
    assert trail_of(scene.actor("coordinator"), scene.westbury, nobody).lines == []


def test_the_trail_shows_a_staff_session_with_its_reason(scene: Scene) -> None:
    AuditEntry.objects.create(
        at=clock.now(),
        actor_kind="staff",
        reason="Asked to help",
        command="X",
        sentence="looked",
        scope=scene.westbury.pk,
    )
    line = trail_of(scene.actor("coordinator"), scene.westbury, TrailFilter()).lines[0]
    assert (line.by_staff, line.reason) == (True, "Asked to help")


def test_whoever_has_left_is_a_member_in_the_trail(scene: Scene) -> None:
    room.second_coordinator(scene)
    perform(scene.actor("stranger"), EditAlliance(body_id=scene.westbury.pk, name="Westbury"))
    scene.people["stranger"].erased_at = clock.now()
    scene.people["stranger"].save()
    line = trail_of(scene.actor("coordinator"), scene.westbury, TrailFilter()).lines[0]
    assert line.who == "A member"


# -- what other rooms ask ------------------------------------------------------------------------------------------


def test_my_bodies_are_those_i_stand_in_with_my_offices(scene: Scene) -> None:
    mine = {row.body.name: row for row in my_bodies(scene.actor("rep"))}
    assert set(mine) == {scene.westbury.name, scene.branch.name}
    assert mine[scene.branch.name].runs_it
    assert not mine[scene.westbury.name].runs_it
    assert my_bodies(Visitor()) == []


def test_people_of_an_alliance_are_its_members_and_holders(scene: Scene) -> None:
    names = {"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"}
    assert people_of(scene.westbury) == {scene.people[name].pk for name in names}


def test_the_api_says_what_the_public_page_says(scene: Scene) -> None:
    listed = Client().get("/api/alliances", {"q": "westbury"}).json()
    assert [item["slug"] for item in listed["items"]] == [scene.westbury.slug]
    one = Client().get(f"/api/alliances/{scene.westbury.slug}").json()
    assert one["missing_sections"] == ["community"]
    assert {row["slug"] for row in one["organisations"]} == {scene.branch.slug, scene.users_group.slug}
    assert all(office["holders"] == [] for office in one["offices"])
    organisation = Client().get(f"/api/organisations/{scene.users_group.slug}").json()
    assert organisation["members"] is None
    assert Client().get("/api/organisations/none-such").status_code == 404


def test_a_staff_session_is_not_a_member(scene: Scene) -> None:
    staff = Staff(scene.people["stranger"].pk, scene.westbury.pk, "help", clock.now())
    with pytest.raises(Refused):
        perform(staff, EditAlliance(body_id=scene.westbury.pk, name="Taken"))
