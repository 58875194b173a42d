"""Ask the candidates of an election."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.hustings_policies import may_ask_at_hustings
from causeway.domains.assemblies.hustings_standing import folded
from causeway.domains.assemblies.models import HustingsQuestion, Process
from causeway.domains.assemblies.wording import a_line
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_EACH, MOST = 3, 40


@dataclass(frozen=True, kw_only=True)
class AskAtHustings(Command[HustingsQuestion]):
    """Put one question to all candidates. Nobody learns who asked."""

    process_id: UUID
    text: str


@performs(
    AskAtHustings,
    policy=may_ask_at_hustings,
    says="asked the candidates of an election",  # the trail does not say of which
    finds=locked(Process, "process_id"),
    to_the_day=True,
)
def ask_at_hustings(actor: Actor, command: AskAtHustings, process: Process) -> Done[HustingsQuestion]:
    asked = HustingsQuestion.objects.filter(process=process)
    if asked.filter(asked_by_id=signed_in(actor)).count() >= MOST_EACH:
        raise Conflict(_("You have asked three questions. Leave room for others."))
    if asked.filter(refused_on=None).count() >= MOST:
        raise Conflict(_("There are as many questions as candidates can answer."))
    text = a_line(command.text, "text", longest=300)
    if not folded(text):
        raise Invalid(text=_("Ask in words."))
    if asked.filter(folded=folded(text)).exists():
        raise Invalid(text=_("This was asked already. Look for it in the list."))
    question = HustingsQuestion.objects.create(
        process=process, text=text, folded=folded(text), asked_by_id=signed_in(actor), asked_at=clock.now()
    )
    return Done(question)
