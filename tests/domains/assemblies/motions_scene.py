"""What the tests of motions add to the scene: calls for motions in their phases, motions, amendments and votes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.assemblies.commands.agree_to_mediator import AgreeToMediator
from causeway.domains.assemblies.commands.amend_motion import AmendMotion
from causeway.domains.assemblies.commands.answer_as_mediator import AnswerAsMediator
from causeway.domains.assemblies.commands.call_for_motions import CallForMotions
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.count_hands import CountHands
from causeway.domains.assemblies.commands.endorse_text import EndorseText
from causeway.domains.assemblies.commands.move_motion import MoveMotion
from causeway.domains.assemblies.commands.open_mediation import OpenMediation
from causeway.domains.assemblies.commands.propose_composite import ProposeComposite
from causeway.domains.assemblies.commands.put_to_meeting import PutToMeeting
from causeway.domains.assemblies.commands.put_to_vote import PutToVote
from causeway.domains.assemblies.commands.second_proposal import SecondProposal
from causeway.domains.assemblies.commands.settle_motion import SettleMotion
from causeway.domains.assemblies.commands.take_position import TakePosition
from causeway.domains.assemblies.models import (
    AdoptedText,
    Amendment,
    Mediation,
    Motion,
    MotionVote,
    Phase,
    Position,
    Process,
    StandingOrders,
    TextEndorsement,
)
from causeway.domains.assemblies.phases import Stretch
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member, System
from causeway.kernel.perform import perform
from tests.domains.assemblies import floor_scene
from tests.domains.assemblies.scene import DAY, cast, let_pass, members
from tests.scenes import Scene

YES, NO, ABSTAIN = (1, None, None), (None, 1, None), (None, None, 1)
TEXT = "We defend Rowan Day Centre.\n\nIt stays open five days a week.\n\nThe council pays for it."
JOB = System(reason="a test")


def stretches(**days: tuple[float, float]) -> tuple[Stretch, ...]:
    """Phases from so many days ahead until so many."""
    now = clock.now()
    return tuple(Stretch(kind, now + opens * DAY, now + closes * DAY) for kind, (opens, closes) in days.items())


def call(s: Scene, **changes: Any) -> Process:
    """Westbury calls for motions: a day to move them, two to amend and second; members move."""
    members(s)
    fields: dict[str, Any] = {
        "body_id": s.westbury.pk,
        "title": "Spring motions",
        "why_here": "They bind the whole alliance.",
        "phases": stretches(propose=(0, 1), amend=(0, 2), second=(0, 2)),
        **changes,
    }
    return perform(s.actor("coordinator"), CallForMotions(**fields))


def by_organisations(s: Scene, **changes: Any) -> Process:
    """The same, where organisations move and a carried text becomes an open letter."""
    fields = {
        "title": "A joint statement",
        "blueprint": Process.Blueprint.STATEMENT,
        "movers": StandingOrders.Movers.ORGANISATIONS,
        "becomes": StandingOrders.Becomes.LETTER,
        "addressed_to": "Westbury Council",
        **changes,
    }
    return call(s, **fields)


def move(s: Scene, process: Process, who: str = "user", **changes: Any) -> Motion:
    """Una moves a motion, or somebody else."""
    fields = {"title": "Keep Rowan open", "text": TEXT, **changes}
    return perform(s.actor(who), MoveMotion(process_id=process.pk, **fields))


def amend(s: Scene, motion: Motion, who: str = "user", **changes: Any) -> Amendment:
    """Una moves to reword the second paragraph, or somebody else something else."""
    fields = {"action": "reword", "paragraph": "2", "text": "It stays open six days a week.", **changes}
    return perform(s.actor(who), AmendMotion(motion_id=motion.pk, **fields))


def second(s: Scene, proposal: Motion | Amendment, who: str | Actor = "rep", **changes: Any) -> None:
    """Ravi seconds, or somebody else."""
    actor = s.actor(who) if isinstance(who, str) else who
    perform(actor, SecondProposal(proposal_id=proposal.pk, **changes))


def seconded(s: Scene, process: Process | None = None, **changes: Any) -> Motion:
    """A fresh motion that Una moved and Ravi seconded."""
    motion = move(s, process or call(s), **changes)
    second(s, motion)
    return motion


def shut(motion: Motion) -> Motion:
    """Nothing is moved, amended or seconded any more."""
    let_pass(motion.process, 2 * DAY)
    return Motion.objects.get(pk=motion.pk)


def put(s: Scene, motion: Motion, amendment: Amendment | None = None, part: int | None = None) -> MotionVote:
    """The coordinator puts it to the vote, from tomorrow for a day."""
    opens_at = clock.now() + DAY
    named = {"amendment_id": amendment.pk if amendment else None, "part_number": part}
    command = PutToVote(motion_id=motion.pk, **named, opens_at=opens_at, closes_at=opens_at + DAY)
    return perform(s.actor("coordinator"), command)


def decide(s: Scene, vote: MotionVote, *marks: tuple[int | None, ...]) -> None:
    """The members vote in these ways, the first as many as are given, and it is counted and settled."""
    process = let_pass(vote.process, DAY + timedelta(hours=1))
    for voter, marked in zip(members(s), marks, strict=False):
        cast(process, voter, marked)
    let_pass(process, 2 * DAY)
    perform(JOB, CountBallot(ballot_id=process.pk))
    perform(JOB, SettleMotion(process_id=process.pk))


def carry(s: Scene, motion: Motion, amendment: Amendment | None = None, part: int | None = None) -> None:
    """It is put to the vote, and carried."""
    decide(s, put(s, motion, amendment, part), YES, YES, NO)


def lose(s: Scene, motion: Motion, amendment: Amendment | None = None, part: int | None = None) -> None:
    """It is put to the vote, and lost."""
    decide(s, put(s, motion, amendment, part), NO, NO, YES)


# -- one of each, made once for the permission matrix ---------------------------------------------------------------


def open_call(s: Scene) -> Process:
    """Motions are moved, amended and seconded in it now."""
    found: Process = s.once("motions.call", lambda: call(s))
    return Process.objects.get(pk=found.pk)


def motion(s: Scene) -> Motion:
    """Una moved it, Ravi seconded it, and it can still be amended."""
    found: Motion = s.once("motions.motion", lambda: seconded(s, open_call(s)))
    return Motion.objects.get(pk=found.pk)


def amendment(s: Scene) -> Amendment:
    """Una moved it, and nobody has seconded it."""
    found: Amendment = s.once("motions.amendment", lambda: amend(s, motion(s)))
    return Amendment.objects.get(pk=found.pk)


def to_be_put(s: Scene) -> Motion:
    """It waits to be put to the vote."""
    found: Motion = s.once("motions.to be put", lambda: shut(seconded(s, call(s, title="Closed motions"))))
    return Motion.objects.get(pk=found.pk)


def counted_vote(s: Scene) -> MotionVote:
    """Its ballot is counted, and it has not taken effect."""

    def count() -> MotionVote:
        vote = put(s, shut(seconded(s, call(s, title="Counted motions"))))
        let_pass(vote.process, 3 * DAY)
        perform(JOB, CountBallot(ballot_id=vote.pk))
        return vote

    found: MotionVote = s.once("motions.counted", count)
    return found


def letter(s: Scene) -> AdoptedText:
    """An open letter that was adopted, with the dissent of the branch, and endorsed by the users’ group."""

    def adopt() -> AdoptedText:
        made = seconded(s, call(s, **{**LETTER, "title": "Letters"}), title="Letter to the council")
        position_on(s, made)
        carry(s, shut(made))
        return AdoptedText.objects.get(motion=made)

    found: AdoptedText = s.once("motions.letter", adopt)
    return AdoptedText.objects.get(pk=found.pk)


LETTER = {"becomes": StandingOrders.Becomes.LETTER, "addressed_to": "Westbury Council"}


def policy(s: Scene) -> AdoptedText:
    """A policy that was adopted, for those who belong."""

    def adopt() -> AdoptedText:
        made = shut(seconded(s, call(s, title="Policies"), title="Ramps everywhere"))
        carry(s, made)
        return AdoptedText.objects.get(motion=made)

    found: AdoptedText = s.once("motions.policy", adopt)
    return AdoptedText.objects.get(pk=found.pk)


def endorsement(s: Scene) -> TextEndorsement:
    """The users’ group endorses the letter."""
    command = EndorseText(text_id=letter(s).pk, organisation_id=s.users_group.pk)
    found: TextEndorsement = s.once("motions.endorsement", lambda: perform(s.actor("user_officer"), command))
    return found


def position_on(s: Scene, on: Motion) -> Position:
    """The branch dissents, and stays in."""
    command = TakePosition(
        motion_id=on.pk, organisation_id=s.branch.pk, stance="dissent", reason="We would rather strike first."
    )
    return perform(s.actor("rep"), command)


def position(s: Scene) -> Position:
    """The same on the open motion."""
    found: Position = s.once("motions.position", lambda: position_on(s, motion(s)))
    return found


def composite(s: Scene) -> Motion:
    """The coordinator proposes to merge Una’s motion with another of hers, and she has not answered."""

    def propose() -> Motion:
        process = call(s, title="Motions to merge")
        sources = [move(s, process, title=title) for title in ("Keep Rowan open", "More ramps")]
        fields = {"title": "Rowan and ramps", "text": "Both.", "source_ids": tuple(one.pk for one in sources)}
        return perform(s.actor("coordinator"), ProposeComposite(process_id=process.pk, **fields))

    found: Motion = s.once("motions.composite", propose)
    return Motion.objects.get(pk=found.pk)


def to_merge(s: Scene) -> Process:
    """Two motions of Una’s that could be merged."""

    def make() -> Process:
        process = call(s, title="Motions that could be merged")
        for title in ("Keep Rowan open", "More ramps"):
            move(s, process, title=title)
        return process

    found: Process = s.once("motions.to merge", make)
    return Process.objects.get(pk=found.pk)


def by_hands(s: Scene) -> MotionVote:
    """Hands were counted on it in a meeting, and the result is not declared."""

    def ask() -> MotionVote:
        waiting = shut(seconded(s, call(s, title="Motions by hands")))
        meeting = floor_scene.meeting_now(s, "A meeting on motions")
        cora = s.actor("coordinator")
        vote = perform(cora, PutToMeeting(motion_id=waiting.pk, meeting_id=meeting.pk))
        perform(cora, CountHands(process_id=vote.pk, numbers=(9, 2, 0)))
        return vote

    found: MotionVote = s.once("motions.by hands", ask)
    return found


def mediation(s: Scene) -> Mediation:
    """Ravi’s branch asks the users’ group to talk, with Sam as the mediator, who has not answered."""

    def ask() -> Mediation:
        command = OpenMediation(
            organisation_id=s.branch.pk,
            other_ids=(s.users_group.pk,),
            subject="When to strike",
            text="Let us agree on a day before we publish anything.",
            email="sam@example.org",
        )
        return perform(s.actor("rep"), command)

    found: Mediation = s.once("motions.mediation", ask)
    return Mediation.objects.get(pk=found.pk)


def mediated(s: Scene) -> Mediation:
    """Sam has accepted, and both organisations have agreed."""

    def agree() -> Mediation:
        opened = mediation(s)
        perform(s.actor("stranger"), AnswerAsMediator(mediation_id=opened.pk, accept=True))
        command = AgreeToMediator(mediation_id=opened.pk, organisation_id=s.users_group.pk)
        return perform(s.actor("user_officer"), command)

    found: Mediation = s.once("motions.mediated", agree)
    return Mediation.objects.get(pk=found.pk)


def fill(s: Scene) -> None:
    """One of each, for tests that go over all pages."""
    for make in (mediated, composite, to_merge, by_hands, amendment, to_be_put, position, policy, endorsement):
        make(s)


def ravi_takes_part(s: Scene) -> None:
    """Ravi moves, amends and seconds."""
    made = motion(s)
    amend(s, made, "rep")
    move(s, made.process, "rep", title="Ramps everywhere", reason="Ravi’s own words.")
    talk = {
        "organisation_id": s.branch.pk,
        "other_ids": (s.users_group.pk,),
        "subject": "A day",
        "text": "Let us talk.",
    }
    perform(s.actor("rep"), OpenMediation(**talk))


def phases_of(process: Process) -> set[str]:
    """The kinds of its phases."""
    return set(Phase.objects.filter(process=process).values_list("kind", flat=True))


def member(s: Scene, number: int) -> Actor:
    """One of the six other members of the users’ group."""
    return Member(members(s)[number].pk)
