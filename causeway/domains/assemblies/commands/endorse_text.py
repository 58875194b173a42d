"""Endorse an adopted open letter for an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.models import AdoptedText, TextEndorsement
from causeway.domains.assemblies.motion_policies import may_endorse_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class EndorseText(Command[TextEndorsement]):
    """Put an organisation’s name under an open letter that was adopted. Any organisation may, of whatever alliance."""

    text_id: UUID
    organisation_id: UUID


def text_and_organisation(command: EndorseText) -> tuple[AdoptedText, Organisation]:
    """The letter, and who is to stand behind it. Raises Missing."""
    text = AdoptedText.objects.filter(pk=command.text_id).first()
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if text is None or organisation is None:
        raise Missing
    return text, organisation


@performs(
    EndorseText,
    policy=may_endorse_text,
    says="endorsed the open letter “{text}” for “{organisation}”",
    finds=text_and_organisation,
)
def endorse_text(
    _actor: Actor, _command: EndorseText, subject: tuple[AdoptedText, Organisation]
) -> Done[TextEndorsement]:
    text, organisation = subject
    if text.ended_on:
        raise Conflict(_("This letter is not upheld any more."))
    endorsement, made = TextEndorsement.objects.get_or_create(
        text=text, organisation=organisation, withdrawn_on=None, defaults={"endorsed_on": clock.today()}
    )
    if not made:
        raise Conflict(_("Your organisation has endorsed this letter already."))
    named = {"text": text.title, "organisation": organisation.name}
    return Done(endorsement, scope=organisation.pk, about=text.pk, named=named)
