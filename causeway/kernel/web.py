"""What every page needs from the kernel: who is asking, and errors told as pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from causeway.kernel.actors import Actor, Member, Staff, Visitor
from causeway.kernel.commands import Command
from causeway.kernel.errors import CausewayError, Invalid
from causeway.kernel.perform import perform
from causeway.kernel.reading import reading

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

T = TypeVar("T")

ACTING_FOR = "acting_for"
STAFF_SESSION = "staff_session"

StaffResolver = Callable[[UUID, UUID], Staff | None]
_staff_resolver: list[StaffResolver] = []


def resolve_staff_with(resolver: StaffResolver) -> None:
    """Called once at start: ``resolver(session_id, person_id)`` gives the staff session if it runs now, else None."""
    _staff_resolver[:] = [resolver]


def actor_of(request: HttpRequest) -> Actor:
    """Who is asking: a visitor, or the person signed in, for the organisation that they chose to act for.

    In a staff session that still runs it is staff, and nothing else: nobody acts as both at once.
    """
    if not request.user.is_authenticated:
        return Visitor()
    person_id = UUID(str(request.user.pk))
    staff = _staff_of(request, person_id)
    if staff is not None:
        return staff
    acting_for = request.session.get(ACTING_FOR)
    return Member(person_id, UUID(acting_for) if acting_for else None)


def _staff_of(request: HttpRequest, person_id: UUID) -> Staff | None:
    """The staff session that the browser claims, if its row says the same."""
    claimed = request.session.get(STAFF_SESSION)
    if not claimed or not _staff_resolver:
        return None
    return _staff_resolver[0](UUID(claimed), person_id)


def perform_form(actor: Actor, form: BaseForm, build: Callable[[], Command[T]]) -> T | None:
    """Perform the command that a valid form stands for.

    ``build`` makes the command from ``form.cleaned_data``. Returns what the command made, or None with the
    form's errors filled where the form or the command does not accept what was given.
    """
    if not form.is_valid():
        return None
    try:
        return perform(actor, build())
    except Invalid as invalid:
        tell(form, invalid)
        return None


def tell(form: BaseForm, invalid: Invalid) -> None:
    """Put what a command did not accept beside the form's fields, where the form says nothing yet."""
    wrong_already = set(form.errors)
    said_already = {str(said) for sentences in form.errors.values() for said in sentences}
    for name, sentences in (invalid.fields or {"": [invalid.sentence]}).items():
        for sentence in sentences:
            if name not in wrong_already and sentence not in said_already:
                form.add_error(name if name in form.fields else None, sentence)


class Reading:
    """Middleware: while a page is read, who stands where is looked up once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        with reading():
            return self.get_response(request)


class ErrorPages:
    """Middleware: a ``CausewayError`` becomes a page with its sentence and its status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, CausewayError):
            return None
        template = "site/missing.html" if error.status == 404 else "site/error.html"
        return render(request, template, {"error": error}, status=error.status)
