"""Propose to merge several motions into one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.finding_motions import process_on_floor
from causeway.domains.assemblies.commands.merging import merge_if_agreed
from causeway.domains.assemblies.commands.motion_results import new_version
from causeway.domains.assemblies.models import CompositeSource, Motion
from causeway.domains.assemblies.motion_course import Standing, standing_of
from causeway.domains.assemblies.motion_policies import may_propose_composite
from causeway.domains.assemblies.motion_standing import OnFloor, moved_by
from causeway.domains.assemblies.motion_wording import checked_text
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

FEWEST = 2


@dataclass(frozen=True, kw_only=True)
class ProposeComposite(Command[Motion]):
    """Write one text for several motions. It takes their place once the mover of each has agreed."""

    process_id: UUID
    title: str
    text: str
    reason: str = ""
    source_ids: tuple[UUID, ...]
    organisation_id: UUID | None = None


@performs(
    ProposeComposite,
    policy=may_propose_composite,
    says="proposed the composite “{motion}” in “{process}”",
    finds=process_on_floor,
)
def propose_composite(actor: Actor, command: ProposeComposite, floor: OnFloor) -> Done[Motion]:
    process, listed = floor.process, Motion.objects.filter(process=floor.process)
    sources = _checked_sources(list(listed.filter(pk__in=command.source_ids)))
    title = a_line(command.title, "title", longest=160)
    if listed.filter(title__iexact=title).exists():
        raise Invalid(title=_("A motion of this title stands on the agenda. Give the composite another."))
    composite = Motion.objects.create(
        process=process,
        place=min(source.place for source in sources),
        title=title,
        reason=some_text(command.reason, "reason", longest=2000, needed=False),
        state=Motion.State.PROPOSED,
        mover_id=signed_in(actor),
        moved_for=floor.organisation,
        moved_on=clock.today(),
    )
    new_version(composite, checked_text(command.text), _("As the composite was proposed"))
    CompositeSource.objects.bulk_create(
        CompositeSource(composite=composite, motion=source, agreed_on=_agreed(actor, source)) for source in sources
    )
    merge_if_agreed(composite)
    return in_trail(process, composite, motion=title)


def _agreed(actor: Actor, source: Motion) -> date | None:
    """Today, where nobody is left to ask: the proposer moved it, or the mover's account was erased."""
    nobody = source.mover_id is None and source.moved_for_id is None
    return clock.today() if nobody or moved_by(actor, source) else None


def _checked_sources(sources: list[Motion]) -> list[Motion]:
    if len(sources) < FEWEST:
        raise Invalid(sources=_("Choose at least two motions."))
    for source in sources:
        if standing_of(source) not in {Standing.SECONDING, Standing.ON_AGENDA}:
            raise Invalid(sources=_("“%(title)s” is settled.") % {"title": source.title})
        if source.composites.filter(composite__state=Motion.State.PROPOSED).exists():
            said = _("“%(title)s” is asked for in another composite already. Settle that first.")
            raise Invalid(sources=said % {"title": source.title})
    return sources
