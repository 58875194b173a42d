"""What the header needs to say for whom somebody acts: use ``acting_for`` with ``alliances/_acting_for.html``."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.standing import officer_of
from causeway.kernel.web import ACTING_FOR, actor_of


@dataclass(frozen=True)
class ActingFor:
    """The organisation that somebody acts for now, if any, and those that they may act for."""

    now: Organisation | None
    choices: list[Organisation]


def acting_for(request: HttpRequest) -> ActingFor:
    """For whom the one who asks acts. One query for those signed in; a choice whose term is over is dropped."""
    choices = officer_of(actor_of(request))
    chosen = request.session.get(ACTING_FOR) if choices else None
    return ActingFor(next((row for row in choices if str(row.pk) == chosen), None), choices)
