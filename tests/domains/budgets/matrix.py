"""Who may do what in people's budgets."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

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
from causeway.domains.budgets.commands.make_proposal import MakeProposal
from causeway.domains.budgets.commands.mark_line import MarkLine
from causeway.domains.budgets.commands.merge_needs import MergeNeeds
from causeway.domains.budgets.commands.merge_proposals import MergeProposals
from causeway.domains.budgets.commands.move_proposals_day import MoveProposalsDay
from causeway.domains.budgets.commands.offer_to_cost import OfferToCost
from causeway.domains.budgets.commands.put_figures_aside import PutFiguresAside
from causeway.domains.budgets.commands.read_figures import ReadFigures
from causeway.domains.budgets.commands.remove_item import RemoveItem
from causeway.domains.budgets.commands.revise_proposal import ReviseProposal
from causeway.domains.budgets.commands.set_council_tax import SetCouncilTax
from causeway.domains.budgets.commands.set_proposal_aside import SetProposalAside
from causeway.domains.budgets.commands.sponsor_for_organisation import SponsorForOrganisation
from causeway.domains.budgets.commands.sponsor_proposal import SponsorProposal
from causeway.domains.budgets.commands.state_reserves import StateReserves
from causeway.domains.budgets.commands.take_in_figures import TakeInFigures
from causeway.domains.budgets.commands.withdraw_proposal import WithdrawProposal
from causeway.domains.budgets.models import Item, Line, Proposal
from causeway.kernel import clock
from causeway.kernel.actors import Actor, System
from tests.domains.budgets import scene as room
from tests.domains.budgets import votes_matrix
from tests.matrix import EVERYBODY, NOBODY, CommandCase, PageCase
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
RAVI = frozenset({"rep"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)
PROPOSED = {
    "title": "A bus on Sundays",
    "text": "One an hour.",
    "cost_pounds": 90_000,
    "account": Proposal.Account.REVENUE,
    "span": Proposal.Span.ONE_OFF,
}


def _draw_up(s: Scene, _actor: Actor) -> DrawUpBudget:
    until = clock.today() + timedelta(days=7)
    return DrawUpBudget(body_id=s.westbury.pk, title="B", council_name="C", year=2027, proposals_until=until)


def _read(s: Scene, _actor: Actor) -> ReadFigures:
    return ReadFigures(budget_id=room.budget(s).pk, file_name="f.csv", vintage="2026", raw=room.FIGURES)


def _merge_needs(s: Scene, _actor: Actor) -> MergeNeeds:
    key = room.need(s).pk
    return MergeNeeds(budget_id=room.budget(s).pk, into_id=key, need_ids=(key,))


def _merge(s: Scene, _actor: Actor) -> MergeProposals:
    return MergeProposals(
        budget_id=room.budget(s).pk,
        into_id=room.proposal(s).pk,
        proposal_ids=(room.other_proposal(s).pk,),
        cost_pounds=20_000,
        reason="The same doors",
    )


def _tax(s: Scene, _actor: Actor) -> SetCouncilTax:
    return SetCouncilTax(
        budget_id=room.budget(s).pk,
        tax_base=Decimal("100"),
        band_d_pence=1,
        band_d_before_pence=1,
        limit_hundredths=500,
        limit_source="S",
        source="S",
    )


def _reserves(s: Scene, _actor: Actor) -> StateReserves:
    return StateReserves(
        budget_id=room.budget(s).pk, opening_pounds=1, floor_pounds=0, floor_why="None said", source="S"
    )


COMMANDS: dict[str, CommandCase] = {
    "DrawUpBudget": CommandCase(_draw_up, CORA),
    "MoveProposalsDay": CommandCase(
        lambda s, _a: MoveProposalsDay(budget_id=room.budget(s).pk, proposals_until=clock.today()), CORA
    ),
    "GiveUpBudget": CommandCase(lambda s, _a: GiveUpBudget(budget_id=room.budget(s).pk, reason="Too late"), CORA),
    "ReadFigures": CommandCase(_read, CORA),
    "TakeInFigures": CommandCase(lambda s, _a: TakeInFigures(reading_id=room.reading(s).pk), CORA),
    "PutFiguresAside": CommandCase(lambda s, _a: PutFiguresAside(reading_id=room.reading(s).pk), CORA),
    "MarkLine": CommandCase(
        lambda s, _a: MarkLine(line_id=room.line(s).pk, statutory=Line.Statutory.POWER, why="Nobody must"), WESTBURY
    ),
    "FillLine": CommandCase(
        lambda s, _a: FillLine(line_id=room.missing_line(s).pk, net_pounds=9, source="Page 3"), CORA
    ),
    "AddNeed": CommandCase(lambda s, _a: AddNeed(budget_id=room.budget(s).pk, text="A bus"), WESTBURY),
    "MergeNeeds": CommandCase(_merge_needs, CORA),
    "MakeProposal": CommandCase(lambda s, _a: MakeProposal(budget_id=room.budget(s).pk, **PROPOSED), WESTBURY),
    "ReviseProposal": CommandCase(
        lambda s, _a: ReviseProposal(proposal_id=room.proposal(s).pk, **PROPOSED), CORA | UNA
    ),
    "WithdrawProposal": CommandCase(lambda s, _a: WithdrawProposal(proposal_id=room.proposal(s).pk), CORA | UNA),
    "MergeProposals": CommandCase(_merge, CORA),
    "SponsorProposal": CommandCase(
        lambda s, _a: SponsorProposal(proposal_id=room.proposal(s).pk, name="A friend"), WESTBURY
    ),
    "SponsorForOrganisation": CommandCase(
        lambda s, _a: SponsorForOrganisation(proposal_id=room.proposal(s).pk, organisation_id=s.branch.pk), RAVI
    ),
    "EndSponsorship": CommandCase(lambda s, _a: EndSponsorship(sponsor_id=room.sponsor(s).pk), UNA),
    "OfferToCost": CommandCase(
        lambda s, _a: OfferToCost(budget_id=room.budget(s).pk, name="N", competence="Accounts"), WESTBURY
    ),
    "AcceptCoster": CommandCase(lambda s, _a: AcceptCoster(coster_id=room.offered_coster(s).pk), CORA),
    "EndCosting": CommandCase(
        lambda s, _a: EndCosting(coster_id=room.offered_coster(s).pk), CORA | frozenset({"handler_one"})
    ),
    "CostProposal": CommandCase(
        lambda s, _a: CostProposal(proposal_id=room.costing(s).proposal_id, cost_pounds=1, reason="R"), RAVI
    ),
    "AgreeCosting": CommandCase(lambda s, _a: AgreeCosting(costing_id=room.costing(s).pk), CORA),
    "AdoptProposal": CommandCase(
        lambda s, _a: AdoptProposal(proposal_id=room.proposal(s).pk, ground="A meeting"), CORA
    ),
    "SetProposalAside": CommandCase(lambda s, _a: SetProposalAside(proposal_id=room.adopted(s).pk), CORA),
    "EnterItem": CommandCase(
        lambda s, _a: EnterItem(
            budget_id=room.budget(s).pk, kind=Item.Kind.FEES, title="T", amount_pounds=1, source="S"
        ),
        CORA,
    ),
    "RemoveItem": CommandCase(lambda s, _a: RemoveItem(item_id=room.item(s).pk), CORA),
    "StateReserves": CommandCase(_reserves, CORA),
    "SetCouncilTax": CommandCase(_tax, CORA),
    "CloseBudget": CommandCase(lambda s, _a: CloseBudget(budget_id=room.ready(s).pk), CORA),
    "HideProposer": CommandCase(lambda s, _a: HideProposer(person_id=s.people["user"].pk), NOBODY, also=JOB),
    "ForgetProposer": CommandCase(lambda s, _a: ForgetProposer(person_id=s.people["user"].pk), NOBODY, also=JOB),
}


def _westbury(s: Scene) -> dict[str, Any]:
    return {"room": "alliances", "slug": s.westbury.slug}


def _budget(s: Scene) -> dict[str, Any]:
    return {"slug": room.budget(s).slug}


def _proposal(s: Scene) -> dict[str, Any]:
    return {"proposal_id": room.proposal(s).pk}


PAGES: dict[str, PageCase] = {
    "budgets:list": PageCase(EVERYBODY, _westbury),
    "budgets:begin": PageCase(CORA, _westbury),
    "budgets:budget": PageCase(WESTBURY, _budget),
    "budgets:move": PageCase(CORA, _budget),
    "budgets:give_up": PageCase(CORA, _budget),
    "budgets:close": PageCase(CORA, lambda s: {"slug": room.ready(s).slug}),
    "budgets:closed_json": PageCase(WESTBURY, lambda s: {"slug": room.closed(s).slug}),
    "budgets:lines": PageCase(WESTBURY, _budget),
    "budgets:lines_csv": PageCase(WESTBURY, _budget),
    "budgets:line": PageCase(WESTBURY, lambda s: {"line_id": room.line(s).pk}),
    "budgets:mark": PageCase(WESTBURY, lambda s: {"line_id": room.line(s).pk}),
    "budgets:fill": PageCase(CORA, lambda s: {"line_id": room.missing_line(s).pk}),
    "budgets:read": PageCase(CORA, _budget),
    "budgets:reading": PageCase(CORA, lambda s: {"reading_id": room.reading(s).pk}),
    "budgets:take_in": PageCase(CORA, lambda s: {"reading_id": room.reading(s).pk}, method="post"),
    "budgets:put_aside": PageCase(CORA, lambda s: {"reading_id": room.reading(s).pk}, method="post"),
    "budgets:needs": PageCase(WESTBURY, _budget),
    "budgets:add_need": PageCase(WESTBURY, _budget),
    "budgets:merge_needs": PageCase(CORA, _budget),
    "budgets:proposals": PageCase(WESTBURY, _budget),
    "budgets:proposals_csv": PageCase(WESTBURY, _budget),
    "budgets:make": PageCase(WESTBURY, _budget),
    "budgets:merge": PageCase(CORA, _budget),
    "budgets:proposal": PageCase(WESTBURY, _proposal),
    "budgets:revise": PageCase(CORA | UNA, _proposal),
    "budgets:withdraw": PageCase(CORA | UNA, _proposal),
    "budgets:adopt": PageCase(CORA, _proposal),
    "budgets:set_aside": PageCase(CORA, lambda s: {"proposal_id": room.adopted(s).pk}, method="post"),
    "budgets:sponsor": PageCase(WESTBURY, _proposal),
    "budgets:sponsor_for": PageCase(frozenset({"rep", "user_officer"}), _proposal),
    "budgets:end_sponsorship": PageCase(UNA, lambda s: {"sponsor_id": room.sponsor(s).pk}, method="post"),
    "budgets:costers": PageCase(WESTBURY, _budget),
    "budgets:offer": PageCase(WESTBURY, _budget),
    "budgets:accept_coster": PageCase(CORA, lambda s: {"coster_id": room.offered_coster(s).pk}, method="post"),
    "budgets:end_costing": PageCase(
        CORA | frozenset({"handler_one"}), lambda s: {"coster_id": room.offered_coster(s).pk}, method="post"
    ),
    "budgets:cost": PageCase(RAVI, lambda s: {"proposal_id": room.costing(s).proposal_id}),
    "budgets:agree": PageCase(CORA, lambda s: {"costing_id": room.costing(s).pk}, method="post"),
    "budgets:balance": PageCase(WESTBURY, _budget),
    "budgets:add_item": PageCase(CORA, _budget),
    "budgets:remove_item": PageCase(CORA, lambda s: {"item_id": room.item(s).pk}),
    "budgets:reserves": PageCase(CORA, _budget),
    "budgets:council_tax": PageCase(CORA, _budget),
}

COMMANDS |= votes_matrix.COMMANDS
PAGES |= votes_matrix.PAGES
