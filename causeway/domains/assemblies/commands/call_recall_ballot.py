"""Put a recall to the vote."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.drawing_up import draw_up, draw_up_roll
from causeway.domains.assemblies.commands.ending_recalls import question_about, take_supporters_off
from causeway.domains.assemblies.commands.settle_roll import settle
from causeway.domains.assemblies.committee_policies import only_a_job
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Ballot, Option, Phase, Process, Recall
from causeway.domains.assemblies.recall_events import RecallPutToVote
from causeway.domains.assemblies.recall_standing import TO_REPLY, VOTES_FOR, supporters_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CallRecallBallot(Command[Process]):
    """Call the ballot that enough electors asked for: a week for the holder to answer, then a week to vote.

    The roll is settled at once by the rule of the election. Nobody runs this vote, so nobody can hold it up.
    """

    recall_id: UUID


@performs(
    CallRecallBallot,
    policy=only_a_job,
    says="put a recall from “{committee}” to the vote",
    finds=locked(Recall, "recall_id"),
)
def call_recall_ballot(_actor: Actor, _command: CallRecallBallot, recall: Recall) -> Done[Process]:
    if recall.state != Recall.State.OPEN or supporters_of(recall) < recall.needed:
        raise Conflict(_("This recall is not supported by enough electors, or was put to the vote already."))
    process = _process(recall)
    take_supporters_off(recall)
    recall.ballot, recall.state = process, Recall.State.BALLOT
    recall.save()
    return in_committees_trail(recall.seat.committee, process, RecallPutToVote(recall_id=recall.pk))


def _process(recall: Recall) -> Process:
    committee = recall.seat.committee
    whole, body = committee.election, body_of(committee.election)
    process = draw_up(
        body,
        blueprint=Process.Blueprint.RECALL,
        title=_("Recall: %(committee)s") % {"committee": committee.name[:140]},
        about="",
        why_here=_("Those who elect somebody decide whether they keep the place."),
        result_for=Process.Audience.MEMBERS,
        part_of=whole,
    )
    draw_up_roll(process, body, section=recall.seat.election.roll.section)
    ballot = Ballot.objects.create(
        process=process,
        question=question_about(recall.seat.option.name, committee.name),
        form=Ballot.Form.YES_NO,
        threshold=recall.threshold,
        quorum_percent=recall.quorum_percent,
    )
    names = (_("Yes, recall them"), _("No, they keep the place"), _("Abstain"))
    Option.objects.bulk_create(Option(ballot=ballot, place=place, name=name) for place, name in enumerate(names))
    opens_at = clock.now() + TO_REPLY
    Phase.objects.create(process=process, kind=Phase.Kind.VOTE, opens_at=opens_at, closes_at=opens_at + VOTES_FOR)
    settle(process.roll)
    return process
