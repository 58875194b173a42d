"""What this room does when a threat was published."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.alliances.letters import leaders_of
from causeway.domains.services.events import ThreatPublished
from causeway.domains.services.queries.threats import published_threat
from causeway.kernel.mail import Letter, send


def tell_coordinators(event: ThreatPublished) -> None:
    """Write to the alliance's coordinators that everybody can see it now, and what comes next."""
    threat = published_threat(event.threat_id)
    if threat is None:
        return
    subject = _("A threat is public: %s") % threat.title[:80]
    context = {"threat": threat, "next": threat.clock.next}
    for address in leaders_of(threat.alliance):
        send(Letter(to=address, subject=subject, template="services/letters/threat_published", context=context))
