"""When electors may ask the candidates, and when candidates answer."""

from __future__ import annotations

from causeway.domains.assemblies.course import has_ballot, phase_of
from causeway.domains.assemblies.models import Nomination, Option, Phase, Process
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of


def hustings_are_open(process: Process) -> bool:
    """From when the roll is settled, and names are put forward, until the vote closes."""
    if process.blueprint != Process.Blueprint.ELECTION or process.cancelled_on or not has_ballot(process):
        return False
    running = process.roll.settled_at is not None and process.ballot.counted_at is None
    return running and clock.now() < phase_of(process, Phase.Kind.VOTE).closes_at


def vote_has_opened(process: Process) -> bool:
    """From then on no answer changes any more; who has not answered still may."""
    return clock.now() >= phase_of(process, Phase.Kind.VOTE).opens_at


def own_nomination(actor: Actor, process: Process) -> Nomination | None:
    """Under which the actor stands; None for whoever does not."""
    person_id = person_of(actor)
    return Nomination.objects.filter(process=process, person_id=person_id).first() if person_id else None


def candidates_in_order(process: Process) -> list[Nomination]:
    """As on the paper; by name until it is made."""
    places = dict(Option.objects.filter(ballot=process.pk).values_list("name", "place"))
    standing = list(Nomination.objects.filter(process=process))
    return sorted(standing, key=lambda one: (places.get(one.name, 0), one.name))


def folded(text: str) -> str:
    """What makes two questions the same: their words, whatever the capitals, spaces and signs."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
