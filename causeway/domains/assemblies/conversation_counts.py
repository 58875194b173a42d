"""How many agreed, disagreed and passed: by voices, and by hands at tables that a second person has confirmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Sum

from causeway.domains.assemblies.models import Conversation, Table, TableCount
from causeway.domains.assemblies.opinion_totals import Count, Totals

VOICES = """SELECT vote.statement_id, count(*) FILTER (WHERE vote.value = 1), count(*) FILTER (WHERE vote.value = -1),
 count(*) FILTER (WHERE vote.value = 0)
FROM assemblies_statementvote vote JOIN assemblies_statement statement ON statement.id = vote.statement_id
WHERE statement.conversation_id = %s GROUP BY vote.statement_id"""
NONE: Count = (0, 0, 0)


@dataclass(frozen=True)
class Counts:
    """The votes on one statement. Never shown as they are: see ``opinion_totals``."""

    of_voices: Count = NONE
    of_hands: Count = NONE

    @property
    def totals(self) -> Totals:
        agreed, disagreed, passed = (a + b for a, b in zip(self.of_voices, self.of_hands, strict=True))
        return Totals(agreed, disagreed, passed, hands=sum(self.of_hands))


def counts_of(conversation: Conversation) -> dict[UUID, Counts]:
    """The votes on each statement of the conversation."""
    with connection.cursor() as cursor:
        cursor.execute(VOICES, [conversation.pk])
        voices: dict[UUID, Count] = {row[0]: (row[1], row[2], row[3]) for row in cursor.fetchall()}
    confirmed = TableCount.objects.filter(table__conversation=conversation, confirmed_by__isnull=False)
    summed = confirmed.values("statement").annotate(a=Sum("agreed"), d=Sum("disagreed"), p=Sum("passed"))
    hands: dict[UUID, Count] = {row["statement"]: (row["a"], row["d"], row["p"]) for row in summed}
    counts: dict[UUID, Counts] = defaultdict(Counts)
    for statement_id in voices.keys() | hands.keys():
        counts[statement_id] = Counts(voices.get(statement_id, NONE), hands.get(statement_id, NONE))
    return counts


def hands_to_confirm(table: Table, person_id: UUID) -> list[TableCount]:
    """What others typed in for a table, by the number of the statement, that nobody has confirmed."""
    waiting = TableCount.objects.filter(table=table, confirmed_by=None).exclude(typed_by_id=person_id)
    return list(waiting.select_related("statement").order_by("statement__number"))


def written_out(counts: Iterable[TableCount]) -> str:
    """The hands in one line: number of the statement, agreed, disagreed, passed."""
    return " ".join(f"{one.statement.number}:{one.agreed},{one.disagreed},{one.passed}" for one in counts)
