"""What the tests of names add to the scene."""

from __future__ import annotations

from typing import Any

from causeway.domains.assemblies.commands.ask_for_names import AskForNames
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.commands.suggest_name import SuggestName
from causeway.domains.assemblies.models import Process, Suggestion
from causeway.kernel import clock
from causeway.kernel.actors import Member
from causeway.kernel.perform import perform
from tests.domains.assemblies.scene import DAY, let_pass, members
from tests.scenes import Scene


def asked(s: Scene, **changes: Any) -> Process:
    """Westbury asks for names for a day; the vote opens a day later, for two days. Its roll is settled."""
    members(s)
    opens_at = clock.now() + 2 * DAY
    fields: dict[str, Any] = {
        "body_id": s.westbury.pk,
        "title": "A name for the campaign",
        "why_here": "It is the name of the alliance’s campaign.",
        "names_close_at": clock.now() + DAY,
        "opens_at": opens_at,
        "closes_at": opens_at + 2 * DAY,
        **changes,
    }
    process = perform(s.actor("coordinator"), AskForNames(**fields))
    perform(s.actor("coordinator"), SettleRoll(process_id=process.pk))
    return Process.objects.get(pk=process.pk)


def suggest(s: Scene, process: Process, *names: str) -> None:
    """The members suggest these names, one each."""
    for who, name in zip(members(s), names, strict=False):
        perform(Member(who.pk), SuggestName(process_id=process.pk, name=name))


def open_names(s: Scene) -> Process:
    """Names are suggested now; Una has suggested one."""

    def ask() -> Process:
        process = asked(s)
        suggest(s, process, "Rowan for all")
        return process

    found: Process = s.once("names.open", ask)
    return Process.objects.get(pk=found.pk)


def suggestion(s: Scene) -> Suggestion:
    """What Una suggested."""
    return Suggestion.objects.get(process=open_names(s))


def unmade(s: Scene) -> Process:
    """The time to suggest names is over, and the paper is not made."""

    def wait() -> Process:
        process = asked(s, title="Another name")
        suggest(s, process, "Rowan for all", "Keep Rowan open", "Our Rowan")
        return let_pass(process, DAY + DAY / 24)

    found: Process = s.once("names.unmade", wait)
    return Process.objects.get(pk=found.pk)
