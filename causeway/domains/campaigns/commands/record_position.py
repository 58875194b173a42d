"""Record the position of a target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from causeway.domains.campaigns.models import (
    Position,
    Target,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.public_life import by_office
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_choice, a_day, https_link, some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class RecordPosition(Command[Position]):
    """What a target said, or that it did not answer, on a day, with the source. Positions follow each other."""

    target_id: int
    stance: str
    on: date
    source: str
    source_url: str = ""
    reply: str = ""


@performs(
    RecordPosition,
    policy=may_run_campaign,
    says="recorded a position of {target} in the campaign “{campaign}”: {stance}",
    finds=found(Target, "target_id", "campaign", "body"),
)
def record_position(_actor: Actor, command: RecordPosition, target: Target) -> Done[Position]:
    position = Position.objects.create(
        target=target,
        stance=a_choice(command.stance, "stance", Position.Stance),
        on=a_day(command.on, "on", not_future=True),
        reply=by_office(some_text(command.reply, "reply", longest=5000, needed=False), "reply"),
        source=some_text(command.source, "source", longest=300),
        source_url=https_link(command.source_url, "source_url"),
    )
    stance = str(Position.Stance(position.stance).label)
    return in_trail(target.campaign, position, target=str(target), stance=stance)
