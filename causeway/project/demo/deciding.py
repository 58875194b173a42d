"""What Harbourside decides in the demo: a vote that is counted, an election that is open, a motion, a people's budget.

Votes take days. So the clock is set back while they are set up, and comes forward with every step.
"""

from __future__ import annotations

from decimal import Decimal

from causeway.domains.alliances.models import Alliance, Organisation
from causeway.domains.assemblies.commands.amend_motion import AmendMotion
from causeway.domains.assemblies.commands.call_election import CallElection
from causeway.domains.assemblies.commands.call_for_motions import CallForMotions
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.move_motion import MoveMotion
from causeway.domains.assemblies.commands.second_proposal import SecondProposal
from causeway.domains.assemblies.commands.set_up_process import SetUpProcess
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.commands.stand_for_election import StandForElection
from causeway.domains.assemblies.commands.take_position import TakePosition
from causeway.domains.assemblies.models import Ballot, Process
from causeway.domains.assemblies.phases import Stretch
from causeway.domains.budgets.commands.add_need import AddNeed
from causeway.domains.budgets.commands.draw_up_budget import DrawUpBudget
from causeway.domains.budgets.commands.make_proposal import MakeProposal
from causeway.domains.budgets.commands.read_figures import ReadFigures
from causeway.domains.budgets.commands.set_council_tax import SetCouncilTax
from causeway.domains.budgets.commands.state_reserves import StateReserves
from causeway.domains.budgets.commands.take_in_figures import TakeInFigures
from causeway.domains.budgets.models import Budget, Line, Proposal
from causeway.kernel import clock
from causeway.kernel.perform import perform
from causeway.project.demo.cast import Cast
from causeway.project.demo.deliberating import talk
from causeway.project.demo.members import DAY, INVENTED, JOB, Members, days_ago

NAMES = ("Five Days a Week", "Harbour Street Stays", "The Open Door")
CANDIDATES = ("Ada Invented", "Bea Invented", "Col Invented", "Gus Invented", "Hal Invented")
WHAT_THEY_SAY = (
    "I come every day, and know who would have nowhere to go.",
    "I kept the books of the allotments for ten years, and will show you ours each month.",
    "Meals first: a kitchen that we run ourselves.",
    "I have worked in the centre since it opened. What I promise, I can do.",
    "Evenings too. Ask those who are alone at seven.",
)


def decide(alliance: Alliance, branch: Organisation, group: Organisation, members: Members, cast: Cast) -> None:
    """Everything that Harbourside decides. ``members`` joined three weeks ago."""
    talk(alliance, members, cast)
    vote_on_name(alliance, members, cast)
    elect_committee(alliance, members, cast)
    move_a_motion(alliance, branch, group, cast)
    draw_up_budget(alliance, cast)


def vote_on_name(alliance: Alliance, members: Members, cast: Cast) -> None:
    """A week ago the members chose the campaign's name, by ticks."""
    with days_ago(12):
        opens_at = clock.now() + DAY
        process = perform(
            cast.coordinator,
            SetUpProcess(
                body_id=alliance.pk,
                title="A name for the campaign",
                about="Three names came out of the first meeting. " + INVENTED,
                why_here="The campaign belongs to all members of the alliance.",
                question="Which of these names can you live with?",
                form=Ballot.Form.APPROVAL,
                options=NAMES,
                result_for=Process.Audience.EVERYBODY,
                opens_at=opens_at,
                closes_at=opens_at + 4 * DAY,
            ),
        )
        perform(cast.coordinator, SettleRoll(process_id=process.pk))
    with days_ago(10):
        for number, member in enumerate(members.everybody[:-3]):
            marks = (int(number % 3 == 0), int(number % 4 != 1), int(number % 2 == 0))
            perform(member, CastPaper(ballot_id=process.pk, marks=marks))
    with days_ago(6):
        perform(JOB, CountBallot(ballot_id=process.pk))


def elect_committee(alliance: Alliance, members: Members, cast: Cast) -> None:
    """Five people stand for three places, of which one is kept for the workers; Una has not voted yet."""
    with days_ago(8):
        opens_at = clock.now() + 5 * DAY
        process = perform(
            cast.coordinator,
            CallElection(
                body_id=alliance.pk,
                title="The committee of Harbour Street",
                about="It speaks for those who use the centre and those who work in it. " + INVENTED,
                why_here="Users and workers run the centre’s campaign together.",
                seats=3,
                reserved={"workers": 1},
                result_for=Process.Audience.EVERYBODY,
                nominations_close_at=opens_at - DAY,
                opens_at=opens_at,
                closes_at=opens_at + 10 * DAY,
            ),
        )
        perform(cast.coordinator, SettleRoll(process_id=process.pk))
    with days_ago(7):
        standing = (*members.users[:3], *members.workers[6:8])
        for candidate, name, statement in zip(standing, CANDIDATES, WHAT_THEY_SAY, strict=True):
            section = "users" if candidate in members.users else "workers"
            stands = StandForElection(process_id=process.pk, name=name, statement=statement, section=section)
            perform(candidate, stands)
    with days_ago(3.5):
        perform(JOB, CloseNominations(ballot_id=process.pk))
    with days_ago(1):
        for number, member in enumerate(members.everybody[:14]):
            marks = tuple((place + number) % len(CANDIDATES) + 1 for place in range(len(CANDIDATES)))
            perform(member, CastPaper(ballot_id=process.pk, marks=marks))


def move_a_motion(alliance: Alliance, branch: Organisation, group: Organisation, cast: Cast) -> None:
    """A joint statement with an amendment, seconded, and two organisations that see it differently."""
    now = clock.now()
    process = perform(
        cast.coordinator,
        CallForMotions(
            body_id=alliance.pk,
            blueprint=Process.Blueprint.STATEMENT,
            title="What we say to the council together",
            about="One letter from all of us before the consultation ends. " + INVENTED,
            why_here="The council will say that users and workers want different things.",
            movers="organisations",
            becomes="letter",
            addressed_to="Harbourside Council (invented)",
            phases=(
                Stretch("propose", now, now + 5 * DAY),
                Stretch("amend", now, now + 8 * DAY),
                Stretch("second", now, now + 8 * DAY),
            ),
            result_for=Process.Audience.EVERYBODY,
        ),
    )
    motion = perform(
        cast.secretary,
        MoveMotion(
            process_id=process.pk,
            title="Five days a week, and no decision without us",
            text="The day centre in Harbour Street stays open five days a week.\n\n"
            "Visits at home are no substitute for a place where people meet.\n\n"
            "No change is made before those who use the centre and those who work in it have agreed to it.",
            reason="Two months are left. " + INVENTED,
            organisation_id=group.pk,
        ),
    )
    perform(cast.rep, SecondProposal(proposal_id=motion.pk, organisation_id=branch.pk))
    amendment = perform(
        cast.rep,
        AmendMotion(
            motion_id=motion.pk,
            action="reword",
            paragraph="2",
            text="Visits at home are welcome, but no substitute for a place where people meet.",
            reason="Our members make those visits.",
            organisation_id=branch.pk,
        ),
    )
    perform(cast.secretary, SecondProposal(proposal_id=amendment.pk, organisation_id=group.pk))
    for actor, organisation, stance, reason in (
        (cast.secretary, group, "support", "It is what our meeting asked for."),
        (cast.rep, branch, "neutral", "Until our branch has met on the 14th."),
    ):
        perform(actor, TakePosition(motion_id=motion.pk, organisation_id=organisation.pk, stance=stance, reason=reason))


FIGURES = b"""\
"E-code","ONS Code","Local authority","Class","190: Education services","360: Adult Social Care",\
"330: Children Social Care","290: Highways and transport services","390: Public Health",\
"509: Cultural and related services","590: Environmental and regulatory services","650: Housing services",\
"851: Revenue Support Grant","unallocated financial reserves at 1 April","year"
"X9901","X06999901","Harbourside Council (invented)","UA","61000","48500","27300","9800","8200","5100","12400","3600",\
"-21000","9000",2026
"""


def draw_up_budget(alliance: Alliance, cast: Cast) -> None:
    """What the council's money could do: invented figures, needs from meetings, and proposals that answer them."""
    budget = perform(
        cast.coordinator,
        DrawUpBudget(
            body_id=alliance.pk,
            title="A budget for Harbourside (invented)",
            about="What the council’s money could do, drawn up in open meetings. " + INVENTED,
            council_name="Harbourside Council (invented)",
            year=clock.today().year,
            proposals_until=clock.today() + 21 * DAY,
            shown_to=Budget.Audience.EVERYBODY,
        ),
    )
    read = ReadFigures(budget_id=budget.pk, file_name="harbourside.csv", vintage=INVENTED, raw=FIGURES)
    perform(cast.coordinator, TakeInFigures(reading_id=perform(cast.coordinator, read).pk))
    perform(
        cast.coordinator,
        StateReserves(
            budget_id=budget.pk,
            opening_pounds=9_000_000,
            floor_pounds=6_000_000,
            floor_why="The treasurer’s advice (invented)",
            source="Statement of accounts (invented)",
        ),
    )
    perform(
        cast.coordinator,
        SetCouncilTax(
            budget_id=budget.pk,
            tax_base=Decimal(78_000),
            band_d_pence=198_000,
            band_d_before_pence=190_000,
            limit_hundredths=500,
            limit_source=INVENTED,
            source="Council tax resolution (invented)",
        ),
    )
    propose(budget, cast)


def propose(budget: Budget, cast: Cast) -> None:
    care = Line.objects.get(budget=budget, name="Adult Social Care")
    for actor, text, place, said_by in (
        (cast.user, "A place to go on five days, with somebody who notices when you do not come", "Harbour Street", 31),
        (cast.rep, "Enough hands that nobody is moved by one person alone", "Harbour Street", 12),
        (cast.secretary, "A bus back after six", "The Quays", 18),
    ):
        perform(actor, AddNeed(budget_id=budget.pk, text=text, place=place, said_by=said_by))
    for actor, title, text, cost, line in (
        (cast.user, "Keep Harbour Street open five days", "Two more posts, and the lease.", 184_000, care),
        (cast.rep, "Two care workers for every shift", "Four posts at grade 4.", 132_000, care),
        (cast.secretary, "An evening bus from the Quays", "One bus, seven days, until nine.", 96_000, None),
    ):
        perform(
            actor,
            MakeProposal(
                budget_id=budget.pk,
                title=title,
                text=text,
                cost_pounds=cost,
                account=Proposal.Account.REVENUE,
                span=Proposal.Span.RECURRENT,
                line_id=line.pk if line else None,
            ),
        )
