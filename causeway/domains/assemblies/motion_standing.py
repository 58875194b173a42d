"""Who moves and seconds: those who belong, or organisations by their officers."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.standing import officer_of
from causeway.domains.assemblies.bodies import body_of, organisations_in
from causeway.domains.assemblies.models import Amendment, Motion, Process, StandingOrders
from causeway.domains.assemblies.standing import belongs
from causeway.kernel.actors import Actor, person_of

Proposal = Motion | Amendment
"""What is moved and seconded."""


@dataclass(frozen=True)
class OnFloor:
    """A process or what was moved in it, and the organisation for which somebody acts, where organisations do."""

    subject: Process | Proposal
    organisation: Organisation | None

    @property
    def process(self) -> Process:
        """The process with the standing orders."""
        return self.subject if isinstance(self.subject, Process) else self.subject.process


def organisations_move(process: Process) -> bool:
    """Whether organisations, and not single people, move and second."""
    return process.orders.movers == StandingOrders.Movers.ORGANISATIONS


def speaks_for_in(actor: Actor, process: Process) -> list[Organisation]:
    """The organisations within the body that the actor may speak for."""
    mine = officer_of(actor)
    inside = organisations_in(body_of(process)) if mine else frozenset()
    return [one for one in mine if one.pk in inside]


def floor_of(actor: Actor, process: Process) -> list[Organisation]:
    """The organisations for which the actor may move and second, where organisations do; else none."""
    return speaks_for_in(actor, process) if hasattr(process, "orders") and organisations_move(process) else []


def has_floor(actor: Actor, process: Process, organisation: Organisation | None) -> bool:
    """Whether the actor may move and second here, as themselves or for that organisation."""
    if organisations_move(process):
        return organisation is not None and organisation in speaks_for_in(actor, process)
    return organisation is None and belongs(actor, process)


def moved_by(actor: Actor, proposal: Proposal) -> bool:
    """Whether it is the actor's own: moved by them, or for an organisation that they speak for."""
    if proposal.moved_for is not None:
        return proposal.moved_for in officer_of(actor)
    person_id = person_of(actor)
    return person_id is not None and proposal.mover_id == person_id


def is_own(actor: Actor, proposal: Proposal, organisation: Organisation | None) -> bool:
    """Whether to second it would be to second one's own: neither the mover nor the moving organisation may."""
    same_body = organisation is not None and organisation == proposal.moved_for
    return same_body or (proposal.mover_id is not None and proposal.mover_id == person_of(actor))


def is_seconded(proposal: Proposal) -> bool:
    """Whether as many second it as the standing orders ask; a composite has several movers, and needs none."""
    if isinstance(proposal, Motion) and proposal.sources.all():
        return True
    return len(proposal.secondings.all()) >= proposal.process.orders.seconders
