"""What happens when all movers have agreed to a composite."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.motion_results import close
from causeway.domains.assemblies.models import Amendment, CompositeSource, Motion
from causeway.kernel import clock
from causeway.kernel.errors import Missing


def merge_if_agreed(composite: Motion) -> None:
    """Let the composite take the place of its sources, once the mover of each agrees. Their amendments fall."""
    if composite.sources.filter(agreed_on=None).exists():
        return
    composite.state = Motion.State.MOVED
    composite.save(update_fields=["state"])
    said = _("It went into the composite “%(title)s”.") % {"title": composite.title}
    for source in composite.sources.select_related("motion"):
        close(source.motion, Motion.State.MERGED, said)
        for amendment in source.motion.amendments.filter(state=Amendment.State.MOVED):
            close(amendment, Amendment.State.FELL, said)


def source_of(composite_id: UUID, motion_id: UUID) -> CompositeSource:
    """The motion as a source of the composite, locked. Raises Missing."""
    rows = CompositeSource.objects.select_for_update(of=("self",)).select_related("composite", "motion__process")
    found = rows.filter(composite=composite_id, motion=motion_id).first()
    if found is None:
        raise Missing
    return found


def agree(source: CompositeSource) -> None:
    """Record that a mover agrees."""
    source.agreed_on = clock.today()
    source.save(update_fields=["agreed_on"])
