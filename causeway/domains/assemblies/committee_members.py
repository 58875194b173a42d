"""Who sits on a committee today."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.assemblies.models import Committee, Seat
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.reading import once_a_reading


def members_of_committee(committee: Committee) -> frozenset[UUID]:
    """Who holds a place today. For rolls and letters; names are shown from the paper."""
    held = Seat.objects.filter(committee=committee, state=Seat.State.HELD, person__isnull=False)
    return frozenset() if is_over(committee) else frozenset(held.values_list("person_id", flat=True))


@once_a_reading
def sits_on(actor: Actor, committee: Committee) -> bool:
    """Whether the actor holds a place on the committee today."""
    if not isinstance(actor, Member) or is_over(committee):
        return False
    return Seat.objects.filter(committee=committee, state=Seat.State.HELD, person_id=actor.person_id).exists()


def is_over(committee: Committee) -> bool:
    """Whether the committee's term has run out."""
    return committee.ends_on is not None and committee.ends_on < clock.today()
