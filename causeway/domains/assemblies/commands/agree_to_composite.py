"""Agree that one's motion goes into a composite."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.merging import agree, merge_if_agreed, source_of
from causeway.domains.assemblies.models import CompositeSource, Motion
from causeway.domains.assemblies.motion_policies import may_answer_composite
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AgreeToComposite(Command[Motion]):
    """Consent as the mover of a source. With the last consent the composite takes the place of its sources."""

    composite_id: UUID
    motion_id: UUID


@performs(
    AgreeToComposite,
    policy=may_answer_composite,
    says="agreed that “{motion}” goes into the composite “{composite}”",
    finds=lambda command: source_of(command.composite_id, command.motion_id),
)
def agree_to_composite(_actor: Actor, _command: AgreeToComposite, source: CompositeSource) -> Done[Motion]:
    composite = source.composite
    if composite.state != Motion.State.PROPOSED or source.motion.state != Motion.State.MOVED:
        raise Conflict(_("This composite is settled already."))
    agree(source)
    merge_if_agreed(composite)
    return in_trail(composite.process, composite, motion=source.motion.title, composite=composite.title)
