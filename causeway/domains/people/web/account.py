"""“Your account”: one page for each thing."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.people import queries
from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.archive import pack
from causeway.domains.people.commands.allow_letters_again import AllowLettersAgain
from causeway.domains.people.commands.choose_name import ChooseName
from causeway.domains.people.commands.close_account import CloseAccount
from causeway.domains.people.commands.erase_person import ErasePerson
from causeway.domains.people.commands.hide_me import HideMe
from causeway.domains.people.commands.keep_account import KeepAccount
from causeway.domains.people.commands.show_me import ShowMe
from causeway.domains.people.commands.stop_everything import StopEverything
from causeway.domains.people.commands.withdraw_consent import WithdrawConsent
from causeway.domains.people.employers import employer_behind
from causeway.domains.people.web.forms import ConsentForm, EraseForm, NameForm
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@login_required
@never_cache
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Everything about one's account, each with a link to its page."""
    actor = actor_of(request)
    person = queries.own_account(actor)
    context = {
        "person": person,
        "employer": employer_behind(person.email),
        "ways": queries.ways_to_sign_in(actor),
        "consents": queries.consents_of(actor).filter(withdrawn_at=None).count(),
        "requests": queries.requests_of(actor).count(),
        "staff": queries.may_be_staff(actor),
        "has_desk": queries.has_desk(actor),
        "waiting": queries.waiting_at_desk(actor),
    }
    return render(request, "people/account.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """Choose the name that others see."""
    actor = actor_of(request)
    person = queries.own_account(actor)
    form = NameForm(request.POST or None, initial={"display_name": person.display_name})
    if request.method == "POST":
        perform_form(actor, form, lambda: ChooseName(display_name=form.cleaned_data["display_name"]))
        if form.is_valid():
            messages.success(request, _("Saved. Others see this name from now on."))
            return redirect("people:account")
    return render(request, "people/name.html", {"form": form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hide(request: HttpRequest) -> HttpResponse:
    """Disappear, or come back."""
    actor = actor_of(request)
    person = queries.own_account(actor)
    if request.method == "POST":
        perform(actor, ShowMe() if request.POST.get("choice") == "show" else HideMe())
        return redirect("people:hide")
    return render(request, "people/hide.html", {"person": person})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consents(request: HttpRequest) -> HttpResponse:
    """Who may write to me; withdraw one, or all."""
    actor = actor_of(request)
    index = index_of_address(queries.own_account(actor).email)
    if request.method == "POST":
        form = ConsentForm(request.POST)
        if request.POST.get("choice") == "everything":
            perform(actor, StopEverything(subject_index=index))
            messages.success(request, _("Done. Nobody here will write to you unless you ask for something yourself."))
        elif request.POST.get("choice") == "again":
            perform(actor, AllowLettersAgain(subject_index=index))
            messages.success(request, _("Done. You can agree to letters again, one organisation at a time."))
        elif form.is_valid():
            perform(actor, WithdrawConsent(subject_index=index, **form.cleaned_data))
            messages.success(request, _("Withdrawn."))
        return redirect("people:consents")
    rows = queries.consents_of(actor)
    context = {
        "running": list(rows.filter(withdrawn_at=None)),
        "past": queries.past_consents(actor, request.GET.get("page")),
        "everything_stopped": queries.wants_nothing(index),
    }
    return render(request, "people/consents.html", context)


@login_required
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """What one can do about one's data."""
    actor = actor_of(request)
    return render(request, "people/data.html", {"person": queries.own_account(actor)})


@login_required
@reauthentication_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def download(request: HttpRequest) -> HttpResponse:
    """Everything that is held about me, as a file; the page shows it first."""
    held = queries.held_about(actor_of(request))
    if request.method != "POST":
        return render(request, "people/download.html", {"parts": held})
    answer = HttpResponse(pack(held), content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="everything.zip"'
    return answer


@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Have the account erased: in 14 days, or now."""
    actor = actor_of(request)
    person = queries.own_account(actor)
    form = EraseForm(request.POST if request.POST.get("choice") == "now" else None)
    if request.method == "POST" and request.POST.get("choice") == "later":
        perform(actor, CloseAccount())
        return redirect("people:account")
    if request.method == "POST" and form.is_valid():
        perform(actor, ErasePerson(person_id=person.pk))
        logout(request)
        return redirect("people:gone")
    return render(request, "people/leave.html", {"person": person, "form": form})


@login_required
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Change one's mind about leaving."""
    perform(actor_of(request), KeepAccount())
    messages.success(request, _("Your account stays. What you had agreed to stays withdrawn until you agree again."))
    return redirect("people:account")


@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """After erasing."""
    return render(request, "people/gone.html")
