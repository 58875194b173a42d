"""Bring in the export of a conversation in Polis."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, find_body, kind_of
from causeway.domains.assemblies.models import PolisImport
from causeway.domains.assemblies.polis_events import PolisExportBrought
from causeway.domains.assemblies.polis_files import packed
from causeway.domains.assemblies.polis_policies import may_bring_polis_export
from causeway.domains.assemblies.wording import a_line
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid, TooMany, Unreadable

MOST_WAITING = 5


@dataclass(frozen=True, kw_only=True)
class BringPolisExport(Command[PolisImport]):
    """Keep the files of an export until a job has read them: a zip, or each with its name.

    ``publishes_votes``: those who voted were told that their votes are published, or they are public already.
    """

    body_id: UUID
    title: str
    question: str
    source: str
    sent_files: tuple[tuple[str, bytes], ...] = field(repr=False)
    publishes_votes: bool = False


@performs(
    BringPolisExport,
    policy=may_bring_polis_export,
    says="brought a conversation from elsewhere, “{title}”",
    finds=find_body,
)
def bring_polis_export(_actor: Actor, command: BringPolisExport, body: Body) -> Done[PolisImport]:
    queued = PolisImport.objects.filter(state=PolisImport.State.QUEUED, body_id=body.pk)
    if queued.count() >= MOST_WAITING:
        raise TooMany(_("Some exports wait to be read already. Try again when they are done."))
    try:
        content = packed(command.sent_files)
    except Unreadable as unreadable:
        raise Invalid(sent_files=unreadable.sentence) from unreadable
    brought = PolisImport.objects.create(
        title=a_line(command.title, "title", longest=160),
        question=a_line(command.question, "question", longest=300),
        source=a_line(command.source, "source", longest=200),
        publishes_votes=command.publishes_votes,
        brought_at=clock.now(),
        files=content,
        body_id=body.pk,
    )
    return Done(
        brought,
        events=[PolisExportBrought(import_id=brought.pk)],
        scope=kind_of(body).trail(body),
        about=brought.pk,
        named={"title": brought.title},
    )
