"""Agree to be written to."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.models import Channel, Consent, Source
from causeway.domains.people.policies import may_give_consent
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class GiveConsent(Command[Consent]):
    """Let one organisation or alliance write to one address, through one channel, for one purpose.

    ``wording`` is the sentence that the person agreed to, word for word. ``purpose`` is a short lasting name for what
    it allows, for instance ``campaign-news``.
    """

    email: str
    controller_id: UUID
    controller_name: str
    channel: str
    purpose: str
    wording: str
    source: str = Source.PAGE


def find_subject(command: GiveConsent) -> bytes:
    """The blind index of the address."""
    return index_of_address(command.email)


@performs(
    GiveConsent, policy=may_give_consent, says="recorded a consent to hear from “{controller}”", finds=find_subject
)
def give_consent(_actor: Actor, command: GiveConsent, subject_index: bytes) -> Done[Consent]:
    if command.channel not in Channel.values:
        raise Invalid(channel=_("Choose e-mail, text message, phone call or post."))
    if command.source not in Source.values:
        raise Invalid(source=_("Say where the consent was given."))
    if not command.wording.strip() or not command.purpose.strip():
        raise Invalid(wording=_("A consent needs a purpose, and the words that were agreed to."))
    consent, _made = Consent.objects.get_or_create(
        subject_index=subject_index,
        controller_id=command.controller_id,
        channel=command.channel,
        purpose=command.purpose,
        withdrawn_at=None,
        defaults={
            "controller_name": command.controller_name,
            "wording": command.wording,
            "source": command.source,
            "given_at": clock.now(),
        },
    )
    return Done(consent, scope=command.controller_id, named={"controller": command.controller_name})
