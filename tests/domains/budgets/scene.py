"""What this room's tests add to the scene, made with the real commands, each in its own time."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from causeway.domains.budgets.commands.accept_coster import AcceptCoster
from causeway.domains.budgets.commands.add_need import AddNeed
from causeway.domains.budgets.commands.adopt_proposal import AdoptProposal
from causeway.domains.budgets.commands.close_budget import CloseBudget
from causeway.domains.budgets.commands.cost_proposal import CostProposal
from causeway.domains.budgets.commands.draw_up_budget import DrawUpBudget
from causeway.domains.budgets.commands.enter_item import EnterItem
from causeway.domains.budgets.commands.make_proposal import MakeProposal
from causeway.domains.budgets.commands.mark_line import MarkLine
from causeway.domains.budgets.commands.offer_to_cost import OfferToCost
from causeway.domains.budgets.commands.read_figures import ReadFigures
from causeway.domains.budgets.commands.set_council_tax import SetCouncilTax
from causeway.domains.budgets.commands.sponsor_proposal import SponsorProposal
from causeway.domains.budgets.commands.state_reserves import StateReserves
from causeway.domains.budgets.commands.take_in_figures import TakeInFigures
from causeway.domains.budgets.models import Budget, Coster, Costing, Item, Line, Need, Proposal, Reading, Sponsor
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.scenes import Scene

FIGURES = b"""\
"","E-code","ONS Code","Local authority","Class","190: Education services","360: Adult Social Care",\
"509: Cultural and related services","590: Environmental and regulatory services","699: TOTAL SERVICE EXPENDITURE",\
"851: Revenue Support Grant","unallocated financial reserves at 1 April","year"
"1","E9901","E06999901","Westbury UA","UA","40000.5","30000","2000.25","[x]","72000.75","-20000","5000",2026
"2","E9902","E06999902","Eastmoor UA","UA","10","20","30","40","100","-5","6",2026
"""
"""A made-up file in the form of the government's own: thousands of pounds, and one figure left out."""

VINTAGE = "Revenue outturn 2026–27, made up"


def begun(s: Scene, **changes: Any) -> Budget:
    """A fresh budget of the Westbury alliance by the coordinator; proposals for two weeks."""
    fields: dict[str, Any] = {
        "body_id": s.westbury.pk,
        "title": "What Westbury needs",
        "about": "A budget for people.",
        "council_name": "Westbury Council",
        "year": 2027,
        "proposals_until": clock.today() + timedelta(days=14),
        **changes,
    }
    return perform(s.actor("coordinator"), DrawUpBudget(**fields))


def budget(s: Scene) -> Budget:
    """It takes proposals, and has the council's figures."""

    def make() -> Budget:
        made = begun(s)
        take_in(s, made)
        return made

    found: Budget = s.once("budgets.budget", make)
    return Budget.objects.get(pk=found.pk)


def read(s: Scene, of: Budget, raw: bytes = FIGURES) -> Reading:
    """The council's figures, read and waiting to be looked at."""
    return perform(
        s.actor("coordinator"), ReadFigures(budget_id=of.pk, file_name="westbury.csv", vintage=VINTAGE, raw=raw)
    )


def take_in(s: Scene, of: Budget, raw: bytes = FIGURES) -> None:
    """The council's figures, read and taken in."""
    perform(s.actor("coordinator"), TakeInFigures(reading_id=read(s, of, raw).pk))


def reading(s: Scene) -> Reading:
    """Figures that wait to be looked at, in a budget of their own."""
    made: Reading = s.once("budgets.reading", lambda: read(s, begun(s, title="Figures to look at")))
    return Reading.objects.get(pk=made.pk)


def line(s: Scene, name: str = "Cultural and related services") -> Line:
    """A line of the council's figures."""
    return Line.objects.get(budget=budget(s), name=name)


def missing_line(s: Scene) -> Line:
    """The line for which the file has no figure."""
    return line(s, "Environmental and regulatory services")


def need(s: Scene) -> Need:
    """What people of the north said they need."""
    made: Need = s.once(
        "budgets.need",
        lambda: perform(
            s.actor("user"),
            AddNeed(budget_id=budget(s).pk, text="A warm place to meet", place="Northfield", group="Older", said_by=14),
        ),
    )
    return made


def propose(s: Scene, who: str = "user", of: Budget | None = None, **changes: Any) -> Proposal:
    """A fresh proposal."""
    fields: dict[str, Any] = {
        "budget_id": (of or budget(s)).pk,
        "title": "Keep the library open on Saturdays",
        "text": "Two people, five hours, fifty weeks.",
        "cost_pounds": 12_000,
        "account": Proposal.Account.REVENUE,
        "span": Proposal.Span.RECURRENT,
        **changes,
    }
    return perform(s.actor(who), MakeProposal(**fields))


def proposal(s: Scene) -> Proposal:
    """Una's, which answers the need on a line of the council's figures."""
    made: Proposal = s.once(
        "budgets.proposal", lambda: propose(s, line_id=line(s).pk, need_ids=(need(s).pk,), evidence="The door counts.")
    )
    return Proposal.objects.get(pk=made.pk)


def other_proposal(s: Scene) -> Proposal:
    """Ravi's."""
    made: Proposal = s.once("budgets.other proposal", lambda: propose(s, "rep", title="Saturdays at the library"))
    return Proposal.objects.get(pk=made.pk)


def adopted(s: Scene) -> Proposal:
    """One that a meeting adopted."""

    def adopt() -> Proposal:
        made = propose(s, "rep", title="Warm rooms", cost_pounds=5_000)
        return perform(s.actor("coordinator"), AdoptProposal(proposal_id=made.pk, ground="Meeting of 3 May, 21 to 2"))

    made: Proposal = s.once("budgets.adopted", adopt)
    return Proposal.objects.get(pk=made.pk)


def sponsor(s: Scene) -> Sponsor:
    """Una sponsors Ravi's proposal."""
    made: Sponsor = s.once(
        "budgets.sponsor",
        lambda: perform(s.actor("user"), SponsorProposal(proposal_id=other_proposal(s).pk, name="Una U.")),
    )
    return made


def offered_coster(s: Scene) -> Coster:
    """Hana offered to cost, and waits."""
    made: Coster = s.once("budgets.offered", lambda: _offer(s, "handler_one", "Hana H."))
    return made


def coster(s: Scene) -> Coster:
    """Ravi costs."""

    def accept() -> Coster:
        return perform(s.actor("coordinator"), AcceptCoster(coster_id=_offer(s, "rep", "Ravi R.").pk))

    made: Coster = s.once("budgets.coster", accept)
    return made


def _offer(s: Scene, who: str, name: str) -> Coster:
    knows = "Twenty years in the town’s accounts"
    return perform(s.actor(who), OfferToCost(budget_id=budget(s).pk, name=name, competence=knows))


def costing(s: Scene) -> Costing:
    """Ravi's costing of Una's proposal, which nobody has agreed to yet."""

    def cost() -> Costing:
        coster(s)
        reason = "Two at grade 4, with oncosts."
        return perform(s.actor("rep"), CostProposal(proposal_id=proposal(s).pk, cost_pounds=13_500, reason=reason))

    made: Costing = s.once("budgets.costing", cost)
    return made


def item(s: Scene) -> Item:
    """An amount in the balance."""
    made: Item = s.once("budgets.item", lambda: enter(s, budget(s), Item.Kind.CONTINGENCY, 1_000))
    return made


def enter(s: Scene, into: Budget, kind: str, amount: int, **more: Any) -> Item:
    """Enter an amount into the balance."""
    fields = {"title": f"{kind}, made up", "source": "The medium-term plan, page 9", **more}
    return perform(s.actor("coordinator"), EnterItem(budget_id=into.pk, kind=kind, amount_pounds=amount, **fields))


def state_reserves(s: Scene, of: Budget, opening: int = 5_000_000, floor: int = 3_000_000) -> None:
    """State the reserves and their floor."""
    perform(
        s.actor("coordinator"),
        StateReserves(
            budget_id=of.pk,
            opening_pounds=opening,
            floor_pounds=floor,
            floor_why="The treasurer’s advice",
            source="Statement of accounts, note 7",
        ),
    )


def tax(s: Scene, of: Budget, **changes: Any) -> None:
    """Set the council tax: 31,250 homes at £1,600, which is fifty million pounds."""
    fields: dict[str, Any] = {
        "tax_base": Decimal("31250"),
        "band_d_pence": 160_000,
        "band_d_before_pence": 155_000,
        "limit_hundredths": 500,
        "limit_source": "The principles for the year",
        "source": "Council tax base report",
        **changes,
    }
    perform(s.actor("coordinator"), SetCouncilTax(budget_id=of.pk, **fields))


SMALL = FIGURES.replace(b"[x]", b"0")


def balanced(s: Scene, **changes: Any) -> Budget:
    """A fresh budget that balances: 72 million less 20 of grant, 50 of tax, and two out of reserves."""
    made = begun(s, **changes)
    take_in(s, made, SMALL)
    tax(s, made)
    state_reserves(s, made)
    enter(s, made, Item.Kind.RESERVES_USED, 2_000_000)
    enter(s, made, Item.Kind.FEES, 750)
    return made


def ready(s: Scene) -> Budget:
    """A budget that balances, and can be closed."""
    made: Budget = s.once("budgets.ready", lambda: balanced(s, title="Ready to close"))
    return Budget.objects.get(pk=made.pk)


def closed(s: Scene, **changes: Any) -> Budget:
    """A budget that was closed, shown to those who belong unless ``changes`` say otherwise."""

    def close() -> Budget:
        made = balanced(s, title="Closed", **changes)
        return perform(s.actor("coordinator"), CloseBudget(budget_id=made.pk))

    made: Budget = s.once(f"budgets.closed {sorted(changes)}", close)
    return Budget.objects.get(pk=made.pk)


def ravi_takes_part(s: Scene, name: str) -> None:
    """Ravi says, proposes, sponsors, costs and marks, under his name."""
    ravi, at = s.actor("rep"), budget(s)
    perform(ravi, AddNeed(budget_id=at.pk, text="A night bus"))
    mine = propose(s, "rep", title="A night bus")
    perform(ravi, SponsorProposal(proposal_id=mine.pk, name=name))
    offered = perform(ravi, OfferToCost(budget_id=at.pk, name=name, competence="Branch treasurer"))
    perform(s.actor("coordinator"), AcceptCoster(coster_id=offered.pk))
    perform(ravi, CostProposal(proposal_id=mine.pk, cost_pounds=9_000, reason="Six nights, two drivers."))
    perform(ravi, MarkLine(line_id=line(s).pk, statutory=Line.Statutory.POWER, why="Parks are a choice"))
