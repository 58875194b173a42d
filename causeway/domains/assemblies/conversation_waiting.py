"""What waits in conversations: for a person's votes, and for the worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery, Sum

from causeway.domains.alliances.models import Affiliation
from causeway.domains.alliances.standing import joined_by
from causeway.domains.assemblies.bodies import FIELDS, body_of
from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.conversation_standing import index_of_voice
from causeway.domains.assemblies.models import Conversation, Phase, Statement, StatementVote, TableCount
from causeway.domains.campaigns.models import Participation
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member

MOST_LOOKED_AT = 20
MOMENT = timedelta(seconds=10)
"""A vote that was let in just before the end is stored by then."""


@dataclass(frozen=True)
class Waiting:
    """A conversation in which so many statements are left for somebody to vote on."""

    conversation: Conversation
    left: int
    closes_at: datetime
    body: str


def conversations_waiting_for(actor: Actor, most: int) -> list[Waiting]:
    """The open conversations of the actor's bodies with statements that wait for their vote, the first to close first.

    Whoever is a member nowhere is not looked for: the home page has no query to spare.
    """
    if not isinstance(actor, Member) or not (joined := joined_by(actor)):
        return []
    now = clock.now()
    open_now = Phase.objects.filter(kind=Phase.Kind.DELIBERATE, opens_at__lte=now, closes_at__gt=now)
    rows = Conversation.objects.filter(_for_members_of(joined), process__in=open_now.values("process"))
    whole = rows.filter(process__cancelled_on=None).select_related(*(f"process__{field}" for field in FIELDS))
    closing = Subquery(open_now.filter(process=OuterRef("pk")).values("closes_at"))
    found = list(whole.annotate(closing=closing).order_by("closing")[:MOST_LOOKED_AT])
    left = _left_for(actor, found) if found else Counter()
    waiting = [Waiting(row, left[row.pk], row.closing, str(body_of(row.process))) for row in found if left[row.pk]]
    return waiting[:most]


def _for_members_of(organisations: set[UUID]) -> Q:
    """The conversations of the bodies behind which one of these organisations stands."""
    affiliated = Affiliation.objects.filter(organisation_id__in=organisations, until=None).values("alliance")
    taking_part = Participation.objects.filter(organisation_id__in=organisations, state=Participation.State.IN)
    return (
        Q(process__organisation_id__in=organisations)
        | Q(process__alliance_id__in=affiliated)
        | Q(process__campaign_id__in=taking_part.values("campaign"))
        | Q(process__service__run_by__in=organisations)
    )


def _left_for(actor: Member, conversations: Sequence[Conversation]) -> Counter[UUID]:
    """How many statements of each conversation the actor has not voted on."""
    indexes = [index_of_voice(actor.person_id, row.pk) for row in conversations]
    voted = StatementVote.objects.filter(voice__holder_index__in=indexes).values("statement")
    shown = Statement.objects.filter(conversation__in=conversations, state=Statement.State.IN).exclude(pk__in=voted)
    return Counter(shown.order_by().values_list("conversation_id", flat=True))


def conversations_to_weigh() -> list[UUID]:
    """Those that go on and had votes since they were weighed, and those that are over and wait for final totals."""
    now = clock.now()
    begun = Phase.objects.filter(kind=Phase.Kind.DELIBERATE, opens_at__lte=now).exclude(
        closes_at__range=(now - MOMENT, now)
    )
    rows = Conversation.objects.filter(closed_at=None, process__in=begun.values("process"))
    return [row.pk for row in rows.select_related("process").prefetch_related("process__phases") if _waits(row)]


def _waits(conversation: Conversation) -> bool:
    if is_over(conversation):
        return True
    votes = StatementVote.objects.filter(statement__conversation=conversation).count()
    hands = TableCount.objects.filter(table__conversation=conversation, confirmed_by__isnull=False).aggregate(
        n=Sum("agreed") + Sum("disagreed") + Sum("passed")
    )
    return votes + (hands["n"] or 0) != conversation.weighed


def conversations_to_clear(closed_before: datetime) -> list[UUID]:
    """Those that were closed long enough ago, for the job that cuts them off from people."""
    return list(Conversation.objects.filter(closed_at__lt=closed_before, cleared_at=None).values_list("pk", flat=True))
