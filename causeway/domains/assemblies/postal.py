"""Votes by post: what is open, who has which duty, and when two counts of a stack agree."""

from __future__ import annotations

from collections.abc import Sequence

from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.assemblies.marks import Marks
from causeway.domains.assemblies.models import Duty, PostalVote, Process, Stack, StackCount
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.codes import LETTERS
from causeway.kernel.sealing import blind_index

LEAST_STACK = 5
"""Fewer papers than this are typed in only when no more can come: a stack of one is somebody's paper."""
DUTY_CODE = 8
TELLERS = 2


def duty_code(process: Process, kind: str) -> str:
    """The code by which somebody takes a duty up; those who run the vote read it, and give it to whom they ask."""
    digest = blind_index(f"{process.pk} {kind}", "assemblies.duty")
    return "".join(LETTERS[byte & 31] for byte in digest[:DUTY_CODE])


def kind_with(process: Process, code: str) -> str:
    """The duty that this code gives in this vote; "" where it gives none."""
    return next((kind for kind in Duty.Kind.values if code and duty_code(process, kind) == code), "")


def duty_of(actor: Actor, process: Process) -> str:
    """The actor's duty in this vote; "" for none."""
    person_id = person_of(actor)
    if person_id is None:
        return ""
    return Duty.objects.filter(process=process, person_id=person_id).values_list("kind", flat=True).first() or ""


def takes_envelopes(vote: PostalVote) -> bool:
    """Whether envelopes are taken in now: the vote is open, and the day for the post is not over."""
    return stage_of(vote.process) is Stage.VOTING and clock.now() < vote.post_by


def waiting(vote: PostalVote) -> int:
    """How many papers wait to be typed in."""
    return vote.envelopes - vote.entered


def least_stack(vote: PostalVote) -> int:
    """How many papers a stack must hold now: all that are left, once no more can come."""
    return LEAST_STACK if clock.now() < vote.post_by else min(LEAST_STACK, waiting(vote))


def is_typed(count: StackCount) -> bool:
    """Whether a teller has typed every paper of the stack."""
    return all(marks is not None for marks in count.papers)


def agreed_papers(stack: Stack, counts: Sequence[StackCount]) -> list[Marks] | None:
    """The papers of the stack once two tellers came to the same; None before."""
    if len(counts) < TELLERS or not all(map(is_typed, counts)) or counts[0].papers != counts[1].papers:
        return None
    papers: list[Marks] = counts[0].papers
    return papers


def differing(counts: Sequence[StackCount]) -> list[int]:
    """The numbers (from 1) of the papers on which two tellers differ, once both have typed all."""
    if len(counts) < TELLERS or not all(map(is_typed, counts)):
        return []
    pairs = zip(counts[0].papers, counts[1].papers, strict=True)
    return [number for number, (one, other) in enumerate(pairs, start=1) if one != other]
