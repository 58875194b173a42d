"""Tender notices: what was offered, deciding on it, feeds and reports."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.services.commands.add_tender_feed import AddTenderFeed
from causeway.domains.services.commands.dismiss_notice import DismissNotice
from causeway.domains.services.commands.receive_tender_package import ReceiveTenderPackage
from causeway.domains.services.commands.remove_tender_feed import RemoveTenderFeed
from causeway.domains.services.commands.reopen_notice import ReopenNotice
from causeway.domains.services.commands.take_up_notice import TakeUpNotice
from causeway.domains.services.commands.watch_notice import WatchNotice
from causeway.domains.services.cpv_divisions import bought
from causeway.domains.services.matching import OFFER_FROM
from causeway.domains.services.models import OfferedNotice
from causeway.domains.services.ocds.packages import LARGEST_PACKAGE
from causeway.domains.services.queries import tenders as reads
from causeway.domains.services.queries.unmatched import grounds_of, misses_in_words
from causeway.domains.services.web import forms_tenders as forms
from causeway.kernel.errors import CausewayError
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@login_required
@require_safe
def tender_inbox(request: HttpRequest) -> HttpResponse:
    """The notices that wait for a decision, or in any other state."""
    actor = actor_of(request)
    given = request.GET.copy()
    given.setdefault("state", OfferedNotice.State.WAITING)
    form = forms.FilterForm(given)
    form.is_valid()
    chosen = form.cleaned_data
    wanted = reads.Wanted(
        state=chosen.get("state", ""), words=chosen.get("q", ""), order=chosen.get("order") or "score"
    )
    known = {
        "form": form,
        "page": reads.tender_inbox(actor, wanted, request.GET.get("page")),
        "counts": reads.counts_by_state(actor),
        "state": wanted.state,
        "windows": reads.insourcing_windows(actor, limit=5),
        "alliances": reads.my_alliances(actor),
    }
    return render(request, "services/tenders/inbox.html", known)


@login_required
@require_safe
def notice_page(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    """One notice, why it is offered, and what can be done about it."""
    return _notice(request, offer_id)


@login_required
@require_POST
def take_up(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    offer = reads.offer_for(actor, offer_id)
    form = forms.TakeUpForm(request.POST, services=reads.services_to_choose(actor, offer))

    def command() -> TakeUpNotice:
        given = form.cleaned_data
        return TakeUpNotice(
            offer_id=offer_id,
            **form.chosen(),
            title=given["title"],
            summary=given["summary"],
            decided_on=given["decided_on"],
        )

    threat = perform_form(actor, form, command)
    if threat is None:
        return _notice(request, offer_id, status=422, take_up_form=form)
    messages.success(request, _("The threat is recorded. Only the alliance sees it until it is published."))
    return redirect(threat)


@login_required
@require_POST
def watch(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    perform(actor_of(request), WatchNotice(offer_id=offer_id))
    messages.success(request, _("Watched. You are reminded when its contract comes near its end."))
    return redirect("services:tender_notice", offer_id)


@login_required
@require_POST
def dismiss(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    actor, form = actor_of(request), forms.DismissForm(request.POST)
    reads.offer_for(actor, offer_id)
    perform_form(actor, form, lambda: DismissNotice(offer_id=offer_id, why=form.cleaned_data["why"]))
    if form.errors:
        return _notice(request, offer_id, status=422, dismiss_form=form)
    messages.success(request, _("Dismissed. You can put it back on its page."))
    return redirect("services:tender_inbox")


@login_required
@require_POST
def reopen(request: HttpRequest, offer_id: UUID) -> HttpResponse:
    perform(actor_of(request), ReopenNotice(offer_id=offer_id))
    messages.success(request, _("Put back among those that wait."))
    return redirect("services:tender_notice", offer_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def feeds(request: HttpRequest) -> HttpResponse:
    """The feeds, when they were read last, and a form to add one."""
    actor = actor_of(request)
    alliances = reads.my_alliances(actor)
    form = forms.FeedForm(request.POST or None, alliances=alliances)

    def command() -> AddTenderFeed:
        given = form.cleaned_data
        return AddTenderFeed(
            alliance_id=UUID(given["alliance"]),
            name=given["name"],
            url=given["url"],
            buyers=tuple(given["buyers"].splitlines()),
            cpv=tuple(given["cpv"].replace(",", " ").split()),
            places=tuple(given["places"].splitlines()),
        )

    if request.method == "POST" and _made(actor, form, command) is not None:
        messages.success(request, _("Added. It is read every night; nothing more to do."))
        return redirect("services:tender_feeds")
    known = {"feeds": list(reads.feeds_of(actor)), "form": form, "alliances": alliances}
    return render(request, "services/tenders/feeds.html", known, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove_feed(request: HttpRequest, feed_id: UUID) -> HttpResponse:
    """Asks once, then stops reading the feed."""
    actor = actor_of(request)
    feed = reads.feed_for(actor, feed_id)
    if request.method == "POST":
        perform(actor, RemoveTenderFeed(feed_id=feed_id))
        messages.success(request, _("Removed. The notices that came from it stay."))
        return redirect("services:tender_feeds")
    return render(request, "services/tenders/remove_feed.html", {"feed": feed})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def packages(request: HttpRequest) -> HttpResponse:
    """What was read lately, and a form to bring a file."""
    actor = actor_of(request)
    alliances = reads.my_alliances(actor)
    form = forms.UploadForm(request.POST or None, request.FILES or None, alliances=alliances)

    def command() -> ReceiveTenderPackage:
        file = form.cleaned_data["file"]
        alliance_id = UUID(form.cleaned_data["alliance"])
        return ReceiveTenderPackage(alliance_id=alliance_id, name=file.name, body=file.read(LARGEST_PACKAGE + 1))

    if request.method == "POST":
        package = _made(actor, form, command)
        if package is not None:
            return redirect("services:tender_package", package.pk)
    known = {"page": reads.recent_packages(actor, request.GET.get("page")), "form": form, "alliances": alliances}
    return render(request, "services/tenders/packages.html", known, status=422 if form.errors else 200)


@login_required
@require_safe
def package_page(request: HttpRequest, package_id: UUID) -> HttpResponse:
    """The report of one reading."""
    package = reads.package_for(actor_of(request), package_id)
    known = {
        "package": package,
        "report": reads.report_of(package),
        "grounds": grounds_of(package),
        "unmatched": sum(package.unmatched.values()),
        "offered_from": OFFER_FROM,
        "page": reads.problems_page(package, request.GET.get("page")),
    }
    return render(request, "services/tenders/package.html", known)


def _made(actor: Any, form: Any, build: Any) -> Any:
    """What the form's command made; None, with the sentence at the form, where it cannot be."""
    try:
        return perform_form(actor, form, build)
    except CausewayError as error:
        if error.status in {403, 404}:
            raise
        form.add_error(None, error.sentence)
        return None


def _notice(request: HttpRequest, offer_id: UUID, status: int = 200, **known: Any) -> HttpResponse:
    actor = actor_of(request)
    offer = reads.offer_for(actor, offer_id)
    services = reads.services_to_choose(actor, offer)
    shown = {
        "offer": offer,
        "notice": offer.notice,
        "bought": bought(offer.notice.cpv),
        "reasons": reads.reasons_in_words(offer),
        "misses": misses_in_words(offer),
        "fits": offer.score >= OFFER_FROM,
        "offered_from": OFFER_FROM,
        "take_up_form": forms.TakeUpForm(services=services, initial=_prefilled(offer), auto_id="take_%s"),
        "dismiss_form": forms.DismissForm(auto_id="dismiss_%s"),
        **known,
    }
    return render(request, "services/tenders/notice.html", shown, status=status)


def _prefilled(offer: OfferedNotice) -> dict[str, str]:
    notice = offer.notice
    said = [notice.description[:1500]]
    if notice.tender_closes_on:
        said.append(_("Bids close on %s.") % date_format(notice.tender_closes_on))
    return {
        "service": str(offer.service_id or ""),
        "title": notice.title[:200],
        "summary": "\n\n".join(part for part in said if part),
    }
