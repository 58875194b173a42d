"""Sign up for an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from causeway.domains.campaigns.event_policies import may_sign_up
from causeway.domains.campaigns.facts import PlaceFreed, SignUpAwaitsConfirmation, SignUpCounted
from causeway.domains.campaigns.models import Event, SignUp
from causeway.domains.campaigns.places import move_up, same_person, seat
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.events import Event as Fact

MOST_GUESTS = 20
BETWEEN_LETTERS = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class SignUpForEvent(Command[SignUp]):
    """Say that one comes, may come or cannot. A person with an account gives no name and no address;
    a visitor gives both, and confirms from the letter. Signing up again corrects the first answer."""

    event_id: UUID
    name: str = ""
    email: str = ""
    answer: str = SignUp.Answer.COMING
    guests: int = 0
    access_needs: str = ""
    wants_to_hear: bool = False


@performs(
    SignUpForEvent,
    policy=may_sign_up,
    says="signed up for the event “{event}”",
    finds=locked(Event, "event_id"),
)
def sign_up_for_event(actor: Actor, command: SignUpForEvent, event: Event) -> Done[SignUp]:
    require_open(event)
    if not 0 <= command.guests <= MOST_GUESTS:
        raise Invalid(guests=_("You can bring up to %(most)s people.") % {"most": MOST_GUESTS})
    if command.answer not in SignUp.Answer.values:
        raise Invalid(answer=_("Choose one of the answers."))
    sign_up, facts = _by_account(actor, command, event) if isinstance(actor, Member) else _by_visitor(command, event)
    return Done(sign_up, events=facts, scope=event.campaign.alliance_id, about=event.pk, named={"event": event.title})


def _by_account(actor: Member, command: SignUpForEvent, event: Event) -> tuple[SignUp, list[Fact]]:
    person = Person.objects.get(pk=actor.person_id)
    index = same_person(event, person.email)
    sign_up = event.sign_ups.filter(same_person=index).first() or _fresh(event, index)
    sign_up.person, sign_up.name, sign_up.email = person, str(person), ""
    was_counted, had_answer = sign_up.confirmed_at is not None, sign_up.answer
    moved_up = _fill_in(sign_up, command, event, confirmed_at=sign_up.confirmed_at or clock.now())
    told = [] if was_counted and had_answer == sign_up.answer else [SignUpCounted(sign_up_id=sign_up.pk)]
    return sign_up, [*told, *moved_up]


def _by_visitor(command: SignUpForEvent, event: Event) -> tuple[SignUp, list[Fact]]:
    name, email = command.name.strip(), command.email.strip()
    if not name:
        raise Invalid(name=_("Give a name or a pseudonym."))
    try:
        validate_email(email)
    except ValidationError:
        raise Invalid(email=_("Give an e-mail address, like name@example.org.")) from None
    index = same_person(event, email)
    sign_up = event.sign_ups.filter(same_person=index).first() or _fresh(event, index)
    if sign_up.confirmed_at is None:  # what was confirmed is changed only by whoever holds the letter
        sign_up.name, sign_up.email = name, email
        _fill_in(sign_up, command, event, confirmed_at=None)
    if sign_up.letter_at and clock.now() - sign_up.letter_at < BETWEEN_LETTERS:
        return sign_up, []
    sign_up.letter_at = clock.now()
    sign_up.save(update_fields=["letter_at"])
    return sign_up, [SignUpAwaitsConfirmation(sign_up_id=sign_up.pk)]


def _fresh(event: Event, index: bytes) -> SignUp:
    return SignUp(event=event, same_person=index, made_at=clock.now())


def _fill_in(sign_up: SignUp, command: SignUpForEvent, event: Event, *, confirmed_at: datetime | None) -> list[Fact]:
    sign_up.answer, sign_up.guests = command.answer, command.guests
    sign_up.access_needs, sign_up.wants_to_hear = command.access_needs.strip(), command.wants_to_hear
    sign_up.confirmed_at = confirmed_at
    if confirmed_at:
        seat(event, sign_up)
    sign_up.save()
    return [PlaceFreed(sign_up_id=moved.pk) for moved in move_up(event)] if confirmed_at else []


def require_open(event: Event) -> None:
    """One can sign up until the event ends, unless it is cancelled. Raises Conflict."""
    if event.cancelled_at:
        raise Conflict(_("This event was cancelled."))
    if event.ends_at <= clock.now():
        raise Conflict(_("This event is over."))
