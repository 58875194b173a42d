"""Who may do what in a process, and why not."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from causeway.domains.assemblies.bodies import Body, belongs_to, runs_body, sees_body
from causeway.domains.assemblies.course import Stage, nominations_are_open, stage_of
from causeway.domains.assemblies.models import Ballot, Nomination, Process, Roll
from causeway.domains.assemblies.queries import visible_processes
from causeway.domains.assemblies.standing import belongs, elector_of, runs
from causeway.kernel.actors import Actor, System, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_process = sees(
    "Those who belong to a body, or are on its roll, see what it decides; a result that is for everybody, everybody.",
    visible_processes,
)

CLOSED = {
    Stage.SETTING_UP: gettext_lazy("The roll is not settled yet. The vote opens once it is."),
    Stage.OBJECTING: gettext_lazy("The vote is not open yet. Until it is, you can object to the roll."),
    Stage.WAITING: gettext_lazy("The vote is not open yet."),
    Stage.TO_COUNT: gettext_lazy("The vote is closed. It takes no more papers."),
    Stage.COUNTED: gettext_lazy("The vote is closed and counted."),
    Stage.CANCELLED: gettext_lazy("This vote was cancelled."),
}


def process_of(subject: Any) -> Process:
    """The process that a row belongs to, or the process itself."""
    if isinstance(subject, Process):
        return subject
    process: Process = subject.roll.process if hasattr(subject, "roll") else subject.process
    return process


@policy("A coordinator sets up what an alliance or a campaign decides; an officer what an organisation decides.")
def may_set_up_process(actor: Actor, body: Body) -> Verdict:
    """An organiser of a campaign runs it too; a service is run by the officers of its users' organisation."""
    if not sees_body(actor, body):
        return HIDDEN
    if runs_body(actor, body):
        return YES
    return no(_("Only those who run it set up what it decides: a coordinator, organiser or officer. Ask one of them."))


@policy("Whoever stands in a body may choose whether it writes to them about its votes.")
def may_choose_letters(actor: Actor, body: Body) -> Verdict:
    if belongs_to(actor, body):
        return YES
    return no(_("Only those who belong here get letters about its votes.")) if sees_body(actor, body) else HIDDEN


@policy("Whoever may know of a body may look for what it decides, and finds there what they may see.")
def may_look_for_votes(actor: Actor, body: Body) -> Verdict:
    return YES if sees_body(actor, body) else HIDDEN


@policy("Whoever may set up what a body decides runs it: the roll, the dates, the answers. That gives no vote.")
def may_run_process(actor: Actor, subject: Any) -> Verdict:
    process = process_of(subject)
    if runs(actor, process):
        return YES
    if not may_see_process(actor, process):
        return HIDDEN
    return no(_("Only those who run this vote can do this."))


@policy("Whoever belongs to the body may object to the roll while it lies open.")
def may_object_to_roll(actor: Actor, roll: Roll) -> Verdict:
    if not may_see_process(actor, roll.process):
        return HIDDEN
    if not belongs(actor, roll.process):
        return no(_("Only those who belong to this body can object to its roll."))
    if stage_of(roll.process) is not Stage.OBJECTING:
        return no(_("The roll does not lie open for objections now."))
    return YES


@policy("Whoever is on the roll may vote while the vote is open, once. No office gives a vote.")
def may_cast_paper(actor: Actor, ballot: Ballot) -> Verdict:
    if elector_of(actor, ballot.process.roll) is None:
        if not may_see_process(actor, ballot.process):
            return HIDDEN
        return no(_("You are not on the roll of this vote."))
    if ballot.process.blueprint == Process.Blueprint.POLL:
        return no(_("Those who are at the meeting answer, with the code that its screen shows."))
    stage = stage_of(ballot.process)
    return YES if stage is Stage.VOTING else no(str(CLOSED[stage]))


@policy("Whoever is on the roll may stand for election while names are put forward; nobody puts somebody else forward.")
def may_stand_for_election(actor: Actor, process: Process) -> Verdict:
    if elector_of(actor, process.roll) is None:
        return no(_("You are not on the roll of this election.")) if may_see_process(actor, process) else HIDDEN
    return YES if nominations_are_open(process) else no(_("Names cannot be put forward now."))


@policy("A candidate may withdraw while names are put forward.")
def may_withdraw_nomination(actor: Actor, nomination: Nomination) -> Verdict:
    if nomination.person_id is None or person_of(actor) != nomination.person_id:
        return HIDDEN
    open_now = nominations_are_open(nomination.process)
    return YES if open_now else no(_("The paper is made. Tell those who run the election."))


@policy("Causeway counts as soon as the vote is closed; whoever runs it may ask for that.")
def may_count_ballot(actor: Actor, ballot: Ballot) -> Verdict:
    return YES if isinstance(actor, System) else may_run_process(actor, ballot)


@policy("Only Causeway itself does this, in a job.")
def only_a_job(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else HIDDEN
