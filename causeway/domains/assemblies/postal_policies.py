"""Who may ask for a paper, open envelopes, and type papers in."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.assemblies.models import Duty, PostalVote, Process
from causeway.domains.assemblies.policies import CLOSED, may_see_process
from causeway.domains.assemblies.postal import duty_of, takes_envelopes
from causeway.domains.assemblies.standing import belongs, elector_of
from causeway.kernel.actors import Actor
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


@policy("Whoever is on the roll may ask for a paper while the post is open, and still vote here instead.")
def may_ask_for_paper(actor: Actor, vote: PostalVote) -> Verdict:
    if elector_of(actor, vote.process.roll) is None:
        return no(_("You are not on the roll of this vote.")) if may_see_process(actor, vote.process) else HIDDEN
    return YES if takes_envelopes(vote) else no(_("Papers cannot be asked for now."))


@policy("Whoever belongs to the body may take up a duty with its code: to open envelopes, or to type papers in.")
def may_take_up_duty(actor: Actor, process: Process) -> Verdict:
    return YES if belongs(actor, process) else HIDDEN


def _on_duty(actor: Actor, vote: PostalVote, kind: str) -> Verdict:
    if duty_of(actor, vote.process) != kind:
        if not may_see_process(actor, vote.process):
            return HIDDEN
        return no(_("You do not have this duty. Ask those who run the vote for its code."))
    stage = stage_of(vote.process)
    return YES if stage is Stage.VOTING else no(str(CLOSED[stage]))


@policy("Only clerks of the vote open outer envelopes, while it is open. They never type papers in.")
def may_open_envelope(actor: Actor, vote: PostalVote) -> Verdict:
    return _on_duty(actor, vote, Duty.Kind.CLERK)


@policy("Only tellers of the vote type papers in, while it is open. They never open outer envelopes.")
def may_type_papers(actor: Actor, subject: Any) -> Verdict:
    vote = subject if isinstance(subject, PostalVote) else subject.vote
    return _on_duty(actor, vote, Duty.Kind.TELLER)
