"""Ask for the next step."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.facts import NextStepAsked
from causeway.domains.campaigns.ladder_policies import Asking, may_ask_for_next_step
from causeway.domains.campaigns.ladder_standing import standing_on
from causeway.domains.campaigns.models import Ask, Campaign, Contact, Rung
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid, Missing

SHORTEST, LONGEST = 20, 1500


@dataclass(frozen=True, kw_only=True)
class AskForNextStep(Command[Ask]):
    """Send one short message to those on a rung who agreed to hear from the body that asks. A job sends it."""

    campaign_id: UUID
    controller_id: UUID
    rung: str
    subject: str
    message: str


def find_asking(command: AskForNextStep) -> Asking:
    """The campaign, locked: one ask at a time. Raises Missing."""
    campaign = Campaign.objects.select_for_update(no_key=True).filter(pk=command.campaign_id).first()
    if campaign is None:
        raise Missing
    return Asking(campaign, command.controller_id)


@performs(
    AskForNextStep,
    policy=may_ask_for_next_step,
    says="asked supporters of “{campaign}” for the next step",
    finds=find_asking,
)
def ask_for_next_step(actor: Actor, command: AskForNextStep, asking: Asking) -> Done[Ask]:
    campaign = asking.campaign
    require_message(command.rung, command.subject, command.message)
    if campaign.asks.filter(finished_at=None).exists():
        raise Conflict(_("An earlier message is still going out. Wait until it is through."))
    on_rung = standing_on(campaign, command.rung)
    left = Contact.objects.filter(campaign=campaign, controller_id=command.controller_id)
    reachable = sum(1 for index in left.values_list("person_index", flat=True) if bytes(index) in on_rung)
    ask = Ask.objects.create(
        campaign=campaign,
        controller_id=command.controller_id,
        by_id=signed_in(actor),
        rung=command.rung,
        subject=command.subject.strip(),
        message=command.message.strip(),
        asked_at=clock.now(),
        on_rung=len(on_rung),
        no_consent=len(on_rung) - reachable,
    )
    return Done(
        ask,
        events=[NextStepAsked(ask_id=ask.pk)],
        scope=campaign.alliance_id,
        about=ask.pk,
        named={"campaign": campaign.name},
    )


def require_message(rung: str, subject: str, message: str) -> None:
    """A rung, a subject and a short message. Raises Invalid."""
    if rung not in Rung.values or rung == Rung.SAID_YES:
        raise Invalid(rung=_("Choose whom to ask."))
    if not subject.strip() or len(subject) > 120 or "\n" in subject:
        raise Invalid(subject=_("Give a subject of at most 120 characters."))
    if not SHORTEST <= len(message.strip()) <= LONGEST:
        raise Invalid(
            message=_("Write between %(least)s and %(most)s characters.") % {"least": SHORTEST, "most": LONGEST}
        )
