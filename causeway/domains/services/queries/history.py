"""The history of a service, told from what is recorded about it and its threats."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from causeway.domains.services.models import Service, Threat
from causeway.domains.services.queries.threats import Happening


def history_of(service: Service, threats: Iterable[Threat]) -> list[Happening]:
    """What happened to a service, oldest first. Give the threats that the actor sees."""
    lines: list[Happening] = []
    if service.added_on:
        lines.append(Happening(service.added_on, _("Added to the register")))
    if service.imported_from:
        where = {"source": service.imported_from.source}
        lines.append(Happening(service.imported_from.read_at.date(), _("Last read from %(source)s") % where))
    for threat in threats:
        if threat.announced_on or threat.recorded_on:
            on = threat.announced_on or threat.recorded_on
            if on:
                lines.append(Happening(on, threat.title, threat.get_kind_display(), threat.source, threat.source_url))
        if threat.closed_on:
            told = f"{threat.title}: {threat.get_outcome_display()}"
            lines.append(Happening(threat.closed_on, told, threat.outcome_note, "", threat.outcome_url))
    if service.closed_on:
        lines.append(Happening(service.closed_on, _("Closed"), "", service.source, service.source_url))
    return sorted(lines, key=lambda line: line.on)
