"""Reads of names that are suggested."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.assemblies.models import Ballot, Phase, Process, Suggestion
from causeway.domains.assemblies.motion_course import is_over
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Missing


def names_are_over(process: Process) -> bool:
    """Whether the paper waits to be made: the roll is settled, and the time to suggest names is over."""
    waits = process.roll.settled_at is not None and not process.cancelled_on and not process.ballot.tie_seed
    return waits and process.blueprint == Process.Blueprint.NAME and is_over(process, Phase.Kind.PROPOSE)


def names_to_close() -> list[UUID]:
    """The ballots whose time to suggest names is over, for the job that makes the papers."""
    over = Phase.objects.filter(kind=Phase.Kind.PROPOSE, closes_at__lte=clock.now()).values("process")
    rows = Ballot.objects.filter(process__in=over, process__blueprint=Process.Blueprint.NAME, tie_seed="")
    return list(
        rows.filter(process__cancelled_on=None, process__roll__settled_at__isnull=False).values_list("pk", flat=True)
    )


def suggestions_in(process: Process) -> list[Suggestion]:
    """The names, by the alphabet."""
    return list(Suggestion.objects.filter(process=process))


def own_suggestion(actor: Actor, suggestion_id: int) -> Suggestion:
    """The suggestion, where it is the actor's own. Raises Missing."""
    person_id = person_of(actor)
    rows = Suggestion.objects.filter(pk=suggestion_id, suggested_by=person_id, suggested_by__isnull=False)
    found = rows.select_related("process").first()
    if found is None:
        raise Missing
    return found
