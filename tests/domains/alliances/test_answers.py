"""What was proposed, offered or asked: answered once, by whom it concerns, or taken back."""

from __future__ import annotations

import pytest

from causeway.domains.alliances.commands.accept_office import AcceptOffice
from causeway.domains.alliances.commands.accept_placement import AcceptPlacement
from causeway.domains.alliances.commands.agree_affiliation import AgreeAffiliation
from causeway.domains.alliances.commands.decline_member import DeclineMember
from causeway.domains.alliances.commands.decline_office import DeclineOffice
from causeway.domains.alliances.commands.decline_placement import DeclinePlacement
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.leave_parent import LeaveParent
from causeway.domains.alliances.commands.withdraw_affiliation import WithdrawAffiliation
from causeway.domains.alliances.commands.withdraw_offer import WithdrawOffer
from causeway.domains.alliances.commands.withdraw_placement import WithdrawPlacement
from causeway.domains.alliances.models import (
    AffiliationProposal,
    Alliance,
    MembershipRequest,
    OfficeOffer,
    Placement,
    Term,
)
from causeway.domains.alliances.queries.affiliations import waiting_for
from causeway.domains.alliances.standing import stands_in
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.alliances import scene as room
from tests.scenes import Scene
from tests.trail import last_sentence


def test_a_declined_request_to_join_is_forgotten_and_may_be_made_again(scene: Scene) -> None:
    sam, asked = scene.actor("stranger"), room.request(scene)
    command = DeclineMember(organisation_id=scene.users_group.pk, request_id=asked.pk)
    with pytest.raises(Missing):
        perform(scene.actor("coordinator"), command)
    perform(scene.actor("user_officer"), command)
    assert not MembershipRequest.objects.exists()
    assert not stands_in(sam, scene.westbury.pk)
    assert last_sentence(DeclineMember) == "declined a request to join"
    with pytest.raises(Missing):
        perform(scene.actor("user_officer"), command)
    perform(sam, JoinOrganisation(organisation_id=scene.users_group.pk))
    assert MembershipRequest.objects.count() == 1


def test_an_officer_cannot_decline_a_request_made_to_another_organisation(scene: Scene) -> None:
    asked = room.request(scene)
    with pytest.raises(Missing):
        perform(scene.actor("rep"), DeclineMember(organisation_id=scene.branch.pk, request_id=asked.pk))
    assert MembershipRequest.objects.count() == 1


def test_a_declined_office_makes_no_term_and_forgets_the_address(scene: Scene) -> None:
    sam, offer = scene.actor("stranger"), room.offer(scene)
    with pytest.raises(Missing):
        perform(scene.actor("rep"), DeclineOffice(offer_id=offer.pk))
    perform(sam, DeclineOffice(offer_id=offer.pk))
    kept = OfficeOffer.objects.get(pk=offer.pk)
    assert (kept.status, kept.email, kept.answered_on) == (OfficeOffer.Status.DECLINED, "", clock.today())
    assert not Term.objects.filter(person=scene.people["stranger"]).exists()
    with pytest.raises(Conflict, match="answered or withdrawn already"):
        perform(sam, AcceptOffice(offer_id=offer.pk))


def test_a_withdrawn_offer_cannot_be_taken_up_and_forgets_the_address(scene: Scene) -> None:
    offer = room.offer(scene)
    with pytest.raises(Missing):
        perform(scene.actor("outsider"), WithdrawOffer(offer_id=offer.pk))
    perform(scene.actor("coordinator"), WithdrawOffer(offer_id=offer.pk))
    kept = OfficeOffer.objects.get(pk=offer.pk)
    assert (kept.status, kept.email) == (OfficeOffer.Status.WITHDRAWN, "")
    assert "example.org" not in last_sentence(WithdrawOffer)
    with pytest.raises(Conflict, match="answered or withdrawn already"):
        perform(scene.actor("stranger"), AcceptOffice(offer_id=offer.pk))
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), WithdrawOffer(offer_id=offer.pk))


def test_a_proposed_affiliation_is_taken_back_by_the_side_that_made_it_and_waits_for_nobody(scene: Scene) -> None:
    cora, oren, proposal = scene.actor("coordinator"), scene.actor("outsider"), room.proposal(scene)
    assert waiting_for(cora) == [proposal]
    with pytest.raises(Missing):
        perform(cora, WithdrawAffiliation(proposal_id=proposal.pk))
    withdrawn = perform(oren, WithdrawAffiliation(proposal_id=proposal.pk))
    assert (withdrawn.status, withdrawn.answered_on) == (AffiliationProposal.Status.WITHDRAWN, clock.today())
    assert waiting_for(cora) == []
    with pytest.raises(Conflict, match="answered or withdrawn already"):
        perform(cora, AgreeAffiliation(proposal_id=proposal.pk))
    assert not stands_in(oren, scene.westbury.pk)


def test_a_place_is_declined_by_the_larger_alliance_with_a_reason(scene: Scene) -> None:
    cora, oren, asked = scene.actor("coordinator"), scene.actor("outsider"), room.placement(scene)
    with pytest.raises(Refused, match="The other alliance answers this"):
        perform(cora, DeclinePlacement(placement_id=asked.pk, reason="No"))
    with pytest.raises(Invalid, match="Enter a reason") as silent:
        perform(oren, DeclinePlacement(placement_id=asked.pk, reason="  "))
    with pytest.raises(Invalid, match="Shorten the reason"):
        perform(oren, DeclinePlacement(placement_id=asked.pk, reason="x" * 301))
    assert "reason" in silent.value.fields
    declined = perform(oren, DeclinePlacement(placement_id=asked.pk, reason="We cover the north only."))
    assert (declined.status, declined.reason) == (Placement.Status.DECLINED, "We cover the north only.")
    assert Alliance.objects.get(pk=scene.westbury.pk).parent is None
    with pytest.raises(Conflict, match="answered or withdrawn already"):
        perform(oren, AcceptPlacement(placement_id=asked.pk))


def test_a_question_for_a_place_is_taken_back_only_by_who_asked(scene: Scene) -> None:
    cora, oren, asked = scene.actor("coordinator"), scene.actor("outsider"), room.placement(scene)
    with pytest.raises(Missing):
        perform(oren, WithdrawPlacement(placement_id=asked.pk))
    assert perform(cora, WithdrawPlacement(placement_id=asked.pk)).status == Placement.Status.WITHDRAWN
    with pytest.raises(Conflict, match="answered or withdrawn already"):
        perform(oren, AcceptPlacement(placement_id=asked.pk))
    assert Alliance.objects.get(pk=scene.westbury.pk).parent is None


def test_an_alliance_leaves_its_larger_one_and_keeps_its_organisations_and_history(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    placement = room.placement(scene)
    perform(scene.actor("outsider"), AcceptPlacement(placement_id=placement.pk))
    before = scene.westbury.affiliations.filter(until=None).count()
    with pytest.raises(Refused, match="Ask one of them"):
        perform(scene.actor("outsider"), LeaveParent(child_id=scene.westbury.pk))
    assert perform(cora, LeaveParent(child_id=scene.westbury.pk)).parent is None
    assert scene.westbury.affiliations.filter(until=None).count() == before
    assert Placement.objects.get(pk=placement.pk).status == Placement.Status.ACCEPTED
    with pytest.raises(Conflict, match="stands under no other alliance"):
        perform(cora, LeaveParent(child_id=scene.westbury.pk))
