"""Who may do what in votes by post."""

from __future__ import annotations

from causeway.domains.assemblies.commands.allow_post import AllowPost
from causeway.domains.assemblies.commands.ask_for_paper import AskForPaper
from causeway.domains.assemblies.commands.begin_stack import BeginStack
from causeway.domains.assemblies.commands.discard_stack import DiscardStack
from causeway.domains.assemblies.commands.issue_papers import IssuePapers
from causeway.domains.assemblies.commands.open_envelope import OpenEnvelope
from causeway.domains.assemblies.commands.take_up_duty import TakeUpDuty
from causeway.domains.assemblies.commands.type_paper import TypePaper
from causeway.domains.assemblies.models import Duty, PostalPaper
from causeway.domains.assemblies.postal import duty_code
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from tests.domains.assemblies import postal_scene as post
from tests.domains.assemblies import scene as room
from tests.matrix import CommandCase, PageCase
from tests.scenes import Scene

CORA = frozenset({"coordinator"})
UNA = frozenset({"user"})
CLERK = frozenset({post.CLERK})
TELLERS = frozenset(post.TELLERS)
WESTBURY = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})


def _open(s: Scene, _actor: Actor) -> OpenEnvelope:
    process = post.by_post(s)
    return OpenEnvelope(process_id=process.pk, code=PostalPaper.objects.get(elector__roll=process.pk).code)


def _allow(s: Scene, _actor: Actor) -> AllowPost:
    return AllowPost(process_id=room.lying_open(s).pk, return_to=post.RETURN_TO, post_by=clock.now() + room.DAY)


def _duty(s: Scene, _actor: Actor) -> TakeUpDuty:
    process = post.by_post(s)
    return TakeUpDuty(process_id=process.pk, code=duty_code(process, Duty.Kind.TELLER))


COMMANDS: dict[str, CommandCase] = {
    "AllowPost": CommandCase(_allow, CORA),
    "AskForPaper": CommandCase(lambda s, _a: AskForPaper(process_id=post.by_post(s).pk), UNA),
    "IssuePapers": CommandCase(lambda s, _a: IssuePapers(process_id=post.by_post(s).pk), CORA),
    "TakeUpDuty": CommandCase(_duty, WESTBURY),
    "OpenEnvelope": CommandCase(_open, CLERK),
    "BeginStack": CommandCase(lambda s, _a: BeginStack(process_id=post.waiting_papers(s).pk, size=5), TELLERS),
    "TypePaper": CommandCase(
        lambda s, _a: TypePaper(stack_id=post.with_stack(s).pk, number=1, marks=(1, 0, 0, 0)), TELLERS
    ),
    "DiscardStack": CommandCase(lambda s, _a: DiscardStack(stack_id=post.with_stack(s).pk), TELLERS),
}

PAGES: dict[str, PageCase] = {
    "assemblies:allow_post": PageCase(CORA, lambda s: {"slug": post.by_post(s).slug}),
    "assemblies:ask_for_paper": PageCase(UNA, lambda s: {"slug": post.by_post(s).slug}),
    "assemblies:issue_papers": PageCase(CORA, lambda s: {"slug": post.by_post(s).slug}),
    "assemblies:take_up_duty": PageCase(WESTBURY, lambda s: {"slug": post.by_post(s).slug}),
    "assemblies:packs_pdf": PageCase(CORA, lambda s: {"slug": post.by_post(s).slug}),
    "assemblies:pack_pdf": PageCase(UNA, lambda s: {"slug": post.by_post(s).slug}),
    "assemblies:envelopes": PageCase(CLERK, lambda s: {"slug": post.by_post(s).slug}),
    "assemblies:stack": PageCase(TELLERS, lambda s: {"slug": post.with_stack(s).vote.process.slug}),
    "assemblies:discard_stack": PageCase(
        TELLERS,
        lambda s: {"slug": post.with_stack(s).vote.process.slug, "stack_id": post.with_stack(s).pk},
        method="post",
    ),
}
