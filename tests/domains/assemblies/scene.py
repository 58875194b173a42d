"""What this room's tests add to the scene, made with the real commands, each in its own time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.object_to_roll import ObjectToRoll
from causeway.domains.assemblies.commands.set_up_process import SetUpProcess
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.models import Ballot, Objection, Phase, Process
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform
from tests.scenes import Scene, person

NAMES = ("Ann Archer", "Ben Baker", "Cat Cooper", "Dee Dyer")
DAY = timedelta(days=1)
OTHERS = 6


def members(s: Scene) -> list[Person]:
    """Una and six others, members of the users' group: the roll of Westbury."""

    def join() -> list[Person]:
        others = [person(f"member{number}@example.org", f"Member {number}") for number in range(OTHERS)]
        for other in others:
            perform(Member(other.pk), JoinOrganisation(organisation_id=s.users_group.pk))
        return [s.people["user"], *others]

    found: list[Person] = s.once("assemblies.members", join)
    return found


def set_up(s: Scene, **changes: Any) -> Process:
    """A fresh vote of the Westbury alliance by the coordinator: it opens tomorrow, for two days."""
    members(s)
    opens_at = clock.now() + DAY
    fields: dict[str, Any] = {
        "body_id": s.westbury.pk,
        "title": "The committee",
        "question": "Who shall stand on the committee?",
        "why_here": "The committee works for the whole alliance.",
        "form": Ballot.Form.RANKED,
        "options": NAMES,
        "seats": 2,
        "opens_at": opens_at,
        "closes_at": opens_at + 2 * DAY,
        **changes,
    }
    return perform(s.actor("coordinator"), SetUpProcess(**fields))


def settled(s: Scene, **changes: Any) -> Process:
    """A fresh vote whose roll is settled."""
    process = set_up(s, **changes)
    perform(s.actor("coordinator"), SettleRoll(process_id=process.pk))
    return Process.objects.get(pk=process.pk)


def let_pass(process: Process, time: timedelta) -> Process:
    """Let time pass for a vote: its phases lie so much earlier."""
    for phase in process.phases.all():
        Phase.objects.filter(pk=phase.pk).update(opens_at=phase.opens_at - time, closes_at=phase.closes_at - time)
    return Process.objects.get(pk=process.pk)


def _once(s: Scene, name: str, *, passed: timedelta = timedelta(0), **changes: Any) -> Process:
    title = f"The committee, {name}"
    found: Process = s.once(f"assemblies.{name}", lambda: let_pass(settled(s, title=title, **changes), passed))
    return Process.objects.get(pk=found.pk)


def lying_open(s: Scene) -> Process:
    """Its roll lies open for objections."""
    return _once(s, "lying open")


def voting(s: Scene) -> Process:
    """Its vote opened yesterday, and closes tomorrow."""
    return _once(s, "voting", passed=2 * DAY)


def over(s: Scene) -> Process:
    """Its vote has closed; every member's paper lies in the box, and nobody has counted."""
    return _once_cast(s, "over")


def counted(s: Scene, **changes: Any) -> Process:
    """Its papers are counted and published, to those who belong unless ``changes`` say otherwise."""
    process = _once_cast(s, f"counted {sorted(changes)}", **changes)

    def count() -> bool:
        perform(System(reason="a test"), CountBallot(ballot_id=process.pk))
        return True

    s.once(f"assemblies.count {process.pk}", count)
    return Process.objects.get(pk=process.pk)


def _once_cast(s: Scene, name: str, **changes: Any) -> Process:
    process = _once(s, name, passed=2 * DAY, **changes)

    def vote() -> Process:
        cast_all(s, process)
        return let_pass(process, 2 * DAY)

    found: Process = s.once(f"assemblies.cast {name}", vote)
    return Process.objects.get(pk=found.pk)


RANKINGS: tuple[tuple[int | None, ...], ...] = (
    (1, 2, None, None),
    (1, 2, 3, None),
    (1, None, 2, None),
    (2, 1, None, 3),
    (None, 1, 2, None),
    (3, 2, 1, None),
    (None, None, None, 1),
)


def cast(process: Process, voter: Person, marks: tuple[int | None, ...]) -> str:
    """One person votes; the code of the receipt."""
    return perform(Member(voter.pk), CastPaper(ballot_id=process.pk, marks=marks))


def cast_all(s: Scene, process: Process) -> list[str]:
    """All members vote, in the order of ``RANKINGS``; the codes of their receipts."""
    return [cast(process, voter, marks) for voter, marks in zip(members(s), RANKINGS, strict=True)]


def objection(s: Scene) -> Objection:
    """Una says that somebody is missing."""

    def object_() -> Objection:
        return perform(s.actor("user"), ObjectToRoll(process_id=lying_open(s).pk, text="A whole branch is missing."))

    made: Objection = s.once("assemblies.objection", object_)
    return made
