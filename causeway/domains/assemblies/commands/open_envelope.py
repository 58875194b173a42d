"""Open an outer envelope."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import PostalPaper, PostalVote, Voted
from causeway.domains.assemblies.postal import takes_envelopes
from causeway.domains.assemblies.postal_policies import may_open_envelope
from causeway.domains.assemblies.standing import has_voted
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class OpenEnvelope(Command[PostalVote]):
    """Take in an outer envelope by its code: its voter has voted from now on, here and on paper alike.

    The inner envelope goes unopened to the others, and nothing is kept of when it came.
    """

    process_id: UUID
    code: str


@performs(
    OpenEnvelope,
    policy=may_open_envelope,
    says="took in an envelope of “{process}”",
    finds=locked(PostalVote, "process_id"),
    to_the_day=True,
)
def open_envelope(_actor: Actor, command: OpenEnvelope, vote: PostalVote) -> Done[PostalVote]:
    if not takes_envelopes(vote):
        raise Conflict(_("The day for the post is over. Put this envelope aside unopened."))
    paper = (
        PostalPaper.objects.filter(elector__roll=vote.pk, code=command.code).select_related("elector__voted").first()
    )
    if paper is None:
        raise Invalid(code=_("No envelope of this vote has this code. Check it letter by letter."))
    if has_voted(paper.elector):
        raise Conflict(_("This voter has voted already. Put the envelope aside unopened: it does not count."))
    Voted.objects.create(elector=paper.elector)
    PostalPaper.objects.filter(elector=paper.elector, issued_on=None).update(issued_on=clock.today(), address="")
    vote.envelopes += 1
    vote.save(update_fields=["envelopes"])
    return in_trail(vote.process, vote)
