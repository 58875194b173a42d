"""Who may record threats, and what may be done to them."""

from __future__ import annotations

from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.standing import coordinates
from causeway.domains.services.models import Service, Threat
from causeway.domains.services.queries.threats import visible_threats
from causeway.kernel.actors import Actor
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_threat = sees(
    "Everybody may see a published threat; others only those who stand in the alliance that recorded it.",
    visible_threats,
)


@policy("A coordinator of the alliance that keeps the service records what threatens it.")
def may_record_threat(actor: Actor, service: Service) -> Verdict:
    if coordinates(actor, service.alliance_id):
        return YES
    return no("Only a coordinator of the alliance that keeps this service can record a threat. Tell one of them.")


@policy("A coordinator of the alliance that recorded a threat tends it: dates, evidence, publishing, outcome.")
def may_tend_threat(actor: Actor, threat: Threat) -> Verdict:
    if coordinates(actor, threat.alliance_id):
        return YES
    if not may_see_threat(actor, threat):
        return HIDDEN
    return no("Only a coordinator of the alliance that recorded this threat can change it. Ask one of them.")


@policy("A coordinator corrects, for the alliance, what the site says about the law.")
def may_correct_law(actor: Actor, alliance: Alliance) -> Verdict:
    if coordinates(actor, alliance.pk):
        return YES
    return no("Only a coordinator of this alliance can correct what is said here.")
