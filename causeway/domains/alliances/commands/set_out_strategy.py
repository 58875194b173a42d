"""Set out an alliance’s strategy in strands."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Alliance, Strand
from causeway.domains.alliances.policies import may_keep_page
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

MOST_STRANDS = 8


@dataclass(frozen=True)
class StrandText:
    """One strand: a short title, and what it means here."""

    title: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class SetOutStrategy(Command[Alliance]):
    """Set the strands of an alliance's strategy, in their order; they take the place of those before."""

    alliance_id: UUID
    strands: tuple[StrandText, ...]


@performs(
    SetOutStrategy,
    policy=may_keep_page,
    says="set out the strategy of “{alliance}” in {number} strands",
    finds=locked(Alliance, "alliance_id"),
)
def set_out_strategy(_actor: Actor, command: SetOutStrategy, alliance: Alliance) -> Done[Alliance]:
    if len(command.strands) > MOST_STRANDS:
        raise Invalid(_("A strategy has eight strands at most: fewer are easier to keep in mind."))
    alliance.strands.all().delete()
    for position, strand in enumerate(command.strands):
        store(Strand(alliance=alliance, position=position, title=strand.title.strip(), text=strand.text))
    number = str(len(command.strands))
    return Done(alliance, scope=alliance.pk, about=alliance.pk, named={"alliance": alliance.name, "number": number})
