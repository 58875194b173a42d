"""Count a ballot and publish the result."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.cancel_process import call_off
from causeway.domains.assemblies.commands.dealing_cards import count_cards
from causeway.domains.assemblies.commands.mix_papers import mix
from causeway.domains.assemblies.computing import outcome_of
from causeway.domains.assemblies.counting_for import told_sections
from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.assemblies.events import BallotCounted
from causeway.domains.assemblies.models import Ballot, Process, Roll
from causeway.domains.assemblies.policies import may_count_ballot
from causeway.domains.assemblies.publishing import digest_of_papers, papers_as_csv
from causeway.domains.assemblies.queries import option_names, papers_in, sections_on_paper
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing

LEAST_ANSWERS = 5


@dataclass(frozen=True, kw_only=True)
class CountBallot(Command[Ballot]):
    """Close the box for good: mix the papers, take the digest of their list, count them, store every stage.

    The answers to a quick poll are destroyed unread where they are too few to be secret: those in the room see who
    holds a phone.
    """

    ballot_id: UUID


def ballot_to_close(command: CountBallot) -> Ballot:
    """The ballot, locked so that papers on their way wait until the box is closed, and are then refused."""
    ballot = Ballot.objects.select_for_update().filter(pk=command.ballot_id).first()
    if ballot is None:
        raise Missing
    return ballot


@performs(
    CountBallot,
    policy=may_count_ballot,
    says="counted the vote “{process}”: {papers} papers",
    finds=ballot_to_close,
)
def count_ballot(_actor: Actor, _command: CountBallot, ballot: Ballot) -> Done[Ballot]:
    if stage_of(ballot.process) is not Stage.TO_COUNT:
        raise Conflict(_("This vote is not waiting to be counted: it is not over, or it was counted."))
    if ballot.process.roll.rule == Roll.Rule.CARDS:
        return in_trail(ballot.process, ballot, papers=count_cards(ballot))
    if ballot.process.blueprint == Process.Blueprint.POLL and ballot.papers.count() < LEAST_ANSWERS:
        call_off(ballot.process, _("Fewer than five people answered, and the result would tell how."))
        return in_trail(ballot.process, ballot, papers=0)
    mix(ballot.pk)
    told = told_sections(ballot)
    ballot.closed_at = clock.now()
    names = option_names(ballot)
    papers = list(papers_in(ballot))
    outcome = outcome_of(
        ballot,
        names,
        [marks for _receipt, marks, _section in papers],
        electors=ballot.process.roll.electors,
        sections=sections_on_paper(ballot),
        told=told,
    )
    ballot.digest = digest_of_papers(papers_as_csv(names, papers, with_section=bool(told)))
    ballot.outcome = outcome.as_json()
    ballot.counted_at = ballot.closed_at
    ballot.save()
    return in_trail(ballot.process, ballot, papers=len(papers), events=[BallotCounted(process_id=ballot.pk)])
