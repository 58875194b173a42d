"""Ask that somebody is recalled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.settle_roll import LEAST_ELECTORS
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Recall, RecallSupport, Seat
from causeway.domains.assemblies.recall_events import RecallOpened
from causeway.domains.assemblies.recall_policies import may_open_recall
from causeway.domains.assemblies.recall_standing import (
    electors_of,
    index_of_supporter,
    needed_of,
    rules_of,
    why_not_recalled,
)
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

LONGEST = 1500


@dataclass(frozen=True, kw_only=True)
class OpenRecall(Command[Recall]):
    """Open a petition, with reasons that all who belong can read. Whoever opens it supports it; nobody learns who."""

    seat_id: UUID
    grounds: str


@performs(
    OpenRecall,
    policy=may_open_recall,
    says="asked for a recall from “{committee}”",
    finds=locked(Seat, "seat_id"),
)
def open_recall(actor: Actor, command: OpenRecall, seat: Seat) -> Done[Recall]:
    why_not = why_not_recalled(seat)
    if why_not:
        raise Conflict(why_not)
    electors, rules = len(electors_of(seat)), rules_of(body_of(seat.committee.election))
    if electors < LEAST_ELECTORS:
        raise Conflict(_("There are too few electors for a secret ballot. Talk about it in a meeting."))
    terms = ("percent", "days", "cool_down_weeks", "threshold", "quorum_percent")
    recall = Recall.objects.create(
        seat=seat,
        grounds=some_text(command.grounds, "grounds", longest=LONGEST),
        opened_by_id=signed_in(actor),
        opened_at=clock.now(),
        closes_at=clock.now() + timedelta(days=rules.days),
        electors=electors,
        needed=needed_of(electors, rules.percent),
        **{name: getattr(rules, name) for name in terms},
    )
    RecallSupport.objects.create(recall=recall, person_index=index_of_supporter(signed_in(actor)))
    return in_committees_trail(seat.committee, recall, RecallOpened(recall_id=recall.pk))
