"""Ask for a ballot paper by post."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import PostalPaper, PostalVote
from causeway.domains.assemblies.postal_policies import may_ask_for_paper
from causeway.domains.assemblies.receipts import new_receipt
from causeway.domains.assemblies.standing import elector_of, has_voted
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class AskForPaper(Command[PostalPaper]):
    """Ask for a paper, to print oneself, to fetch, or to be sent to ``address``, which is deleted once it was sent.

    It marks nothing: until the envelope is opened, one may still vote here instead.
    """

    process_id: UUID
    address: str = field(default="", repr=False)


@performs(
    AskForPaper,
    policy=may_ask_for_paper,
    says="asked for a ballot paper",  # the trail does not say in what: that would tell where somebody belongs
    finds=found(PostalVote, "process_id", "process__roll", "process__ballot"),
    to_the_day=True,
)
def ask_for_paper(actor: Actor, command: AskForPaper, vote: PostalVote) -> Done[PostalPaper]:
    elector = elector_of(actor, vote.process.roll)
    if elector is None:
        raise Missing
    if has_voted(elector):
        raise Conflict(_("You have voted already."))
    address = some_text(command.address, "address", longest=400, needed=False)
    paper = PostalPaper.objects.filter(elector=elector).first() or PostalPaper(elector=elector, code=new_receipt())
    paper.address = "" if paper.issued_on else address
    paper.save()
    return Done(paper)
