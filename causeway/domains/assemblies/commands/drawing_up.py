"""What every process is drawn up with, whatever it decides by."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, has_sections, owner
from causeway.domains.assemblies.models import Ballot, Phase, Process, Roll
from causeway.domains.assemblies.wording import a_line
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.errors import Invalid
from causeway.kernel.slugs import free_slug


def draw_up(
    body: Body,
    *,
    blueprint: str,
    title: str,
    about: str,
    why_here: str,
    result_for: str,
    part_of: Process | None = None,
) -> Process:
    """Store a process: its phases, and the roll where there is one, follow. Raises Invalid."""
    title = a_line(title, "title", longest=160)
    return Process.objects.create(
        blueprint=blueprint,
        part_of=part_of,
        slug=free_slug(Process, title),
        title=title,
        about=some_text(about, "about", longest=4000, needed=False),
        why_here=some_text(why_here, "why_here", longest=300),
        result_for=Process.Audience(result_for),
        set_up_on=clock.today(),
        **owner(body),
    )


def draw_up_roll(process: Process, body: Body, *, section: str) -> None:
    """Store the rule of the roll; the roll itself is settled later. Raises Invalid."""
    if section and not has_sections(body):
        raise Invalid(section=_("This body has no sections. Choose everybody who belongs."))
    Roll.objects.create(process=process, rule=Roll.Rule.SECTION if section else Roll.Rule.MEMBERS, section=section)


def draw_up_vote(process: Process, *, opens_at: datetime, closes_at: datetime) -> None:
    """Time to object until the vote opens, then time to vote."""
    Phase.objects.create(process=process, kind=Phase.Kind.OBJECT, opens_at=clock.now(), closes_at=opens_at)
    Phase.objects.create(process=process, kind=Phase.Kind.VOTE, opens_at=opens_at, closes_at=closes_at)


class ElectionDates(Protocol):
    """Until when names are put forward, and when the vote opens and closes."""

    @property
    def nominations_close_at(self) -> datetime: ...
    @property
    def opens_at(self) -> datetime: ...
    @property
    def closes_at(self) -> datetime: ...


def draw_up_election(process: Process, *, seats: int, reserved: dict[str, int], command: ElectionDates) -> None:
    """The ballot of an election by the single transferable vote, and its phases."""
    Ballot.objects.create(
        process=process,
        question=_("Whom do you elect? Places: %(seats)s") % {"seats": seats},
        form=Ballot.Form.RANKED,
        seats=seats,
        threshold=Ballot.Threshold.MAJORITY,
        quorum_percent=0,
        reserved=reserved,
    )
    nominate = {"opens_at": clock.now(), "closes_at": command.nominations_close_at}
    Phase.objects.create(process=process, kind=Phase.Kind.NOMINATE, **nominate)
    draw_up_vote(process, opens_at=command.opens_at, closes_at=command.closes_at)
