"""Write down an effect."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.wording import a_choice, https_link, some_text
from causeway.domains.impact.models import Effect, ImpactCheck
from causeway.domains.impact.policies import may_write_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_EFFECTS = 150


@dataclass(frozen=True, kw_only=True)
class EffectFacts:
    """What is said of one group in one place at one time; shared by writing and rewording it."""

    group: str
    group_words: str = ""
    place: str = ""
    when: str
    direction: str
    size: str = ""
    text: str
    source: str = ""
    source_url: str = ""


@dataclass(frozen=True, kw_only=True)
class WriteEffect(EffectFacts, Command[Effect]):
    """Say what happens to a group: whether it gains or loses, where, when, how much, and what that rests on."""

    check_id: UUID


@performs(
    WriteEffect,
    policy=may_write_check,
    says="wrote an effect into the impact check of “{subject}”",
    finds=locked(ImpactCheck, "check_id"),
)
def write_effect(_actor: Actor, command: WriteEffect, check: ImpactCheck) -> Done[Effect]:
    if check.effects.count() >= MOST_EFFECTS:
        raise Conflict(_("This check holds as many effects as anybody will read. Put some of them together."))
    effect = Effect(check_of=check, written_at=clock.now())
    fill_in(effect, command)
    effect.save()
    return in_trail(check, effect)


def fill_in(effect: Effect, facts: EffectFacts) -> None:
    """Check the facts and put them on the row; does not save it. Raises Invalid."""
    effect.group = a_choice(facts.group, "group", Effect.Group)
    effect.group_words = some_text(facts.group_words, "group_words", longest=80, needed=False)
    if effect.group == Effect.Group.OTHER and not effect.group_words:
        raise Invalid(group_words=_("Say which group it is."))
    effect.place = some_text(facts.place, "place", longest=120, needed=False)
    effect.when = a_choice(facts.when, "when", Effect.When)
    effect.direction = a_choice(facts.direction, "direction", Effect.Direction)
    effect.size = some_text(facts.size, "size", longest=120, needed=False)
    effect.text = some_text(facts.text, "text", longest=1000)
    effect.source = some_text(facts.source, "source", longest=300, needed=False)
    effect.source_url = https_link(facts.source_url, "source_url")
