"""What this room's tests add to the scene, made with the real commands, each in its own time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.alliances.commands.affiliate_organisation import AffiliateOrganisation
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.models import Organisation, Section
from causeway.domains.assemblies.commands.call_election import CallElection
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.object_to_roll import ObjectToRoll
from causeway.domains.assemblies.commands.set_up_process import SetUpProcess
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.commands.stand_for_election import StandForElection
from causeway.domains.assemblies.models import Ballot, Nomination, Objection, Phase, Process
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform
from tests.scenes import Scene, person

NAMES = ("Ann Archer", "Ben Baker", "Cat Cooper", "Dee Dyer")
DAY = timedelta(days=1)
OTHERS = 6
EACH = 10


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


def called(s: Scene, **changes: Any) -> Process:
    """A fresh election of two places, its roll settled: a day for names, another day, then two days to vote."""
    members(s)
    opens_at = clock.now() + 2 * DAY
    fields: dict[str, Any] = {
        "body_id": s.westbury.pk,
        "title": "The standing committee",
        "why_here": "The committee works for the whole alliance.",
        "seats": 2,
        "nominations_close_at": clock.now() + DAY,
        "opens_at": opens_at,
        "closes_at": opens_at + 2 * DAY,
        **changes,
    }
    process = perform(s.actor("coordinator"), CallElection(**fields))
    perform(s.actor("coordinator"), SettleRoll(process_id=process.pk))
    return Process.objects.get(pk=process.pk)


def election(s: Scene) -> Process:
    """Names are put forward now."""
    found: Process = s.once("assemblies.election", lambda: called(s))
    return Process.objects.get(pk=found.pk)


def stand(process: Process, candidate: Person, name: str, **more: Any) -> Nomination:
    """Somebody puts themselves forward."""
    return perform(Member(candidate.pk), StandForElection(process_id=process.pk, name=name, **more))


def nomination(s: Scene) -> Nomination:
    """Una stands."""
    made: Nomination = s.once("assemblies.nomination", lambda: stand(election(s), s.people["user"], "Una User"))
    return made


def three_sections(s: Scene) -> dict[str, list[Person]]:
    """Ten members in each section of Westbury."""
    cora = s.actor("coordinator")
    neighbours = perform(cora, RegisterOrganisation(name="Rowan Neighbours", kind=Organisation.Kind.COMMUNITY))
    affiliation = {"alliance_id": s.westbury.pk, "organisation_id": neighbours.pk, "section": Section.COMMUNITY}
    perform(cora, AffiliateOrganisation(**affiliation))
    bodies = {"users": s.users_group, "workers": s.branch, "community": neighbours}
    people: dict[str, list[Person]] = {}
    for section, body in bodies.items():
        people[section] = [person(f"{section}{n}@example.org", f"{section} {n}") for n in range(EACH)]
        for one in people[section]:
            perform(Member(one.pk), JoinOrganisation(organisation_id=body.pk))
    return people


def unmade_paper(s: Scene) -> Process:
    """Three stand for two places, and the time to put names forward is over."""

    def stand_three() -> Process:
        process = called(s, title="The finance committee")
        for candidate, name in zip(members(s), NAMES[:3], strict=False):
            stand(process, candidate, name)
        return let_pass(process, DAY + DAY / 24)

    found: Process = s.once("assemblies.unmade paper", stand_three)
    return Process.objects.get(pk=found.pk)


def counted_election(s: Scene) -> Process:
    """Three stood for two places, one of them kept for users; all voted, and it is counted."""

    def elect() -> Process:
        process = called(s, title="The users’ committee", reserved={"users": 1})
        for candidate, name in zip(members(s), NAMES[:3], strict=False):
            stand(process, candidate, name, section="users")
        let_pass(process, DAY + DAY / 24)
        perform(System(reason="a test"), CloseNominations(ballot_id=process.pk))
        process = let_pass(process, DAY)
        for voter in members(s):
            cast(process, voter, (1, 2, None))
        let_pass(process, 3 * DAY)
        perform(System(reason="a test"), CountBallot(ballot_id=process.pk))
        return process

    found: Process = s.once("assemblies.counted election", elect)
    return Process.objects.get(pk=found.pk)


def objection(s: Scene) -> Objection:
    """Una says that somebody is missing."""

    def object_() -> Objection:
        return perform(s.actor("user"), ObjectToRoll(process_id=lying_open(s).pk, text="A whole branch is missing."))

    made: Objection = s.once("assemblies.objection", object_)
    return made
