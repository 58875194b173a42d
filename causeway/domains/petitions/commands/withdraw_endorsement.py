"""Take an organisation's name off an open letter."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.petitions.models import Endorsement
from causeway.domains.petitions.policies import may_withdraw_endorsement
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawEndorsement(Command[Endorsement]):
    """Take an organisation’s name off an open letter; the page does not show it any more."""

    endorsement_id: int


@performs(
    WithdrawEndorsement,
    policy=may_withdraw_endorsement,
    says="took “{organisation}” off the open letter “{petition}”",
    finds=locked(Endorsement, "endorsement_id"),
)
def withdraw_endorsement(_actor: Actor, _command: WithdrawEndorsement, endorsement: Endorsement) -> Done[Endorsement]:
    if endorsement.withdrawn_on:
        raise Conflict(_("Its name was taken off already."))
    endorsement.withdrawn_on = clock.today()
    endorsement.save(update_fields=["withdrawn_on"])
    return Done(
        endorsement,
        scope=endorsement.organisation_id,
        about=endorsement.petition_id,
        named={"petition": endorsement.petition.title, "organisation": endorsement.organisation.name},
    )
