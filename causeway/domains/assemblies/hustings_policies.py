"""Who may do what at hustings, and why not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.assemblies.hustings_standing import hustings_are_open, own_nomination
from causeway.domains.assemblies.models import HustingsQuestion, Process
from causeway.domains.assemblies.policies import may_see_process
from causeway.domains.assemblies.standing import elector_of, runs
from causeway.kernel.actors import Actor
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


@policy("Whoever is on the roll asks the candidates, from when names are put forward until the vote closes.")
def may_ask_at_hustings(actor: Actor, process: Process) -> Verdict:
    if not hasattr(process, "roll") or elector_of(actor, process.roll) is None:
        return no(_("You are not on the roll of this election.")) if may_see_process(actor, process) else HIDDEN
    return YES if hustings_are_open(process) else no(_("The candidates cannot be asked now."))


@policy("A candidate answers each question once, while the candidates can be asked.")
def may_answer_at_hustings(actor: Actor, question: HustingsQuestion) -> Verdict:
    if own_nomination(actor, question.process) is None:
        return no(_("Only the candidates answer.")) if may_see_process(actor, question.process) else HIDDEN
    return YES if hustings_are_open(question.process) else no(_("The candidates cannot be asked now."))


@policy("Whoever runs an election may refuse a question, with a reason that all read; not one that is answered.")
def may_refuse_question(actor: Actor, question: HustingsQuestion) -> Verdict:
    if not may_see_process(actor, question.process):
        return HIDDEN
    if own_nomination(actor, question.process):
        return no(_("You stand in this election yourself. Ask somebody else who runs it."))
    return YES if runs(actor, question.process) else no(_("Only those who run this election can do this."))
