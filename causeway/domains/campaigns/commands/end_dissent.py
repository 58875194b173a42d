"""End an organisation’s dissent from a demand."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.campaigns.models import (
    Dissent,
)
from causeway.domains.campaigns.policies import (
    OnBehalf,
    may_speak_in_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class EndDissent(Command[None]):
    """Take a published dissent back."""

    dissent_id: int


def find_dissent(command: EndDissent) -> OnBehalf:
    """The campaign and the organisation of the dissent."""
    dissent = Dissent.objects.select_related("demand__campaign", "organisation").filter(pk=command.dissent_id).first()
    if dissent is None:
        raise Missing
    return OnBehalf(dissent.demand.campaign, dissent.organisation)


@performs(
    EndDissent,
    policy=may_speak_in_campaign,
    says="ended the dissent of “{organisation}” from a demand of the campaign “{campaign}”",
    finds=find_dissent,
)
def end_dissent(_actor: Actor, command: EndDissent, subject: OnBehalf) -> Done[None]:
    Dissent.objects.filter(pk=command.dissent_id).delete()
    organisation = subject.organisation
    return in_trail(subject.campaign, None, about=organisation.pk, organisation=organisation.name)
