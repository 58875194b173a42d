"""From a statement to a motion in one step: where motions are taken, and which have grown out of statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from causeway.domains.assemblies.bodies import body_of, owner
from causeway.domains.assemblies.models import Conversation, Motion, Phase
from causeway.domains.assemblies.motion_policies import may_move_motion
from causeway.domains.assemblies.motion_standing import OnFloor, floor_of
from causeway.domains.assemblies.queries import visible_processes
from causeway.kernel import clock
from causeway.kernel.actors import Actor

MOST = 5


@dataclass(frozen=True)
class Floor:
    """A process in which the actor may move a motion now."""

    title: str
    address: str


def floors_for(actor: Actor, conversation: Conversation) -> list[Floor]:
    """Where the actor can make a motion of a statement: in the process of the conversation, or another of its body."""
    now = clock.now()
    taking = Phase.objects.filter(kind=Phase.Kind.PROPOSE, opens_at__lte=now, closes_at__gt=now).values("process")
    near = Q(**owner(body_of(conversation.process))) | Q(pk=conversation.pk)
    rows = visible_processes(actor).filter(near, pk__in=taking, cancelled_on=None).prefetch_related("phases")
    found = []
    for process in rows.order_by("set_up_on", "title")[:MOST]:
        organisation = next(iter(floor_of(actor, process)), None)
        if may_move_motion(actor, OnFloor(process, organisation)):
            found.append(Floor(process.title, reverse("assemblies:move_motion", kwargs={"slug": process.slug})))
    return found


def motions_from(actor: Actor, conversation: Conversation) -> dict[UUID, list[Motion]]:
    """The motions that grew out of each statement, as far as the actor sees them."""
    rows = Motion.objects.filter(statement__conversation=conversation, process__in=visible_processes(actor))
    grown: dict[UUID, list[Motion]] = defaultdict(list)
    for motion in rows.select_related("process"):
        if motion.statement_id is not None:
            grown[motion.statement_id].append(motion)
    return grown
