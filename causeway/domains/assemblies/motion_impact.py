"""Motions as subjects of impact checks: written by those who stand in the body that decides."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.bodies import body_of, kind_of, of_bodies_of
from causeway.domains.assemblies.models import Motion, MotionVote, Process
from causeway.domains.assemblies.motion_queries import visible_motions
from causeway.domains.assemblies.standing import runs
from causeway.domains.impact.panels import impact_of
from causeway.domains.impact.subjects import Kind
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def _motions_of_own_bodies(actor: Actor) -> QuerySet[Motion]:
    return Motion.objects.filter(process__in=Process.objects.filter(of_bodies_of(actor)))


def _trail(motion: Motion) -> UUID:
    body = body_of(motion.process)
    return kind_of(body).trail(body)


MOTIONS = Kind(
    name="motion",
    title=_("Motion"),
    model=Motion,
    seen=visible_motions,
    written=_motions_of_own_bodies,
    runs=lambda actor, motion: runs(actor, motion.process),
    trail=_trail,
)


def impact_of_vote(actor: Actor, process: Process) -> Panel | None:
    """On the page of a vote that settles a motion: who gains and who loses by it, where that is published."""
    if process.part_of_id is None:
        return None
    vote = MotionVote.objects.select_related("motion").filter(pk=process.pk).first()
    panel = impact_of(MOTIONS)(actor, vote.motion) if vote else None
    return panel if panel and panel.context["summary"] else None
