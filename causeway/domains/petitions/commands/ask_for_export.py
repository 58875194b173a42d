"""Ask for a file of signatures."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.drafting import checked_words
from causeway.domains.petitions.models import Export, Petition
from causeway.domains.petitions.policies import may_ask_for_export
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class AskForExport(Command[Export]):
    """Ask for a file, saying what it is for. Nothing leaves until a second person has agreed."""

    petition_id: UUID
    reason: str
    kind: str = Export.Kind.NAMES
    organisation_id: UUID | None = None


@performs(
    AskForExport,
    policy=may_ask_for_export,
    says="asked for a file of signatures of “{petition}”: {kind}",
    finds=found(Petition, "petition_id", "campaign"),
)
def ask_for_export(actor: Actor, command: AskForExport, petition: Petition) -> Done[Export]:
    if command.kind not in Export.Kind.values:
        raise Invalid(kind=_("Choose what the file holds."))
    reason = checked_words(reason=command.reason, longest=300)
    if len(reason) < 10:
        raise Invalid(reason=_("Say in a sentence what the file is for: whoever agrees to it decides by that."))
    addresses = command.kind == Export.Kind.ADDRESSES
    offered = petition.organisations.filter(pk=command.organisation_id).exists() if command.organisation_id else False
    if addresses and not offered:
        raise Invalid(organisation=_("Choose the organisation that signers gave their addresses to."))
    export = Export.objects.create(
        petition=petition,
        kind=command.kind,
        organisation_id=command.organisation_id if addresses else None,
        reason=reason,
        asked_by_id=signed_in(actor),
        asked_at=clock.now(),
    )
    return Done(
        export,
        scope=petition.campaign.alliance_id,
        about=export.pk,
        named={"petition": petition.title, "kind": export.get_kind_display().lower()},
    )
