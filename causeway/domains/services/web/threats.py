"""Pages of threats: the list by next deadline, its calendar, a threat with its clock, and its changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from causeway.domains.services.calendar import calendar_of
from causeway.domains.services.commands.close_threat import CloseThreat
from causeway.domains.services.commands.correct_law_fact import CorrectLawFact
from causeway.domains.services.commands.correct_threat import CorrectThreat
from causeway.domains.services.commands.move_dates import MoveDates
from causeway.domains.services.commands.note_checklist_point import NoteChecklistPoint
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.reopen_threat import ReopenThreat
from causeway.domains.services.commands.weigh_evidence import WeighEvidence
from causeway.domains.services.commands.withdraw_threat import WithdrawThreat
from causeway.domains.services.consultation import POINTS
from causeway.domains.services.deadlines import LABELS
from causeway.domains.services.law import FACTS
from causeway.domains.services.models import Threat
from causeway.domains.services.policies.threats import may_record_threat, may_tend_threat
from causeway.domains.services.queries import register, threats
from causeway.domains.services.web import threat_forms as forms
from causeway.kernel import clock
from causeway.kernel.commands import Command
from causeway.kernel.errors import Missing
from causeway.kernel.panels import panels_for
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


def _wanted(request: HttpRequest) -> threats.WantedThreats:
    given = {name: request.GET.get(name, "").replace("\x00", "").strip()[:120] for name in ("kind", "area", "alliance")}
    return threats.WantedThreats(**given, ended=request.GET.get("ended") == "1")


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    actor, wanted = actor_of(request), _wanted(request)
    context = {
        "page": threats.threats_page(actor, wanted, request.GET.get("page", "1")),
        "wanted": wanted,
        "filtered": wanted != threats.WantedThreats(ended=wanted.ended),
        "kinds": Threat.Kind.choices,
        "query": request.GET.urlencode(),
    }
    return render(request, "services/threats.html", context)


@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """The published dates as a feed: whoever subscribes is a visitor, so nothing unpublished is in it."""
    body = calendar_of(threats.feed_of_published(_wanted(request)))
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


@require_GET
def threat(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    shown = threats.threat_at(actor, slug)
    context = {
        "threat": shown,
        "clock": shown.clock,
        "checklist": threats.checklist_of(shown),
        "law": threats.law_of(shown),
        "may_tend": bool(may_tend_threat(actor, shown)),
        "panels": panels_for("threat", actor, shown),
    }
    return render(request, "services/threat.html", context)


@require_GET
def chronology(request: HttpRequest, slug: str) -> HttpResponse:
    shown = threats.threat_at(actor_of(request), slug)
    context = {
        "threat": shown,
        "clock": shown.clock,
        "lines": threats.chronology_of(shown),
        "checklist": threats.checklist_of(shown),
        "law": threats.law_of(shown),
        "today": clock.today(),
    }
    return render(request, "services/chronology.html", context)


@require_http_methods(["GET", "POST"])
def record_threat(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    service = register.service_at(actor, slug)
    may_record_threat.require(actor, service)
    form = forms.ThreatForm(request.POST or None)
    if request.method == "POST":
        recorded = perform_form(actor, form, lambda: RecordThreat(service_id=service.pk, **form.cleaned_data))
        if recorded is not None:
            messages.success(request, _("The threat is recorded. Only your alliance sees it until you publish it."))
            return redirect(recorded)
    context = {
        "form": form,
        "service": service,
        "title": _("Record a threat to %(name)s") % {"name": service.name},
        "intro": _("Give what you know; dates can follow. Nothing is shown to others until you publish it."),
        "button": _("Record the threat"),
    }
    return render(request, "services/small_form.html", context, status=422 if form.errors else 200)


def _change(
    request: HttpRequest,
    shown: Threat,
    form: BaseForm,
    build: Callable[[], Command[Any]],
    words: dict[str, str],
) -> HttpResponse:
    """One form about one threat: show it, or perform what it says."""
    if request.method == "POST" and perform_form(actor_of(request), form, build) is not None:
        messages.success(request, words["done"])
        return redirect(shown)
    context = {"form": form, "threat": shown, **words}
    return render(request, "services/small_form.html", context, status=422 if form.errors else 200)


def _tended(request: HttpRequest, slug: str) -> Threat:
    actor = actor_of(request)
    shown = threats.threat_at(actor, slug)
    may_tend_threat.require(actor, shown)
    return shown


@require_http_methods(["GET", "POST"])
def correct_threat(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _tended(request, slug)
    names = ("title", "kind", "summary", "source", "source_url")
    form = forms.WordsForm(request.POST or None, initial={name: getattr(shown, name) for name in names})
    words = {"title": _("Correct the words"), "button": _("Save"), "done": _("The words are corrected.")}
    return _change(request, shown, form, lambda: CorrectThreat(threat_id=shown.pk, **form.cleaned_data), words)


@require_http_methods(["GET", "POST"])
def move_dates(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _tended(request, slug)
    form = forms.MoveDatesForm(request.POST or None, initial={name: getattr(shown, name) for name in LABELS})
    words = {
        "title": _("Set or move dates"),
        "intro": _("What each date was stays on record, with who said so."),
        "button": _("Save the dates"),
        "done": _("The dates are saved."),
    }
    return _change(request, shown, form, lambda: MoveDates(threat_id=shown.pk, **form.cleaned_data), words)


@require_http_methods(["GET", "POST"])
def weigh_evidence(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _tended(request, slug)
    form = forms.EvidenceForm(request.POST or None, initial={"confidence": shown.confidence})
    words = {"title": _("Add evidence"), "button": _("Add the evidence"), "done": _("The evidence is added.")}
    return _change(request, shown, form, lambda: WeighEvidence(threat_id=shown.pk, **form.cleaned_data), words)


@require_http_methods(["GET", "POST"])
def publish_threat(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _tended(request, slug)
    if request.method == "POST":
        perform(actor_of(request), PublishThreat(threat_id=shown.pk))
        messages.success(request, _("The threat is published: everybody can see it and its clock."))
        return redirect(shown)
    return render(request, "services/publish_threat.html", {"threat": shown, "clock": shown.clock})


@require_http_methods(["GET", "POST"])
def withdraw_threat(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _tended(request, slug)
    form = forms.WithdrawForm(request.POST or None)
    words = {
        "title": _("Withdraw from public sight"),
        "intro": _("Your alliance keeps the record and can publish it again."),
        "button": _("Withdraw it"),
        "done": _("The threat is withdrawn: only your alliance sees it now."),
    }
    return _change(request, shown, form, lambda: WithdrawThreat(threat_id=shown.pk, **form.cleaned_data), words)


@require_http_methods(["GET", "POST"])
def close_threat(request: HttpRequest, slug: str) -> HttpResponse:
    shown = _tended(request, slug)
    form = forms.OutcomeForm(request.POST or None, initial={"closed_on": clock.today()})
    words = {
        "title": _("Record how it ended"),
        "button": _("Record the outcome"),
        "done": _("The outcome is recorded. You can undo this on the page of the threat."),
    }
    return _change(request, shown, form, lambda: CloseThreat(threat_id=shown.pk, **form.cleaned_data), words)


@require_POST
def reopen_threat(request: HttpRequest, slug: str) -> HttpResponse:
    shown = threats.threat_at(actor_of(request), slug)
    perform(actor_of(request), ReopenThreat(threat_id=shown.pk))
    messages.success(request, _("The threat is open again."))
    return redirect(shown)


@require_http_methods(["GET", "POST"])
def note_point(request: HttpRequest, slug: str, point: str) -> HttpResponse:
    shown = _tended(request, slug)
    if point not in POINTS:
        raise Missing
    form = forms.ChecklistForm(request.POST or None)
    words = {
        "title": str(POINTS[point].title),
        "intro": str(POINTS[point].asks),
        "button": _("Add the note"),
        "done": _("The note is added."),
    }
    return _change(
        request,
        shown,
        form,
        lambda: NoteChecklistPoint(threat_id=shown.pk, point=point, **form.cleaned_data),
        words,
    )


@require_http_methods(["GET", "POST"])
def correct_law(request: HttpRequest, slug: str, fact: str) -> HttpResponse:
    shown = _tended(request, slug)
    if fact not in FACTS:
        raise Missing
    form = forms.LawForm(request.POST or None)
    words = {
        "title": _("Correct what is said about the law: %(fact)s") % {"fact": FACTS[fact].title},
        "intro": _("Your alliance’s wording is shown beside the site’s, on all your threats of outsourcing."),
        "button": _("Save"),
        "done": _("Your wording is shown now."),
    }
    return _change(
        request,
        shown,
        form,
        lambda: CorrectLawFact(alliance_id=shown.alliance_id, fact=fact, **form.cleaned_data),
        words,
    )
