"""Record that an adopted text is not upheld any more."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import AdoptedText
from causeway.domains.assemblies.motion_policies import may_end_text
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class EndText(Command[AdoptedText]):
    """Record by what decision a policy or a letter ended. It stays to be read, marked as ended."""

    text_id: UUID
    reason: str


@performs(
    EndText,
    policy=may_end_text,
    says="recorded that “{text}” is not upheld any more",
    finds=locked(AdoptedText, "text_id"),
)
def end_text(_actor: Actor, command: EndText, text: AdoptedText) -> Done[AdoptedText]:
    if text.ended_on:
        raise Conflict(_("This ended already."))
    text.ended_why = some_text(command.reason, "reason", longest=300)
    text.ended_on = clock.today()
    text.save(update_fields=["ended_on", "ended_why"])
    return in_trail(text.motion.process, text, text=text.title)
