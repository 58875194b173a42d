"""Take in a package of tender notices, to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.events import TenderPackageReceived
from causeway.domains.services.models import TenderFeed, TenderPackage
from causeway.domains.services.ocds.packages import LARGEST_PACKAGE
from causeway.domains.services.ocds.values import text_of
from causeway.domains.services.policies.tenders import may_take_in_tenders
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid, TooMany

MOST_WAITING = 60


@dataclass(frozen=True, kw_only=True)
class ReceiveTenderPackage(Command[TenderPackage]):
    """Keep a file's bytes until a job has read them."""

    alliance_id: UUID
    name: str
    body: bytes = field(repr=False)
    feed_id: UUID | None = None


@performs(
    ReceiveTenderPackage,
    policy=may_take_in_tenders,
    says="took in a package of tender notices, “{name}”",
    finds=found(Alliance, "alliance_id"),
)
def receive_tender_package(_actor: Actor, command: ReceiveTenderPackage, alliance: Alliance) -> Done[TenderPackage]:
    if not command.body.strip():
        raise Invalid(file=_("This file is empty."))
    if len(command.body) > LARGEST_PACKAGE:
        raise Invalid(file=_("This file is larger than 20 MB. Ask the publisher for a shorter time span."))
    if TenderPackage.objects.filter(alliance=alliance, state=TenderPackage.State.QUEUED).count() >= MOST_WAITING:
        raise TooMany(_("Many files wait to be read already. Try again when they are done."))
    feed = TenderFeed.objects.filter(pk=command.feed_id, alliance=alliance).first() if command.feed_id else None
    package = TenderPackage.objects.create(
        alliance=alliance,
        feed=feed,
        name=text_of(command.name, 200) or _("A file"),
        body=command.body,
        received_at=clock.now(),
    )
    return Done(
        package,
        events=[TenderPackageReceived(package_id=package.pk)],
        scope=alliance.pk,
        about=package.pk,
        named={"name": package.name},
    )
