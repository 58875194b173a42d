"""What is written down of an action, checked: for the commands that record one and that correct one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.campaigns.models import Action
from causeway.domains.campaigns.wording import a_choice, a_day, https_links, some_text
from causeway.kernel.errors import Invalid

MAX_TURNOUT = 10_000_000


class Recorded(Protocol):
    """The fields that both commands have."""

    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def about(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def turnout(self) -> int | None: ...
    @property
    def turnout_how(self) -> str: ...
    @property
    def gained(self) -> str: ...
    @property
    def links(self) -> tuple[str, ...]: ...


def action_fields(command: Recorded) -> dict[str, Any]:
    """The fields of an action, tidied. Raises Invalid."""
    starts_on = a_day(command.starts_on, "starts_on", not_future=True)
    ends_on = a_day(command.ends_on, "ends_on", not_before=starts_on) if command.ends_on else None
    return {
        "kind": a_choice(command.kind, "kind", Action.Kind),
        "title": some_text(command.title, "title", longest=160),
        "about": some_text(command.about, "about", longest=5000, needed=False),
        "starts_on": starts_on,
        "ends_on": None if ends_on == starts_on else ends_on,
        "place": some_text(command.place, "place", longest=160, needed=False),
        "gained": some_text(command.gained, "gained", longest=2000, needed=False),
        "links": https_links(command.links, "links"),
        **_point(command.latitude, command.longitude),
        **_turnout(command.turnout, command.turnout_how),
    }


def hosts_of(host_ids: Iterable[UUID]) -> list[Organisation]:
    """The organisations that hosted it. Raises Invalid where one is not there."""
    wanted = set(host_ids)
    hosts = list(Organisation.objects.filter(pk__in=wanted))
    if len(hosts) < len(wanted):
        raise Invalid(hosts=_("One of these organisations is not there any more. Choose again."))
    return hosts


def _point(latitude: float | None, longitude: float | None) -> dict[str, float | None]:
    if (latitude is None) != (longitude is None):
        raise Invalid(latitude=_("Give both the latitude and the longitude, or neither."))
    if latitude is None or longitude is None:
        return {"latitude": None, "longitude": None}
    if not (math.isfinite(latitude) and -90 <= latitude <= 90):
        raise Invalid(latitude=_("A latitude lies between −90 and 90."))
    if not (math.isfinite(longitude) and -180 <= longitude <= 180):
        raise Invalid(longitude=_("A longitude lies between −180 and 180."))
    return {"latitude": latitude, "longitude": longitude}


def _turnout(turnout: int | None, how: str) -> dict[str, Any]:
    if turnout is None:
        return {"turnout": None, "turnout_how": ""}
    if not 0 <= turnout <= MAX_TURNOUT:
        raise Invalid(turnout=_("Give a number of people from 0 to 10 million."))
    if not how:
        raise Invalid(turnout_how=_("Say how they were counted, so that others can trust the number."))
    return {"turnout": turnout, "turnout_how": a_choice(how, "turnout_how", Action.Counted)}
