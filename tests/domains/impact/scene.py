"""What this room's tests add to the scene, made with the real commands."""

from __future__ import annotations

from typing import Any

from causeway.domains.impact.commands.ask_open_question import AskOpenQuestion
from causeway.domains.impact.commands.begin_check import BeginCheck
from causeway.domains.impact.commands.publish_check import PublishCheck
from causeway.domains.impact.commands.sum_up_check import SumUpCheck
from causeway.domains.impact.commands.weigh_point import WeighPoint
from causeway.domains.impact.commands.write_effect import WriteEffect
from causeway.domains.impact.models import Effect, ImpactCheck, OpenQuestion
from causeway.kernel.perform import perform
from tests.domains.services import scene as services
from tests.scenes import Scene

GIST = "Ninety people lose their meals and company; the council saves little, and later pays more for crisis care."


def draft(s: Scene) -> ImpactCheck:
    """Of a threat that is not published: begun by Una, with one effect and one question."""

    def make() -> ImpactCheck:
        una = s.actor("user")
        check = perform(una, BeginCheck(kind="threat", subject_id=services.threat(s).pk, name="Una User"))
        write(s, check)
        return check

    found: ImpactCheck = s.once("impact.draft", make)
    return found


def write(s: Scene, check: ImpactCheck, **changes: Any) -> Effect:
    """Una writes an effect: people who use the service lose, now."""
    fields: dict[str, Any] = {
        "group": "users",
        "group_words": "People who come for lunch",
        "place": "Westbury",
        "when": "now",
        "direction": "loses",
        "size": "about 90 people a week",
        "text": "They lose two hot meals and the company at them.",
        "source": "The centre’s own count",
        "source_url": "https://example.org/count",
        **changes,
    }
    return perform(s.actor("user"), WriteEffect(check_id=check.pk, **fields))


def effect(s: Scene) -> Effect:
    """The effect of the draft."""
    return Effect.objects.filter(check_of=draft(s)).first() or write(s, draft(s))


def question(s: Scene) -> OpenQuestion:
    """Asked in the draft."""
    ask = AskOpenQuestion(check_id=draft(s).pk, text="What would a smaller kitchen cost?")
    made: OpenQuestion = s.once("impact.question", lambda: perform(s.actor("rep"), ask))
    return made


def ready(s: Scene) -> ImpactCheck:
    """Of a threat that everybody sees: written and summed up, with the frame, not published."""

    def make() -> ImpactCheck:
        una = s.actor("user")
        check = perform(una, BeginCheck(kind="threat", subject_id=services.public_threat(s).pk, name="Una User"))
        write(s, check)
        write(s, check, group="carers", group_words="", size="", text="They care alone in the day.", place="")
        write(s, check, group="taxpayers", group_words="", direction="gains", size="£40,000 a year", place="")
        write(s, check, group="taxpayers", group_words="", direction="loses", when="later", size="", place="")
        write(s, check, group="children", group_words="", direction="unclear", when="later", source="", source_url="")
        perform(una, AskOpenQuestion(check_id=check.pk, text="Was anybody asked who uses the centre?"))
        perform(una, SumUpCheck(check_id=check.pk, gist=GIST, uses_frame=True))
        perform(una, WeighPoint(check_id=check.pk, point="prevention", sense="harms", text="Crisis care costs more."))
        return check

    found: ImpactCheck = s.once("impact.ready", make)
    return ImpactCheck.objects.get(pk=found.pk)


def published(s: Scene) -> ImpactCheck:
    """The same, published by Cora."""
    s.once("impact.published", lambda: perform(s.actor("coordinator"), PublishCheck(check_id=ready(s).pk)))
    return ready(s)
