"""Who may tend the register."""

from __future__ import annotations

from typing import Any

from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.standing import coordinated_by, coordinates, is_officer_of
from causeway.domains.services.models import Service, ServiceImport
from causeway.domains.services.queries.register import visible_bodies, visible_services
from causeway.kernel.actors import Actor, System
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_service = sees("Everybody may see the register of services.", visible_services)
may_see_body = sees("Everybody may see the public bodies in the register.", visible_bodies)


@policy("A coordinator of the alliance adds services to its register.")
def may_register_service(actor: Actor, alliance: Alliance) -> Verdict:
    if coordinates(actor, alliance.pk):
        return YES
    return no("Only a coordinator of this alliance can add to its register. Ask one of them.")


@policy("A coordinator of the alliance corrects, closes and reopens the services in its register.")
def may_tend_service(actor: Actor, service: Service) -> Verdict:
    if coordinates(actor, service.alliance_id):
        return YES
    return no("Only a coordinator of the alliance that keeps this entry can change it. Tell them what is wrong.")


@policy("A coordinator of the alliance records which organisation of its users runs a service; its officer may end it.")
def may_say_who_runs(actor: Actor, service: Service) -> Verdict:
    if coordinates(actor, service.alliance_id) or (service.run_by_id and is_officer_of(actor, service.run_by_id)):
        return YES
    return no("Only a coordinator of the alliance that keeps this entry can record who runs it. Tell one of them.")


@policy("A coordinator of any alliance may add, correct and merge public bodies, which all alliances share.")
def may_tend_bodies(actor: Actor, _subject: Any) -> Verdict:
    return (
        YES if coordinated_by(actor) else no("Public bodies are shared: only coordinators of an alliance change them.")
    )


@policy("A coordinator of the alliance, or whoever runs the platform from its command line, may read a feed into it.")
def may_read_feed(actor: Actor, alliance: Alliance) -> Verdict:
    if isinstance(actor, System) or coordinates(actor, alliance.pk):
        return YES
    return no("Only a coordinator of this alliance can import services into its register.")


@policy("Causeway itself reads a large directory that was brought, in a job.")
def may_read_received_feed(actor: Actor, _reading: ServiceImport) -> Verdict:
    return YES if isinstance(actor, System) else no("What was brought is read by itself, within a few minutes.")


@policy("Whoever may read feeds into the alliance decides on what was read.")
def may_decide_import(actor: Actor, reading: ServiceImport) -> Verdict:
    return YES if isinstance(actor, System) or coordinates(actor, reading.alliance_id) else HIDDEN
