"""Card votes of the Westbury alliance: a large branch, a middling one and two small groups, with declared members."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.alliances.commands.affiliate_organisation import AffiliateOrganisation
from causeway.domains.alliances.commands.declare_membership import DeclareMembership
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.models import Affiliation, Organisation, Section
from causeway.domains.assemblies.card_queries import card_vote_of
from causeway.domains.assemblies.commands.call_card_vote import CallCardVote
from causeway.domains.assemblies.commands.cast_card import CastCard
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.models import Card, CardCast, Process
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.domains.assemblies.scene import DAY, let_pass
from tests.scenes import Scene

BRANCH, USERS, COUNCIL, CHOIR, TINY = 62, 40, 30, 10, 9
"""Members: the branch needs any one of the others, so that ten are worth forty; nine are too few for a card."""
MANDATE = "Branch meeting of 3 November, minute 4"


def declare(s: Scene, organisation: Organisation, members: int, by: str = "coordinator") -> None:
    """An officer declares how many members the organisation has."""
    affiliation = Affiliation.objects.get(alliance=s.westbury, organisation=organisation, until=None)
    perform(s.actor(by), DeclareMembership(affiliation_id=affiliation.pk, members=members))


def organisations(s: Scene) -> dict[str, Organisation]:
    """The branch and the users' group, and three more whose officer is Cora; all have declared but “Silent”."""

    def make() -> dict[str, Organisation]:
        cora = s.actor("coordinator")
        found = {"branch": s.branch, "users": s.users_group}
        for name in ("Trades Council", "Choir", "Tiny Club", "Silent Society"):
            made = perform(cora, RegisterOrganisation(name=name, kind=Organisation.Kind.COMMUNITY))
            affiliate = AffiliateOrganisation(
                alliance_id=s.westbury.pk, organisation_id=made.pk, section=Section.WORKERS
            )
            perform(cora, affiliate)
            found[name] = made
        declare(s, s.branch, BRANCH, "rep")
        declare(s, s.users_group, USERS, "user_officer")
        declare(s, found["Trades Council"], COUNCIL)
        declare(s, found["Choir"], CHOIR)
        declare(s, found["Tiny Club"], TINY)
        return found

    made: dict[str, Organisation] = s.once("assemblies.card organisations", make)
    return made


def called(s: Scene, **changes: Any) -> Process:
    """A fresh card vote whose roll is settled: it opens tomorrow."""
    organisations(s)
    opens_at = clock.now() + DAY
    fields: dict[str, Any] = {
        "body_id": s.westbury.pk,
        "title": "The levy",
        "question": "Shall each organisation pay a levy?",
        "why_here": "All pay, so all decide.",
        "opens_at": opens_at,
        "closes_at": opens_at + 2 * DAY,
        **changes,
    }
    process = perform(s.actor("coordinator"), CallCardVote(**fields))
    perform(s.actor("coordinator"), SettleRoll(process_id=process.pk))
    return again(process)


def again(process: Process) -> Process:
    """The process as the database has it now."""
    return Process.objects.get(pk=process.pk)


def card(s: Scene, process: Process, name: str) -> Card:
    """The card of the branch, the users or one of the others."""
    return Card.objects.get(vote=card_vote_of(process), organisation=organisations(s)[name])


def cast(s: Scene, process: Process, name: str, *votes: int, by: str = "coordinator") -> CardCast:
    """Somebody casts an organisation's card."""
    return perform(s.actor(by), CastCard(card_id=card(s, process, name).pk, votes=votes, mandate=MANDATE))


def lying_open(s: Scene) -> Process:
    """Its cards lie open for objections."""
    made: Process = s.once("assemblies.cards lying open", lambda: called(s, title="A levy to come"))
    return again(made)


def voting(s: Scene, **changes: Any) -> Process:
    """Its vote opened yesterday."""
    made: Process = s.once(f"assemblies.cards {sorted(changes)}", lambda: let_pass(called(s, **changes), 2 * DAY))
    return again(made)


def count(process: Process) -> Process:
    """Let the time run out, and count."""
    let_pass(process, timedelta(days=3))
    perform(System(reason="a test"), CountBallot(ballot_id=process.pk))
    return again(process)


def counted(s: Scene) -> Process:
    """Counted: the branch for, users and choir against, the council not cast."""

    def make() -> Process:
        process = let_pass(called(s, title="The levy, counted"), 2 * DAY)
        cast(s, process, "branch", BRANCH, 0, 0, by="rep")
        cast(s, process, "users", 0, USERS, 0, by="user_officer")
        cast(s, process, "Choir", 0, CHOIR, 0)
        return count(process)

    made: Process = s.once("assemblies.cards counted", make)
    return again(made)
