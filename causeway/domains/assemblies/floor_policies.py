"""Who may put questions to a meeting, count hands, and answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import may_see_meeting
from causeway.domains.alliances.policies import runs as runs_body
from causeway.domains.assemblies.floor_standing import is_open_now
from causeway.domains.assemblies.models import FloorVote
from causeway.domains.assemblies.policies import may_run_process, may_see_process
from causeway.domains.assemblies.standing import belongs, elector_of, runs
from causeway.kernel.actors import Actor, System
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


@dataclass(frozen=True)
class Counting:
    """A question whose hands somebody counts, and whether they hold the tellers’ code of the meeting."""

    vote: FloorVote
    holds_code: bool


@policy("Whoever calls a body’s meetings puts questions to them.")
def may_put_question(actor: Actor, meeting: Meeting) -> Verdict:
    if runs_body(actor, body_of(meeting)):
        return YES
    if not may_see_meeting(actor, meeting):
        return HIDDEN
    return no(_("Only those who run this meeting put questions to it."))


@policy("Those who run the meeting count hands, and those who belong and were given the tellers’ code.")
def may_count_hands(actor: Actor, counting: Counting) -> Verdict:
    process = counting.vote.process
    if runs(actor, process) or (counting.holds_code and belongs(actor, process)):
        return YES
    if not may_see_process(actor, process):
        return HIDDEN
    return no(_("Only tellers count. Ask those who run the meeting for the tellers’ code."))


@policy("Those who run the meeting have hands counted again, and close a poll; a poll also closes by the clock.")
def may_run_question(actor: Actor, vote: FloorVote) -> Verdict:
    return YES if isinstance(actor, System) else may_run_process(actor, vote.process)


@policy("Whoever belongs to the body and has the code from the screen answers a poll once, while it is open.")
def may_answer_poll(actor: Actor, vote: FloorVote) -> Verdict:
    if not belongs(actor, vote.process):
        return HIDDEN
    if vote.way != FloorVote.Way.PHONES:
        return no(_("People show hands on this question."))
    if elector_of(actor, vote.process.roll) is None:
        return no(_("Members vote here. You do not belong as a member; an office alone gives no vote."))
    return YES if is_open_now(vote) else no(_("This poll is closed."))
