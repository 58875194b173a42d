"""Reads of votes by post: for voters, for those who run the vote, for clerks and for tellers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from causeway.domains.assemblies.course import Stage, has_ballot, stage_of
from causeway.domains.assemblies.marks import Marks
from causeway.domains.assemblies.models import Ballot, Duty, PostalPaper, PostalVote, Process, Roll, Stack, StackCount
from causeway.domains.assemblies.postal import (
    agreed_papers,
    differing,
    duty_code,
    duty_of,
    least_stack,
    takes_envelopes,
    waiting,
)
from causeway.domains.assemblies.standing import elector_of, has_voted, runs
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Missing


@dataclass(frozen=True)
class PostShown:
    """What the page of a vote says of the post to one actor."""

    process: Process
    vote: PostalVote | None
    stage: str
    may_ask: bool
    paper: PostalPaper | None
    runs_it: bool
    may_allow: bool
    duty: str
    codes: list[tuple[str, str]]
    """The duties with their codes, for those who run it."""
    asked: int
    waiting: int


def postal_vote_of(process: Process) -> PostalVote:
    """How papers of this vote come by post. Raises Missing where they do not."""
    vote = vote_by_post(process)
    if vote is None:
        raise Missing
    return vote


def vote_by_post(process: Process) -> PostalVote | None:
    """How papers of this vote come by post; None where they do not."""
    vote: PostalVote | None = getattr(process, "postal_vote", None)
    return vote


def may_come_by_post(process: Process) -> bool:
    """Whether this is a secret ballot, of which papers could come by post."""
    secret = has_ballot(process) and process.roll.rule != Roll.Rule.CARDS
    return secret and process.blueprint != Process.Blueprint.POLL


def post_shown(actor: Actor, process: Process) -> PostShown:
    """The post of a vote. Who asked for papers nobody sees; how many, those who run it."""
    vote = vote_by_post(process)
    stage, runs_it = stage_of(process), runs(actor, process)
    paper = own_paper(actor, process) if vote else None
    elector = elector_of(actor, process.roll)
    open_now = vote is not None and takes_envelopes(vote)
    ended = stage in {Stage.TO_COUNT, Stage.COUNTED, Stage.CANCELLED}
    return PostShown(
        process=process,
        vote=vote,
        stage=stage.name.lower(),
        may_ask=open_now and elector is not None and not has_voted(elector),
        paper=paper,
        runs_it=runs_it,
        may_allow=runs_it and not ended,
        duty=duty_of(actor, process) if vote and not ended else "",
        codes=[(str(Duty.Kind(kind).label), duty_code(process, kind)) for kind in Duty.Kind.values] if runs_it else [],
        asked=len(papers_to_issue(vote)) if vote and runs_it else 0,
        waiting=waiting(vote) if vote else 0,
    )


def own_paper(actor: Actor, process: Process) -> PostalPaper | None:
    """The paper that the actor asked for."""
    elector = elector_of(actor, process.roll)
    return PostalPaper.objects.filter(elector=elector).first() if elector else None


def papers_to_issue(vote: PostalVote) -> list[PostalPaper]:
    """The papers that were asked for and not issued, in an order that names nobody. Who has voted here is not told."""
    return list(PostalPaper.objects.filter(elector__roll=vote.pk, issued_on=None).order_by("code"))


@dataclass(frozen=True)
class StackShown:
    """What a teller sees: the stack, their own papers, and where the two differ once both have typed all."""

    vote: PostalVote
    stack: Stack | None
    least: int
    waiting: int
    number: int
    """The paper to type next; 0 where none is left."""
    typed: int
    mine: list[Marks | None]
    waits_for_other: bool
    differs: list[tuple[int, str, str]]
    """Paper, what the first teller typed, what the second typed."""


def stack_shown(actor: Actor, vote: PostalVote, names: Sequence[str], wanted: str = "") -> StackShown:
    """The stack that is being typed in, for one of its tellers. ``wanted``: the number of a paper to correct."""
    stack = Stack.objects.filter(vote=vote).first()
    counts = list(stack.counts.all()) if stack else []
    own = next((count for count in counts if count.teller_id == person_of(actor)), None)
    mine = list(own.papers) if own else [None] * (stack.size if stack else 0)
    typed = sum(marks is not None for marks in mine)
    among = own is not None
    return StackShown(
        vote=vote,
        stack=stack,
        least=max(least_stack(vote), 1),
        waiting=waiting(vote),
        number=_next(mine, wanted),
        typed=typed,
        mine=mine,
        waits_for_other=bool(stack) and typed == len(mine) and agreed_papers_missing(stack, counts),
        differs=_differences(vote.process.ballot, counts, names) if among else [],
    )


def agreed_papers_missing(stack: Stack | None, counts: Sequence[StackCount]) -> bool:
    """Whether the other teller has not typed all papers yet."""
    return stack is not None and agreed_papers(stack, counts) is None and not differing(counts)


def _next(mine: Sequence[Marks | None], wanted: str) -> int:
    if wanted.isdecimal() and 1 <= int(wanted) <= len(mine):
        return int(wanted)
    return next((number for number, marks in enumerate(mine, start=1) if marks is None), 0)


def _differences(ballot: Ballot, counts: Sequence[StackCount], names: Sequence[str]) -> list[tuple[int, str, str]]:
    found = []
    for number in differing(counts):
        one, other = (in_words(ballot, count.papers[number - 1], names) for count in counts)
        found.append((number, one, other))
    return found


def in_words(ballot: Ballot, marks: Marks, names: Sequence[str]) -> str:
    """The marks of a paper in a line; "–" for a blank one."""
    marked = [(mark, name) for mark, name in zip(marks, names, strict=True) if mark]
    if ballot.form in {Ballot.Form.RANKED, Ballot.Form.SCORE}:
        return ", ".join(f"{mark} {name}" for mark, name in sorted(marked)) or "–"
    return ", ".join(name for _mark, name in marked) or "–"
