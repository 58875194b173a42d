"""What may happen to a people's budget, from its beginning to its close."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from causeway.domains.budgets.commands.accept_coster import AcceptCoster
from causeway.domains.budgets.commands.add_need import AddNeed
from causeway.domains.budgets.commands.adopt_proposal import AdoptProposal
from causeway.domains.budgets.commands.agree_costing import AgreeCosting
from causeway.domains.budgets.commands.close_budget import CloseBudget
from causeway.domains.budgets.commands.cost_proposal import CostProposal
from causeway.domains.budgets.commands.draw_up_budget import DrawUpBudget
from causeway.domains.budgets.commands.end_costing import EndCosting
from causeway.domains.budgets.commands.end_sponsorship import EndSponsorship
from causeway.domains.budgets.commands.enter_item import EnterItem
from causeway.domains.budgets.commands.fill_line import FillLine
from causeway.domains.budgets.commands.forget_proposer import ForgetProposer
from causeway.domains.budgets.commands.give_up_budget import GiveUpBudget
from causeway.domains.budgets.commands.hide_proposer import HideProposer
from causeway.domains.budgets.commands.mark_line import MarkLine
from causeway.domains.budgets.commands.merge_needs import MergeNeeds
from causeway.domains.budgets.commands.merge_proposals import MergeProposals
from causeway.domains.budgets.commands.move_proposals_day import MoveProposalsDay
from causeway.domains.budgets.commands.offer_to_cost import OfferToCost
from causeway.domains.budgets.commands.put_figures_aside import PutFiguresAside
from causeway.domains.budgets.commands.remove_item import RemoveItem
from causeway.domains.budgets.commands.revise_proposal import ReviseProposal
from causeway.domains.budgets.commands.set_proposal_aside import SetProposalAside
from causeway.domains.budgets.commands.sponsor_for_organisation import SponsorForOrganisation
from causeway.domains.budgets.commands.sponsor_proposal import SponsorProposal
from causeway.domains.budgets.commands.take_in_figures import TakeInFigures
from causeway.domains.budgets.commands.withdraw_proposal import WithdrawProposal
from causeway.domains.budgets.freezing import as_file
from causeway.domains.budgets.models import Budget, Coster, Costing, Item, Line, Need, Proposal, Reading, Sponsor
from causeway.domains.budgets.panels import needs_at_meeting
from causeway.domains.budgets.paying_once import recurrent_from_reserves
from causeway.domains.budgets.sentence import sentence_of
from causeway.domains.budgets.weighing import balance_of, figures_of
from causeway.domains.impact.commands.begin_check import BeginCheck
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.alliances import scene as alliances
from tests.domains.budgets import scene as room
from tests.domains.budgets.matrix import PROPOSED
from tests.scenes import Scene


def said(budget: Budget) -> str:
    return sentence_of(balance_of(budget))


def test_figures_wait_to_be_looked_at_before_they_are_taken_in(scene: Scene) -> None:
    reading = room.reading(scene)
    assert not Line.objects.filter(budget=reading.budget).exists()
    assert reading.council_name == "Westbury UA"
    assert reading.reserves_pounds == 5_000_000
    perform(scene.actor("coordinator"), TakeInFigures(reading_id=reading.pk))
    lines = {line.name: line for line in Line.objects.filter(budget=reading.budget)}
    assert lines["Education services"].net_pounds == 40_000_500
    assert lines["Environmental and regulatory services"].missing == "[x]"
    assert lines["TOTAL SERVICE EXPENDITURE"].role == Line.Role.TOTAL
    assert figures_of(reading.budget).lines_pounds == 72_000_750  # the total is not added up again
    assert Item.objects.get(budget=reading.budget).kind == Item.Kind.GRANTS
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), TakeInFigures(reading_id=reading.pk))


def test_what_was_put_aside_is_neither_taken_nor_kept(scene: Scene) -> None:
    reading = room.reading(scene)
    perform(scene.actor("coordinator"), PutFiguresAside(reading_id=reading.pk))
    reading.refresh_from_db()
    assert (reading.state, reading.lines) == (Reading.State.ASIDE, [])


def test_every_figure_says_where_it_stands_in_which_file(scene: Scene) -> None:
    line = room.line(scene)
    assert line.cell == "H2"
    assert line.source.file_digest == f"sha256:{hashlib.sha256(room.FIGURES).hexdigest()}"
    assert Item.objects.get(budget=line.budget).source == f"{room.VINTAGE}, K2"


def test_figures_that_come_again_keep_what_hangs_on_their_lines(scene: Scene) -> None:
    proposal = room.proposal(scene)
    mark = {"statutory": Line.Statutory.POWER, "why": "Only libraries are a duty"}
    perform(scene.actor("user"), MarkLine(line_id=room.line(scene).pk, **mark))
    room.take_in(scene, proposal.budget, room.FIGURES.replace(b"2000.25", b"1999"))
    proposal.refresh_from_db()
    assert proposal.line is not None
    assert (proposal.line.net_pounds, proposal.line.marked_why) == (1_999_000, "Only libraries are a duty")
    assert Line.objects.filter(budget=proposal.budget).count() == 5
    assert Item.objects.filter(budget=proposal.budget).count() == 1


def test_a_line_without_a_figure_is_filled_in_by_hand_with_its_source(scene: Scene) -> None:
    line = room.missing_line(scene)
    assert "1 line of the council’s figures has no figure" in said(line.budget)
    perform(scene.actor("coordinator"), FillLine(line_id=line.pk, net_pounds=4_000_000, source="Budget book, page 12"))
    assert "no figure" not in said(line.budget)
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), FillLine(line_id=room.line(scene).pk, net_pounds=1, source="Mine"))


def test_the_law_is_named_first_and_anybody_who_belongs_can_say_otherwise(scene: Scene) -> None:
    line = room.line(scene, "Adult Social Care")
    assert (line.statutory, line.statute[:13]) == (Line.Statutory.DUTY, "Care Act 2014")
    with pytest.raises(Invalid):
        perform(scene.actor("user"), MarkLine(line_id=line.pk, statutory=Line.Statutory.PARTLY, why="Not all"))


def test_needs_that_say_the_same_are_counted_together(scene: Scene) -> None:
    first = room.need(scene)
    second = perform(
        scene.actor("rep"), AddNeed(budget_id=first.budget_id, text="Somewhere warm in the north", said_by=6)
    )
    merge = MergeNeeds(budget_id=first.budget_id, into_id=first.pk, need_ids=(second.pk,))
    perform(scene.actor("coordinator"), merge)
    assert Need.objects.get(pk=first.pk).said_by == 20
    assert Need.objects.get(pk=second.pk).merged_into_id == first.pk
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), merge)


def test_after_the_last_day_no_need_and_no_proposal_is_taken(scene: Scene) -> None:
    budget = room.budget(scene)
    with clock.stopped_at(clock.now() + timedelta(days=20)):
        with pytest.raises(Refused):
            perform(scene.actor("user"), AddNeed(budget_id=budget.pk, text="Too late"))
        with pytest.raises(Refused):
            room.propose(scene)
        until = clock.today() + timedelta(days=1)
        perform(scene.actor("coordinator"), MoveProposalsDay(budget_id=budget.pk, proposals_until=until))
        room.propose(scene)


def test_a_budget_begins_in_a_year_that_can_be_and_lasts_not_for_ever(scene: Scene) -> None:
    with pytest.raises(Invalid):
        room.begun(scene, year=1990)
    with pytest.raises(Invalid):
        room.begun(scene, proposals_until=clock.today() - timedelta(days=1))
    with pytest.raises(Refused):
        perform(
            scene.actor("user"),
            DrawUpBudget(
                body_id=scene.westbury.pk, title="T", council_name="C", year=2027, proposals_until=clock.today()
            ),
        )


def test_merged_proposals_bring_their_needs_and_sponsors_along(scene: Scene) -> None:
    mine, other = room.proposal(scene), room.other_proposal(scene)
    room.sponsor(scene)
    perform(scene.actor("rep"), SponsorForOrganisation(proposal_id=mine.pk, organisation_id=scene.branch.pk))
    room.costing(scene)
    perform(scene.actor("coordinator"), AgreeCosting(costing_id=room.costing(scene).pk))
    merge = MergeProposals(
        budget_id=mine.budget_id, into_id=other.pk, proposal_ids=(mine.pk,), cost_pounds=20_000, reason="Same doors"
    )
    perform(scene.actor("coordinator"), merge)
    other.refresh_from_db()
    mine.refresh_from_db()
    assert (other.cost_pounds, mine.state, mine.merged_why) == (20_000, Proposal.State.MERGED, "Same doors")
    assert {sponsor.name for sponsor in other.sponsors.all()} == {"Una U.", "Westbury Health Branch"}
    assert [need.text for need in other.needs.all()] == ["A warm place to meet"]


def test_revenue_and_capital_are_not_merged(scene: Scene) -> None:
    building = room.propose(scene, title="A roof", account=Proposal.Account.CAPITAL, span=Proposal.Span.ONE_OFF)
    merge = MergeProposals(
        budget_id=building.budget_id,
        into_id=building.pk,
        proposal_ids=(room.proposal(scene).pk,),
        cost_pounds=1,
        reason="No",
    )
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), merge)


def test_a_costing_counts_once_somebody_else_agrees_and_the_newest_counts(scene: Scene) -> None:
    costing, proposal = room.costing(scene), room.proposal(scene)
    assert proposal.cost_pounds == 12_000
    with pytest.raises(Refused, match="Two people"):
        perform(scene.actor("rep"), AgreeCosting(costing_id=costing.pk))
    perform(scene.actor("coordinator"), AgreeCosting(costing_id=costing.pk))
    newer = perform(scene.actor("rep"), CostProposal(proposal_id=proposal.pk, cost_pounds=14_000, reason="Pay rose."))
    proposal.refresh_from_db()
    assert proposal.cost_pounds == 13_500
    perform(scene.actor("coordinator"), AgreeCosting(costing_id=newer.pk))
    proposal.refresh_from_db()
    assert (proposal.estimate_pounds, proposal.cost_pounds) == (12_000, 14_000)
    assert proposal.costings.count() == 2


def test_an_older_costing_that_is_agreed_later_does_not_take_over(scene: Scene) -> None:
    older, proposal = room.costing(scene), room.proposal(scene)
    newer = perform(scene.actor("rep"), CostProposal(proposal_id=proposal.pk, cost_pounds=14_000, reason="Pay rose."))
    perform(scene.actor("coordinator"), AgreeCosting(costing_id=newer.pk))
    perform(scene.actor("coordinator"), AgreeCosting(costing_id=older.pk))
    proposal.refresh_from_db()
    assert proposal.cost_pounds == 14_000


def test_an_agreed_cost_stays_when_the_words_of_a_proposal_change(scene: Scene) -> None:
    perform(scene.actor("coordinator"), AgreeCosting(costing_id=room.costing(scene).pk))
    proposal = room.proposal(scene)
    perform(scene.actor("user"), ReviseProposal(proposal_id=proposal.pk, **PROPOSED))
    proposal.refresh_from_db()
    assert (proposal.title, proposal.cost_pounds) == ("A bus on Sundays", 13_500)


def test_whoever_offers_to_cost_waits_until_they_are_accepted(scene: Scene) -> None:
    offered = room.offered_coster(scene)
    cost = CostProposal(proposal_id=room.proposal(scene).pk, cost_pounds=1, reason="R")
    with pytest.raises(Refused):
        perform(scene.actor("handler_one"), cost)
    perform(scene.actor("coordinator"), AcceptCoster(coster_id=offered.pk))
    perform(scene.actor("handler_one"), cost)
    perform(scene.actor("handler_one"), OfferToCost(budget_id=offered.budget_id, name="Dr H.", competence="More"))
    with pytest.raises(Refused):  # under a new name they are looked at again
        perform(scene.actor("handler_one"), cost)
    perform(scene.actor("handler_one"), EndCosting(coster_id=offered.pk))
    assert not Coster.objects.filter(pk=offered.pk).exists()
    assert Costing.objects.get(proposal=room.proposal(scene)).name == "Hana H."


def test_nobody_sponsors_twice_and_a_sponsor_can_leave(scene: Scene) -> None:
    sponsor = room.sponsor(scene)
    with pytest.raises(Conflict):
        perform(scene.actor("user"), SponsorProposal(proposal_id=sponsor.proposal_id, name="Una again"))
    perform(scene.actor("user"), EndSponsorship(sponsor_id=sponsor.pk))
    assert not Sponsor.objects.filter(pk=sponsor.pk).exists()


def test_only_what_was_adopted_counts_in_the_balance(scene: Scene) -> None:
    proposal = room.proposal(scene)
    before = balance_of(proposal.budget).revenue_out_pounds
    perform(scene.actor("coordinator"), AdoptProposal(proposal_id=proposal.pk, ground="The open meeting"))
    assert balance_of(proposal.budget).revenue_out_pounds == before + 12_000
    with pytest.raises(Conflict):
        perform(scene.actor("user"), WithdrawProposal(proposal_id=proposal.pk))
    perform(scene.actor("coordinator"), SetProposalAside(proposal_id=proposal.pk))
    assert balance_of(proposal.budget).revenue_out_pounds == before
    perform(scene.actor("user"), WithdrawProposal(proposal_id=proposal.pk))


def test_a_saving_names_its_line(scene: Scene) -> None:
    budget = room.budget(scene)
    with pytest.raises(Invalid):
        room.enter(scene, budget, Item.Kind.SAVING, 100)
    before = balance_of(budget).revenue_out_pounds
    room.enter(scene, budget, Item.Kind.SAVING, 100, line_id=room.line(scene).pk)
    assert balance_of(budget).revenue_out_pounds == before - 100


def test_an_amount_without_a_source_is_not_entered(scene: Scene) -> None:
    bare = EnterItem(budget_id=room.budget(scene).pk, kind=Item.Kind.FEES, title="T", amount_pounds=1, source=" ")
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), bare)


def test_it_cannot_close_unbalanced_and_says_in_one_sentence_what_is_missing(scene: Scene) -> None:
    budget = room.balanced(scene)
    item = room.enter(scene, budget, Item.Kind.CONTINGENCY, 123)
    with pytest.raises(Conflict, match="£123 of income is missing for what is to be spent"):
        perform(scene.actor("coordinator"), CloseBudget(budget_id=budget.pk))
    perform(scene.actor("coordinator"), RemoveItem(item_id=item.pk))
    closed = perform(scene.actor("coordinator"), CloseBudget(budget_id=budget.pk))
    assert closed.closed_at is not None


def test_it_cannot_close_with_reserves_below_their_floor(scene: Scene) -> None:
    budget = room.balanced(scene)
    room.state_reserves(scene, budget, floor=3_000_001)
    with pytest.raises(Conflict, match="£1 below their floor"):
        perform(scene.actor("coordinator"), CloseBudget(budget_id=budget.pk))


def test_it_cannot_close_with_a_council_tax_that_needs_a_referendum(scene: Scene) -> None:
    budget = room.balanced(scene)
    room.tax(scene, budget, band_d_before_pence=152_000)
    with pytest.raises(Conflict, match=r"Band D is £4\.01 above"):
        perform(scene.actor("coordinator"), CloseBudget(budget_id=budget.pk))


def test_elsewhere_than_in_england_no_referendum_limits_the_tax(scene: Scene) -> None:
    budget = room.begun(scene, nation=Budget.Nation.WALES)
    room.tax(scene, budget, limit_hundredths=None, band_d_before_pence=100)
    assert "referendum" not in said(budget)


def test_a_closed_budget_is_frozen_and_its_digest_is_that_of_its_file(scene: Scene) -> None:
    budget = room.closed(scene)
    assert budget.digest == f"sha256:{hashlib.sha256(as_file(budget.frozen)).hexdigest()}"
    for change in (
        EnterItem(budget_id=budget.pk, kind=Item.Kind.FEES, title="T", amount_pounds=1, source="S"),
        GiveUpBudget(budget_id=budget.pk, reason="Second thoughts"),
        CloseBudget(budget_id=budget.pk),
        RemoveItem(item_id=budget.items.all()[0].pk),
    ):
        with pytest.raises(Refused):
            perform(scene.actor("coordinator"), change)


def test_a_budget_that_was_given_up_says_why_and_takes_nothing_more(scene: Scene) -> None:
    budget = room.begun(scene)
    perform(scene.actor("coordinator"), GiveUpBudget(budget_id=budget.pk, reason="Another one is better"))
    with pytest.raises(Refused):
        perform(scene.actor("user"), AddNeed(budget_id=budget.pk, text="A bus"))


def test_whoever_leaves_is_named_nowhere_and_what_they_proposed_stays(scene: Scene) -> None:
    room.costing(scene)
    room.sponsor(scene)
    proposal = room.proposal(scene)
    for who in ("user", "rep"):
        perform(System(reason="a test"), ForgetProposer(person_id=scene.people[who].pk))
    proposal.refresh_from_db()
    assert proposal.proposed_by_id is None
    assert not Sponsor.objects.exists()
    assert Costing.objects.get().name == ""


def test_whoever_hides_is_named_nowhere_and_keeps_their_proposals(scene: Scene) -> None:
    room.costing(scene)
    room.sponsor(scene)
    for who in ("user", "rep"):
        perform(System(reason="a test"), HideProposer(person_id=scene.people[who].pk))
    assert not Sponsor.objects.exists()
    assert not Coster.objects.filter(name="Ravi R.").exists()
    assert (Costing.objects.get().name, Costing.objects.get().person_id) == ("", scene.people["rep"].pk)
    assert room.proposal(scene).proposed_by_id == scene.people["user"].pk


def test_reserves_that_pay_for_what_comes_back_every_year_are_named(scene: Scene) -> None:
    lasting = room.propose(scene, cost_pounds=500)
    once = room.propose(scene, title="A lift", cost_pounds=300, span=Proposal.Span.ONE_OFF)
    assert recurrent_from_reserves([lasting, once], 0) == 0
    assert recurrent_from_reserves([lasting, once], 300) == 0
    assert recurrent_from_reserves([lasting, once], 350) == 50
    assert recurrent_from_reserves([lasting, once], 9_000) == 500


def test_what_was_needed_at_a_meeting_stands_on_its_page_for_those_who_see_the_budget(scene: Scene) -> None:
    meeting = alliances.held_meeting(scene)
    perform(scene.actor("user"), AddNeed(budget_id=room.budget(scene).pk, text="A lift", meeting_id=meeting.pk))
    panel = needs_at_meeting(scene.actor("rep"), meeting)
    assert panel is not None
    assert [need.text for need in panel.context["needs"]] == ["A lift"]
    assert panel.context["budgets"] == [room.budget(scene)]
    assert needs_at_meeting(scene.actor("stranger"), meeting) is None
    elsewhere = AddNeed(budget_id=room.budget(scene).pk, text="A lift", meeting_id=scene.westbury.pk)
    with pytest.raises(Invalid):
        perform(scene.actor("user"), elsewhere)


def test_whoever_belongs_can_check_who_gains_and_loses_by_a_proposal(scene: Scene) -> None:
    proposal = room.proposal(scene)
    check = perform(scene.actor("rep"), BeginCheck(kind="proposal", subject_id=proposal.pk, name="Ravi R."))
    assert check.subject_id == proposal.pk
    with pytest.raises(Missing):
        perform(scene.actor("stranger"), BeginCheck(kind="proposal", subject_id=proposal.pk, name="Sam"))


def test_what_counts_in_the_balance_waits_while_the_budget_is_being_closed(scene: Scene) -> None:
    costing, adopted, item = room.costing(scene), room.adopted(scene), room.item(scene)
    for change in (
        AgreeCosting(costing_id=costing.pk),
        SetProposalAside(proposal_id=adopted.pk),
        FillLine(line_id=room.missing_line(scene).pk, net_pounds=1, source="Page 3"),
        RemoveItem(item_id=item.pk),
    ):
        with CaptureQueriesContext(connection) as asked:
            perform(scene.actor("coordinator"), change)
        locks = [query["sql"] for query in asked.captured_queries if "FOR NO KEY UPDATE" in query["sql"]]
        assert 'FROM "budgets_budget"' in locks[0], change
