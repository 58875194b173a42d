"""Publish an impact check."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.wording import some_text
from causeway.domains.impact.content import as_json, content_of
from causeway.domains.impact.models import Edition, ImpactCheck
from causeway.domains.impact.policies import may_publish_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class PublishCheck(Command[Edition]):
    """Publish what is written as the next edition. ``changed`` says what is new in it, from the second on."""

    check_id: UUID
    changed: str = ""


@performs(
    PublishCheck,
    policy=may_publish_check,
    says="published the impact check of “{subject}”, edition {number}",
    finds=locked(ImpactCheck, "check_id"),
)
def publish_check(_actor: Actor, command: PublishCheck, check: ImpactCheck) -> Done[Edition]:
    _ready(check)
    before = check.editions.first()
    content = as_json(content_of(check))
    if before and before.content == content and not check.withdrawn_on:
        raise Conflict(_("Nothing has changed since the last edition."))
    edition = Edition.objects.create(
        check_of=check,
        number=before.number + 1 if before else 1,
        published_on=clock.today(),
        changed=some_text(command.changed, "changed", longest=300, needed=before is not None),
        content=content,
    )
    edition.writers.set(check.writers.all())
    check.published_on = clock.today()
    check.withdrawn_on, check.withdrawn_why = None, ""
    check.save(update_fields=["published_on", "withdrawn_on", "withdrawn_why"])
    return in_trail(check, edition, number=edition.number)


def _ready(check: ImpactCheck) -> None:
    """Raises Conflict where something is missing that readers need."""
    if not check.effects.exists():
        raise Conflict(_("Write at least one effect first: who gains or loses, and by what."))
    if not check.gist:
        raise Conflict(_("Sum it up first: the summary travels with the proposal."))
    if not check.writers.exists():
        raise Conflict(_("A check is written by named people. Somebody must put their name to it first."))
