"""Take the endorsement of an adopted open letter back."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import TextEndorsement
from causeway.domains.assemblies.motion_policies import may_withdraw_text_endorsement
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawTextEndorsement(Command[TextEndorsement]):
    """Take an organisation’s name off an adopted open letter; the page does not show it any more."""

    endorsement_id: int


@performs(
    WithdrawTextEndorsement,
    policy=may_withdraw_text_endorsement,
    says="took “{organisation}” off the open letter “{text}”",
    finds=locked(TextEndorsement, "endorsement_id"),
)
def withdraw_text_endorsement(
    _actor: Actor, _command: WithdrawTextEndorsement, endorsement: TextEndorsement
) -> Done[TextEndorsement]:
    if endorsement.withdrawn_on:
        raise Conflict(_("Its name was taken off already."))
    endorsement.withdrawn_on = clock.today()
    endorsement.save(update_fields=["withdrawn_on"])
    named = {"text": endorsement.text.title, "organisation": endorsement.organisation.name}
    return Done(endorsement, scope=endorsement.organisation_id, about=endorsement.text_id, named=named)
