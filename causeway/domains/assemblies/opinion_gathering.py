"""From rows to what an opinion map is drawn of, and which maps are to be drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet, Sum

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.bodies import body_of, has_sections
from causeway.domains.assemblies.models import (
    Conversation,
    OpinionMap,
    Phase,
    Statement,
    StatementVote,
    TableCount,
    Voice,
)
from causeway.domains.assemblies.opinion_computing import Gathered, Hands
from causeway.kernel import clock
from causeway.kernel.sealing import blind_index

BYTES_OF_NUMBER = 6  # 15 digits, in which nobody meets a namesake
VOTES = """SELECT statement.conversation_id, count(*),
 sum(hashtextextended(vote.voice_id::text || vote.statement_id::text, vote.value))
 FROM assemblies_statementvote vote JOIN assemblies_statement statement ON statement.id = vote.statement_id
 WHERE statement.conversation_id = ANY(%s) AND statement.state = 'in' GROUP BY 1"""
HANDS = """SELECT statement.conversation_id, count(*),
 sum(hashtextextended(hands.table_id::text || hands.statement_id::text,
 1000000 * hands.agreed + 1000 * hands.disagreed + hands.passed))
 FROM assemblies_tablecount hands JOIN assemblies_statement statement ON statement.id = hands.statement_id
 WHERE statement.conversation_id = ANY(%s) AND hands.confirmed_on IS NOT NULL GROUP BY 1"""


def maps_to_draw() -> list[tuple[UUID, str]]:
    """The conversations in which something was said since their map was looked at, or that have closed, for the job;
    each with a checksum of what was said.
    """
    now = clock.now()
    begun = Phase.objects.filter(kind=Phase.Kind.DELIBERATE, opens_at__lte=now).values("process")
    unfinished = Conversation.objects.filter(process__in=begun, process__cancelled_on=None).exclude(
        opinion_map__is_last=True
    )
    found = dict(unfinished.filter(_may_have_changed(now)).values_list("pk", "closed_at"))
    known = dict(OpinionMap.objects.filter(pk__in=found).values_list("pk", "state_of_votes"))
    states = _states(found)
    return [(pk, states[pk]) for pk, closed_at in found.items() if closed_at or states[pk] != known.get(pk, "")]


def _may_have_changed(now: object) -> Q:
    """Open still, or not finished with since it closed."""
    still_open = Q(process__phases__kind=Phase.Kind.DELIBERATE, process__phases__closes_at__gt=now)
    return still_open | Q(closed_at__isnull=False)


def _states(conversations: Collection[UUID]) -> dict[UUID, str]:
    """A checksum of all votes and hands of each."""
    said: dict[UUID, list[str]] = {pk: [] for pk in conversations}
    with connection.cursor() as cursor:
        for query in (VOTES, HANDS):
            cursor.execute(query, [list(conversations)])
            for pk, count, checksum in cursor.fetchall():
                said[pk].append(f"{count} {checksum}")
    return {pk: hashlib.sha256("; ".join(parts).encode()).hexdigest()[:32] for pk, parts in said.items()}


def number_of(voice_id: UUID) -> int:
    """The random-looking number under which a voice stands in the map’s votes, and in no other conversation’s."""
    return int.from_bytes(blind_index(str(voice_id), "assemblies.participant")[:BYTES_OF_NUMBER], "big")


def gathered(conversation: Conversation) -> Gathered:
    """What was said in the conversation so far."""
    statements = Statement.objects.filter(conversation=conversation, state=Statement.State.IN)
    texts = dict(statements.values_list("number", "text"))
    votes = StatementVote.objects.filter(statement__in=statements).values_list("voice", "statement__number", "value")
    voices = dict(Voice.objects.filter(conversation=conversation).values_list("pk", "section"))
    numbers = {pk: number_of(pk) for pk in voices}
    log = [(numbers[voice], statement, value) for voice, statement, value in votes.iterator() if voice in numbers]
    participants, voted_on, values = zip(*log, strict=True) if log else ((), (), ())
    return Gathered(
        topic=conversation.question,
        texts=texts,
        participants=participants,
        statements=voted_on,
        votes=values,
        tables=hands_of(conversation),
        totals=_totals(statements),
        sections={numbers[pk]: section for pk, section in voices.items() if section},
        expected=Section.values if has_sections(body_of(conversation.process)) else (),
    )


def hands_of(conversation: Conversation) -> dict[int, Hands]:
    """The hands at all tables together, as far as two people have confirmed them."""
    counted = TableCount.objects.filter(
        statement__conversation=conversation, statement__state=Statement.State.IN, confirmed_on__isnull=False
    )
    rows = counted.values_list("statement__number").annotate(Sum("agreed"), Sum("disagreed"), Sum("passed"))
    return {number: (agreed, disagreed, passed) for number, agreed, disagreed, passed in rows.order_by()}


def _totals(statements: QuerySet[Statement]) -> dict[int, Hands]:
    """What the conversation itself shows of votes and hands, so that the map shows no other figure."""
    shown = statements.exclude(totals=None).values_list("number", "totals")
    return {number: (totals["agreed"], totals["disagreed"], totals["passed"]) for number, totals in shown if totals}
