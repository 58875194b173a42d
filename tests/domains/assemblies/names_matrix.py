"""Who may do what where a name is chosen."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.ask_for_names import AskForNames
from causeway.domains.assemblies.commands.close_suggestions import CloseSuggestions
from causeway.domains.assemblies.commands.suggest_name import SuggestName
from causeway.domains.assemblies.commands.take_back_name import TakeBackName
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from tests.domains.assemblies import names_scene as room
from tests.domains.assemblies.motions_matrix import CORA, JOB, UNA, WESTBURY
from tests.domains.assemblies.scene import DAY
from tests.matrix import CommandCase, PageCase
from tests.scenes import Scene


def _ask(s: Scene, _actor: Actor) -> AskForNames:
    ends = clock.now() + DAY
    dates = {"names_close_at": ends, "opens_at": ends, "closes_at": ends + DAY}
    return AskForNames(body_id=s.westbury.pk, title="A name", why_here="It is ours.", **dates)


def _westbury(s: Scene) -> dict[str, Any]:
    return {"room": "alliances", "slug": s.westbury.slug}


COMMANDS: dict[str, CommandCase] = {
    "AskForNames": CommandCase(_ask, CORA),
    "SuggestName": CommandCase(lambda s, _a: SuggestName(process_id=room.open_names(s).pk, name="Our Rowan"), WESTBURY),
    "TakeBackName": CommandCase(lambda s, _a: TakeBackName(suggestion_id=room.suggestion(s).pk), UNA),
    "CloseSuggestions": CommandCase(lambda s, _a: CloseSuggestions(ballot_id=room.unmade(s).pk), CORA, also=JOB),
}

PAGES: dict[str, PageCase] = {
    "assemblies:ask_for_names": PageCase(CORA, _westbury),
    "assemblies:suggest_name": PageCase(WESTBURY, lambda s: {"slug": room.open_names(s).slug}),
    "assemblies:take_back_name": PageCase(UNA, lambda s: {"suggestion_id": room.suggestion(s).pk}, method="post"),
}
