"""Ask about one's own data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from causeway.domains.people.addresses import index_of_address, tidy
from causeway.domains.people.clocks import start_clock
from causeway.domains.people.desks import body_named
from causeway.domains.people.events import RequestLodged, RequestReceived
from causeway.domains.people.models import Person, RightsRequest
from causeway.domains.people.policies import may_lodge_request
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid, TooMany

MOST_A_DAY = 3
LONGEST_TEXT = 5_000


@dataclass(frozen=True, kw_only=True)
class LodgeRequest(Command[RightsRequest]):
    """Ask for access, correction, erasure, an end of some use, or complain.

    Somebody with an account is known by it, and the clock starts at once. Anybody else gives an address, and the
    clock starts when they confirm it. Without ``controller_id`` it is addressed to the platform itself.
    """

    kind: str
    text: str = ""
    email: str = ""
    controller_id: UUID | None = None


@performs(LodgeRequest, policy=may_lodge_request, says="asked about their own data")
def lodge_request(actor: Actor, command: LodgeRequest, _subject: Any) -> Done[RightsRequest]:
    if command.kind not in RightsRequest.Kind.values:
        raise Invalid(kind=_("Choose what you ask for."))
    if len(command.text) > LONGEST_TEXT:
        raise Invalid(text=_("Use 5,000 characters or fewer."))
    if command.kind != RightsRequest.Kind.ACCESS and not command.text.strip():
        raise Invalid(text=_("Say in a few words what it is about."))
    body = body_named(command.controller_id) if command.controller_id else None
    if command.controller_id and body is None:
        raise Invalid(_("There is no such alliance or organisation here. Ask the platform itself."))
    person = Person.objects.filter(pk=actor.person_id).first() if isinstance(actor, Member) else None
    email = person.email if person else _checked(command.email)
    if _asked_today(email) >= MOST_A_DAY:
        raise TooMany(_("There were three requests from this address today. Try again tomorrow."))
    request = RightsRequest(
        kind=command.kind,
        state=RightsRequest.State.UNCONFIRMED,
        person=person,
        subject_index=index_of_address(email),
        email=email,
        controller_id=command.controller_id,
        controller_name=body[1] if body else "",
        text=command.text.strip(),
        asked_at=clock.now(),
    )
    if person:
        start_clock(request)
    request.save()
    event = RequestReceived(request_id=request.pk) if person else RequestLodged(request_id=request.pk)
    return Done(request, events=[event], scope=command.controller_id, about=request.pk)


def _checked(email: str) -> str:
    try:
        validate_email(tidy(email))
    except ValidationError:
        raise Invalid(email=_("Enter an e-mail address, like name@example.org.")) from None
    return tidy(email)


def _asked_today(email: str) -> int:
    since = clock.now() - timedelta(days=1)
    return RightsRequest.objects.filter(subject_index=index_of_address(email), asked_at__gt=since).count()
