"""What happens after something happened in this room: letters that people asked for themselves, and erasing."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.people.commands.erase_address import EraseAddress
from causeway.domains.people.commands.erase_person import ErasePerson
from causeway.domains.people.commands.finish_erasure import FinishErasure
from causeway.domains.people.commands.resume_erasure import ResumeErasure
from causeway.domains.people.events import (
    AccountClosing,
    PersonErased,
    RequestAcknowledged,
    RequestAnswered,
    RequestLodged,
    RequestReceived,
)
from causeway.domains.people.leaving import traces_of_leaver, unfinished_leavers
from causeway.domains.people.links import request_url
from causeway.domains.people.models import Person, RightsRequest
from causeway.domains.people.queries import erases_at_once
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.mail import Letter, send
from causeway.kernel.perform import perform


def ask_to_confirm_request(event: RequestLodged) -> None:
    """Send the letter with the page that starts the clock."""
    request = RightsRequest.objects.filter(pk=event.request_id, state=RightsRequest.State.UNCONFIRMED).first()
    if request:
        _write(request, _("Confirm your request"), "people/letters/confirm_request")


def tell_that_request_runs(event: RequestReceived) -> None:
    """Send a receipt with the last day for the answer."""
    request = RightsRequest.objects.filter(pk=event.request_id).first()
    if request and request.is_running:
        _write(request, _("We received your request"), "people/letters/request_received")


def erase_address_that_asked(event: RequestReceived) -> None:
    """Whoever has no account and proved their address need not wait for somebody to look for what is theirs."""
    request = RightsRequest.objects.filter(pk=event.request_id).first()
    if request and request.is_running and erases_at_once(request) and traces_of_leaver(request.pk) is None:
        perform(System(reason="The holder of an address asked for it."), EraseAddress(request_id=request.pk))


def tell_that_request_moved(event: RequestAcknowledged | RequestAnswered) -> None:
    """Say that there is news on the request's page, and nothing of what it says."""
    request = RightsRequest.objects.filter(pk=event.request_id).first()
    if request:
        _write(request, _("News about your request"), "people/letters/request_news")


def tell_that_account_closes(event: AccountClosing) -> None:
    """Say when the account will be erased, and how to keep it."""
    person = Person.objects.filter(pk=event.person_id, closes_at__isnull=False).first()
    if person:
        link = settings.SITE_URL + reverse("people:account")
        context = {"link": link, "closes_at": person.closes_at}
        send(Letter(person.email, _("Your account will be erased"), "people/letters/account_closes", context))


def erase_due() -> int:
    """Erase the accounts whose owners' time to change their mind is over; returns how many."""
    due = Person.objects.filter(closes_at__lte=clock.now(), erased_at=None).values_list("pk", flat=True)
    for person_id in (done := list(due)):
        perform(System(reason="The 14 days after a person asked to leave are over."), ErasePerson(person_id=person_id))
    return len(done)


def forget_address(event: PersonErased) -> None:
    """The last step, when every other room has let go."""
    perform(System(reason="Every room has let go of a person."), FinishErasure(person_id=event.person_id))


def resume_unfinished() -> int:
    """Tell the rooms again of those whose erasing a room did not finish; returns how many."""
    waiting = unfinished_leavers()
    for person_id in waiting:
        perform(System(reason="A room had not finished erasing."), ResumeErasure(person_id=person_id))
    return len(waiting)


def _write(request: RightsRequest, subject: str, template: str) -> None:
    context = {"link": request_url(request.pk), "request": request}
    send(Letter(request.email, subject, template, context))
