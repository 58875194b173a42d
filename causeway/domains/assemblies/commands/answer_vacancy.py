"""Say whether one would take a vacant place."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.committee_policies import may_answer_vacancy
from causeway.domains.assemblies.committee_standing import is_vacant, place_of
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Countback, Option, Readiness, Seat
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class AnswerVacancy(Command[Readiness]):
    """A candidate who was not elected says whether they still stand; it can be changed until the papers are counted."""

    seat_id: UUID
    ready: bool


@performs(
    AnswerVacancy,
    policy=may_answer_vacancy,
    says="answered whether they would take a vacant place on “{committee}”",
    finds=locked(Seat, "seat_id"),
)
def answer_vacancy(actor: Actor, command: AnswerVacancy, seat: Seat) -> Done[Readiness]:
    if not is_vacant(seat) or Countback.objects.filter(seat=seat).exists():
        raise Conflict(_("This place is not waiting for candidates."))
    place = place_of(actor, seat)
    if place is None:
        raise Missing
    option = Option.objects.get(ballot=seat.election_id, place=place)
    answer, _new = Readiness.objects.update_or_create(
        seat=seat, option=option, defaults={"ready": command.ready, "answered_on": clock.today()}
    )
    return in_committees_trail(seat.committee, answer)
