"""Make the ballot paper out of the names that were suggested."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.computing import drawn, unopposed
from causeway.domains.assemblies.models import Ballot, Option, Suggestion
from causeway.domains.assemblies.name_queries import names_are_over
from causeway.domains.assemblies.policies import may_count_ballot
from causeway.domains.assemblies.publishing import digest_of_papers, papers_as_csv
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CloseSuggestions(Command[Ballot]):
    """Make the paper: its order and the order that breaks ties are drawn. A single name is taken without a vote.

    From now on nobody, not even the database, knows who suggested what.
    """

    ballot_id: UUID


@performs(
    CloseSuggestions,
    policy=may_count_ballot,
    says="made the paper of “{process}”: {names} names",
    finds=locked(Ballot, "ballot_id"),
)
def close_suggestions(_actor: Actor, _command: CloseSuggestions, ballot: Ballot) -> Done[Ballot]:
    if not names_are_over(ballot.process):
        raise Conflict(_("Names may still be suggested, or the paper is made already."))
    suggested = list(Suggestion.objects.filter(process=ballot.process).values_list("name", flat=True))
    ballot.tie_seed = secrets.token_hex(8)
    names = [suggested[place] for place in drawn(f"{ballot.tie_seed} paper", len(suggested))]
    Option.objects.bulk_create(Option(ballot=ballot, place=place, name=name) for place, name in enumerate(names))
    ballot.tie_order = list(drawn(ballot.tie_seed, len(names)))
    if len(names) <= ballot.seats:
        ballot.outcome = unopposed(names, electors=ballot.process.roll.electors).as_json()
        ballot.digest = digest_of_papers(papers_as_csv(names, []))
        ballot.closed_at = ballot.counted_at = clock.now()
    ballot.save()
    Suggestion.objects.filter(process=ballot.process).update(suggested_by=None)
    return in_trail(ballot.process, ballot, names=str(len(names)))
