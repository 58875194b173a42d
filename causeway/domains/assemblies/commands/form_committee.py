"""Form the committee that was elected."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.committee_events import SeatOffered, SeatVacated
from causeway.domains.assemblies.committee_standing import people_on_paper, vacancies_open
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Ballot, Committee, Option, Process, Seat
from causeway.domains.assemblies.policies import may_count_ballot
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict
from causeway.kernel.slugs import free_slug


@dataclass(frozen=True, kw_only=True)
class FormCommittee(Command[Committee]):
    """Offer the places to those whom the count chose. A by-election fills the vacant places of its committee."""

    ballot_id: UUID


@performs(
    FormCommittee,
    policy=may_count_ballot,
    says="formed “{committee}”: {elected} elected",
    finds=locked(Ballot, "ballot_id"),
)
def form_committee(_actor: Actor, _command: FormCommittee, ballot: Ballot) -> Done[Committee]:
    process = ballot.process
    if process.blueprint != Process.Blueprint.ELECTION or ballot.counted_at is None or process.cancelled_on:
        raise Conflict(_("This is no election that was counted."))
    if Seat.objects.filter(election=process).exists():
        raise Conflict(_("The places of this election are filled already."))
    committee = _committee_of(process)
    if committee.formed_on is None:
        committee.formed_on = clock.today()
        committee.save()
    seats = _seats(committee, process, ballot.outcome["chosen"] if ballot.outcome else [])
    return in_committees_trail(committee, committee, *map(_event, seats), elected=len(seats))


def _committee_of(process: Process) -> Committee:
    """The committee as it was written down; else one that has the election's name, from today."""
    whole = process.part_of or process
    found = Committee.objects.filter(election=whole).first()
    if found:
        return found
    slug = free_slug(Committee, whole.title)
    return Committee.objects.create(election=whole, name=whole.title, slug=slug, starts_on=clock.today())


def _seats(committee: Committee, process: Process, chosen: list[int]) -> list[Seat]:
    options = {option.place: option for option in Option.objects.filter(ballot=process.ballot)}
    people, now = people_on_paper(process), clock.now()
    follow = iter(vacancies_open(committee))
    seats = []
    for place in chosen:
        person_id = people.get(options[place].name)
        seats.append(
            Seat.objects.create(
                committee=committee,
                election=process,
                option=options[place],
                person_id=person_id,
                succeeds=next(follow, None),
                state=Seat.State.OFFERED if person_id else Seat.State.GONE,
                offered_at=now,
                ended_at=None if person_id else now,
            )
        )
    return seats


def _event(seat: Seat) -> SeatOffered | SeatVacated:
    return SeatVacated(seat_id=seat.pk) if seat.ended_at else SeatOffered(seat_id=seat.pk)
