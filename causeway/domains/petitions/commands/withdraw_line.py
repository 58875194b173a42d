"""Take a line of a sheet out, because the signer asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.petitions.commands import twins
from causeway.domains.petitions.models import Petition, SheetLine, Signature
from causeway.domains.petitions.paper_policies import may_settle_signature
from causeway.domains.petitions.sheet_codes import code_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class WithdrawLine(Command[SheetLine]):
    """Delete a paper signature at the signer’s wish. If it has a twin that was set aside, that one counts again."""

    signature_id: UUID


def paper_signature(command: Any) -> Signature:
    """The signature on paper that the command names, with its petition locked against other matching."""
    rows = Signature.objects.select_related("petition__campaign", "line__sheet")
    signature = rows.filter(pk=command.signature_id, source=Signature.Source.PAPER, line__isnull=False).first()
    if signature is None:
        raise Missing
    Petition.objects.select_for_update(no_key=True).get(pk=signature.petition_id)
    return signature


@performs(
    WithdrawLine,
    policy=may_settle_signature,
    says="took line {line} of sheet {sheet} of “{petition}” out at the signer’s wish",
    finds=paper_signature,
)
def withdraw_line(_actor: Actor, _command: WithdrawLine, signature: Signature) -> Done[SheetLine]:
    line, petition = signature.line, signature.petition
    heir = twins.hand_on(signature)
    SheetLine.objects.filter(pk=line.pk).update(signature=None, withdrawn_on=clock.today())
    signature.delete()
    return Done(
        line,
        events=twins.counting_again(heir),
        scope=petition.campaign.alliance_id,
        about=petition.pk,
        named={"line": str(line.number), "sheet": code_of(line.sheet.number), "petition": petition.title},
    )
