"""Close the nominations of an election."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.computing import drawn, unopposed
from causeway.domains.assemblies.course import nominations_are_over
from causeway.domains.assemblies.models import Ballot, Nomination, Option
from causeway.domains.assemblies.policies import may_count_ballot
from causeway.domains.assemblies.publishing import digest_of_papers, papers_as_csv
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CloseNominations(Command[Ballot]):
    """Make the ballot paper: its order and the order that breaks ties are drawn, and the seed is published.

    Where no more people stand than there are places, they are elected unopposed and nobody votes.
    """

    ballot_id: UUID


@performs(
    CloseNominations,
    policy=may_count_ballot,
    says="closed the nominations of “{process}”: {candidates} people stand",
    finds=locked(Ballot, "ballot_id"),
)
def close_nominations(_actor: Actor, _command: CloseNominations, ballot: Ballot) -> Done[Ballot]:
    if not nominations_are_over(ballot.process):
        raise Conflict(_("Names may still be put forward, or the paper is made already."))
    standing = list(Nomination.objects.filter(process=ballot.process))
    ballot.tie_seed = secrets.token_hex(8)
    on_paper = [standing[place] for place in drawn(f"{ballot.tie_seed} paper", len(standing))]
    Option.objects.bulk_create(
        Option(ballot=ballot, place=place, name=candidate.name, section=candidate.section)
        for place, candidate in enumerate(on_paper)
    )
    ballot.tie_order = list(drawn(ballot.tie_seed, len(standing)))
    if len(standing) <= ballot.seats:
        _elect_all(ballot, on_paper)
    ballot.save()
    return in_trail(ballot.process, ballot, candidates=len(standing))


def _elect_all(ballot: Ballot, on_paper: Sequence[Nomination]) -> None:
    names = [candidate.name for candidate in on_paper]
    ballot.outcome = unopposed(names, electors=ballot.process.roll.electors).as_json()
    ballot.digest = digest_of_papers(papers_as_csv(names, []))
    ballot.closed_at = ballot.counted_at = clock.now()
