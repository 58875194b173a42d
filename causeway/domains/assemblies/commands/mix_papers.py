"""Mix the papers in a ballot box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from causeway.domains.assemblies.models import Ballot
from causeway.domains.assemblies.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs

UNMIXED = "SELECT count(DISTINCT xmin::text) > 1 FROM assemblies_paper WHERE ballot_id = %s"
MIX = """WITH taken AS (DELETE FROM assemblies_paper WHERE ballot_id = %s RETURNING marks, receipt, section)
INSERT INTO assemblies_paper (id, ballot_id, marks, receipt, section)
SELECT gen_random_uuid(), %s, marks, receipt, section FROM taken ORDER BY gen_random_uuid()"""


@dataclass(frozen=True, kw_only=True)
class MixPapers(Command[None]):
    """Take all papers out of the box and put them back in a random order, in one transaction.

    A row remembers where it lies and which transaction wrote it, and the same transaction wrote who has voted. After
    this, all papers come from one transaction, and lie in an order that has nothing to do with the voting.
    """

    ballot_id: UUID


@performs(MixPapers, policy=only_a_job, says="mixed the papers in a box", finds=locked(Ballot, "ballot_id"))
def mix_papers(_actor: Actor, command: MixPapers, _ballot: Any) -> Done[None]:
    mix(command.ballot_id)
    return Done(None)


def mix(ballot_id: UUID) -> None:
    """The mixing itself, for a box that the caller has locked; nothing where it is mixed already."""
    with connection.cursor() as cursor:
        cursor.execute(UNMIXED, [ballot_id])
        if cursor.fetchone()[0]:
            cursor.execute(MIX, [ballot_id, ballot_id])
