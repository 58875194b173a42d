"""A vote of Westbury of which papers come by post: Ravi opens the envelopes, Ugo and Hana type the papers in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.assemblies.commands.allow_post import AllowPost
from causeway.domains.assemblies.commands.ask_for_paper import AskForPaper
from causeway.domains.assemblies.commands.begin_stack import BeginStack
from causeway.domains.assemblies.commands.open_envelope import OpenEnvelope
from causeway.domains.assemblies.commands.take_up_duty import TakeUpDuty
from causeway.domains.assemblies.commands.type_paper import TypePaper
from causeway.domains.assemblies.models import Duty, Phase, PostalPaper, PostalVote, Process, Stack
from causeway.domains.assemblies.postal import duty_code
from causeway.domains.people.models import Person
from causeway.kernel.actors import Actor, Member
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

CLERK, TELLERS = "rep", ("user_officer", "handler_one")
RETURN_TO = "The Returning Officer, Westbury Library, Westbury"
MARKS = ((1, 2, 0, 0), (2, 1, 0, 0), (1, 0, 2, 0), (0, 0, 1, 0), (0, 1, 2, 3))


def take_up(s: Scene, process: Process, name: str, kind: str) -> Duty:
    """Somebody takes a duty up with its code."""
    return perform(s.actor(name), TakeUpDuty(process_id=process.pk, code=duty_code(process, kind)))


def posted(s: Scene, **changes: Any) -> Process:
    """A fresh vote that is open, closes tomorrow, and takes envelopes until two hours before; all duties are taken."""
    process = room.let_pass(room.settled(s, **changes), 2 * room.DAY)
    post_by = process.phases.get(kind=Phase.Kind.VOTE).closes_at - timedelta(hours=2)
    perform(s.actor("coordinator"), AllowPost(process_id=process.pk, return_to=RETURN_TO, post_by=post_by))
    take_up(s, process, CLERK, Duty.Kind.CLERK)
    for name in TELLERS:
        take_up(s, process, name, Duty.Kind.TELLER)
    return Process.objects.get(pk=process.pk)


def ask(process: Process, voter: Person, address: str = "") -> PostalPaper:
    """A voter asks for a paper."""
    return perform(Member(voter.pk), AskForPaper(process_id=process.pk, address=address))


def open_(s: Scene, process: Process, code: str, by: str = CLERK) -> PostalVote:
    """The clerk opens an envelope."""
    return perform(s.actor(by), OpenEnvelope(process_id=process.pk, code=code))


def opened(s: Scene, process: Process, number: int = 5) -> None:
    """So many members ask for papers, and their envelopes are opened."""
    for voter in room.members(s)[:number]:
        open_(s, process, ask(process, voter).code)


def begun(s: Scene, process: Process, size: int = 5) -> Stack:
    """A teller begins a stack."""
    return perform(s.actor(TELLERS[0]), BeginStack(process_id=process.pk, size=size))


def type_(actor: Actor, stack: Stack, number: int, *marks: int, **more: Any) -> bool:
    """A teller types a paper in."""
    return perform(actor, TypePaper(stack_id=stack.pk, number=number, marks=marks, **more))


def type_all(s: Scene, stack: Stack, name: str, papers: tuple[tuple[int, ...], ...] = MARKS) -> bool:
    """A teller types the whole stack in; whether it is entered by that."""
    return [type_(s.actor(name), stack, number, *marks) for number, marks in enumerate(papers, start=1)][-1]


def by_post(s: Scene) -> Process:
    """Una asked for a paper; nothing came back."""

    def make() -> Process:
        process = posted(s, title="The committee, by post")
        ask(process, s.people["user"])
        return process

    made: Process = s.once("assemblies.by post", make)
    return Process.objects.get(pk=made.pk)


def with_stack(s: Scene) -> Stack:
    """Five envelopes are opened, and a stack is begun."""

    def make() -> Stack:
        process = posted(s, title="The committee, with a stack")
        opened(s, process)
        return begun(s, process)

    made: Stack = s.once("assemblies.stack", make)
    return Stack.objects.get(pk=made.pk)


def waiting_papers(s: Scene) -> Process:
    """Five envelopes are opened, and no stack is begun."""

    def make() -> Process:
        process = posted(s, title="The committee, papers waiting")
        opened(s, process)
        return process

    made: Process = s.once("assemblies.waiting papers", make)
    return Process.objects.get(pk=made.pk)
