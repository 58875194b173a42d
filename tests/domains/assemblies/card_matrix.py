"""Who may do what in card votes."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.call_card_vote import CallCardVote
from causeway.domains.assemblies.commands.cast_card import CastCard
from causeway.domains.assemblies.commands.measure_power import MeasurePower
from causeway.kernel import clock
from causeway.kernel.actors import Actor, System
from tests.domains.assemblies import card_scene as cards
from tests.domains.assemblies.scene import DAY
from tests.matrix import NOBODY, CommandCase, PageCase
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
RAVI = frozenset({"rep"})
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})
JOB = ((lambda _scene: System(reason="a job"), True),)


def _call(s: Scene, _actor: Actor) -> CallCardVote:
    opens_at = clock.now() + DAY
    return CallCardVote(
        body_id=s.westbury.pk,
        title="A levy",
        question="Shall we?",
        why_here="All pay.",
        opens_at=opens_at,
        closes_at=opens_at + DAY,
    )


def _cast(s: Scene, _actor: Actor) -> CastCard:
    card = cards.card(s, cards.voting(s), "branch")
    return CastCard(card_id=card.pk, votes=(cards.BRANCH, 0, 0), mandate=cards.MANDATE)


COMMANDS: dict[str, CommandCase] = {
    "CallCardVote": CommandCase(_call, CORA),
    "CastCard": CommandCase(_cast, RAVI),
    "MeasurePower": CommandCase(lambda s, _a: MeasurePower(process_id=cards.lying_open(s).pk), NOBODY, also=JOB),
}


def _westbury(s: Scene) -> dict[str, Any]:
    return {"room": "alliances", "slug": s.westbury.slug}


PAGES: dict[str, PageCase] = {
    "assemblies:call_card_vote": PageCase(CORA, _westbury),
    "assemblies:cast_card": PageCase(RAVI, lambda s: {"card_id": cards.card(s, cards.voting(s), "branch").pk}),
    "assemblies:cards_csv": PageCase(WESTBURY, lambda s: {"slug": cards.counted(s).slug}),
}
