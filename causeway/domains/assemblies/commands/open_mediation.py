"""Ask other organisations to talk in private."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.commands.in_mediation import in_own_trail, name_mediator
from causeway.domains.assemblies.events import MediationOpened, MediatorNamed
from causeway.domains.assemblies.mediation_policies import may_open_mediation
from causeway.domains.assemblies.mediation_queries import to_talk_to
from causeway.domains.assemblies.models import Mediation, MediationMessage, MediationParty
from causeway.domains.assemblies.motion_queries import visible_motions
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid

MOST_PARTIES = 10


@dataclass(frozen=True, kw_only=True)
class OpenMediation(Command[Mediation]):
    """Open a thread that only the officers of the organisations named read, before a disagreement is public.

    ``email``: of somebody whom all may trust; they accept, each organisation agrees, and only then do they read it.
    """

    organisation_id: UUID
    other_ids: tuple[UUID, ...]
    subject: str = field(repr=False)
    text: str = field(repr=False)
    email: str = field(default="", repr=False)
    motion_id: UUID | None = None


@performs(
    OpenMediation,
    policy=may_open_mediation,
    says="asked other organisations to talk in private",
    finds=found(Organisation, "organisation_id"),
)
def open_mediation(actor: Actor, command: OpenMediation, organisation: Organisation) -> Done[Mediation]:
    others = _checked_others(command, organisation)
    motion = visible_motions(actor).filter(pk=command.motion_id).first() if command.motion_id else None
    mediation = Mediation.objects.create(
        motion=motion,
        subject=some_text(command.subject, "subject", longest=200),
        opened_on=clock.today(),
    )
    MediationParty.objects.bulk_create(
        MediationParty(mediation=mediation, organisation=one) for one in (organisation, *others)
    )
    MediationMessage.objects.create(
        mediation=mediation,
        organisation=organisation,
        written_by_id=signed_in(actor),
        written_at=clock.now(),
        text=some_text(command.text, "text", longest=4000),
    )
    if command.email.strip():
        name_mediator(mediation, command.email)
        mediation.parties.filter(organisation=organisation).update(agreed_on=clock.today())
    named = [MediatorNamed(mediation_id=mediation.pk)] if mediation.mediator_index else []
    return in_own_trail(mediation, mediation, MediationOpened(mediation_id=mediation.pk), *named)


def _checked_others(command: OpenMediation, organisation: Organisation) -> list[Organisation]:
    wanted = set(command.other_ids) - {organisation.pk}
    others = [one for one in to_talk_to([organisation]) if one.pk in wanted]
    if not others or len(others) < len(wanted):
        raise Invalid(others=_("Choose at least one organisation that stands in an alliance with yours."))
    if len(others) >= MOST_PARTIES:
        raise Invalid(others=_("Talk with at most %(most)s organisations at once.") % {"most": MOST_PARTIES - 1})
    return others
