"""Write down a mandate that was adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.mandate_policies import may_adopt_mandate
from causeway.domains.assemblies.mandate_queries import texts_of
from causeway.domains.assemblies.models import Committee, Mandate
from causeway.domains.campaigns.wording import a_day, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class AdoptMandate(Command[Mandate]):
    """Give a committee its mandate in the words that the body adopted. The earlier ones stay on its page.

    ``text_id``: the adopted text of a motion from which it comes, if there is one.
    """

    committee_id: UUID
    text: str
    adopted_on: date
    text_id: UUID | None = None


@performs(
    AdoptMandate,
    policy=may_adopt_mandate,
    says="wrote down the mandate of “{committee}”",
    finds=locked(Committee, "committee_id"),
)
def adopt_mandate(actor: Actor, command: AdoptMandate, committee: Committee) -> Done[Mandate]:
    known = {text.pk: text for text in texts_of(actor, committee)}
    if command.text_id and command.text_id not in known:
        raise Invalid(text_id=_("This body has adopted no such text. Choose again."))
    mandate = Mandate.objects.create(
        committee=committee,
        text=some_text(command.text, "text", longest=6000),
        adopted_on=a_day(command.adopted_on, "adopted_on", not_future=True),
        adopted_text=known[command.text_id] if command.text_id else None,
        written_on=clock.today(),
    )
    return in_committees_trail(committee, mandate)
