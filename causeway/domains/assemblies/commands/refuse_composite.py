"""Refuse that one's motion goes into a composite."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.merging import source_of
from causeway.domains.assemblies.commands.motion_results import close
from causeway.domains.assemblies.models import CompositeSource, Motion
from causeway.domains.assemblies.motion_policies import may_answer_composite
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RefuseComposite(Command[Motion]):
    """Do not consent as the mover of a source. The composite ends, and all sources stay on the agenda as they were."""

    composite_id: UUID
    motion_id: UUID


@performs(
    RefuseComposite,
    policy=may_answer_composite,
    says="did not agree that “{motion}” goes into the composite “{composite}”",
    finds=lambda command: source_of(command.composite_id, command.motion_id),
)
def refuse_composite(_actor: Actor, _command: RefuseComposite, source: CompositeSource) -> Done[Motion]:
    composite = source.composite
    if composite.state != Motion.State.PROPOSED:
        raise Conflict(_("This composite is settled already."))
    said = _("The mover of “%(title)s” did not agree.") % {"title": source.motion.title}
    close(composite, Motion.State.WITHDRAWN, said)
    return in_trail(composite.process, composite, motion=source.motion.title, composite=composite.title)
