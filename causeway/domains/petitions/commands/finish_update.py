"""Note that an update has gone to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.petitions.models import Update
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class FinishUpdate(Command[Update]):
    """Note when the last letter of an update left."""

    update_id: UUID


@performs(
    FinishUpdate,
    policy=only_a_job,
    says="sent an update to {letters} signers who agreed to it",
    finds=locked(Update, "update_id"),
)
def finish_update(_actor: Actor, _command: FinishUpdate, update: Update) -> Done[Update]:
    update.sent_at = update.sent_at or clock.now()
    update.save(update_fields=["sent_at"])
    return Done(
        update,
        scope=update.organisation_id or update.petition.campaign.alliance_id,
        about=update.petition_id,
        named={"letters": str(update.letters)},
    )
