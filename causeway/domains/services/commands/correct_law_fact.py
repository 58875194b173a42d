"""Correct, for an alliance, what the site says about the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.filled_in import short_text, web_address
from causeway.domains.services.law import FACTS
from causeway.domains.services.models import LawNote
from causeway.domains.services.policies.threats import may_correct_law
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class CorrectLawFact(Command[LawNote]):
    """Say what the law says now, since when and by which source; shown beside what the site says."""

    alliance_id: UUID
    fact: str
    says: str
    source: str
    source_url: str = ""
    valid_from: date | None = None


@performs(
    CorrectLawFact,
    policy=may_correct_law,
    says="corrected what is said about the law: {fact}",
    finds=found(Alliance, "alliance_id"),
)
def correct_law_fact(_actor: Actor, command: CorrectLawFact, alliance: Alliance) -> Done[LawNote]:
    if command.fact not in FACTS:
        raise Invalid(fact=_("There is no such fact."))
    note = LawNote.objects.create(
        alliance=alliance,
        fact=command.fact,
        says=short_text("says", command.says, longest=2000),
        source=short_text("source", command.source, longest=300),
        source_url=web_address("source_url", command.source_url),
        valid_from=command.valid_from,
        noted_on=clock.today(),
    )
    return Done(note, scope=alliance.pk, about=alliance.pk, named={"fact": str(FACTS[command.fact].title)})
