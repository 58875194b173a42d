"""The pages of a source: no account, no script, no cookie, nothing that remembers.

``csrf_exempt``: a forged form could do nothing that its maker could not do openly, since no account and no cookie
stands behind these pages; and a token would need a cookie.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.services.commands.add_to_tip_off import AddToTipOff
from causeway.domains.services.commands.leave_tip_off import LeaveTipOff
from causeway.domains.services.commands.withdraw_tip_off import WithdrawTipOff
from causeway.domains.services.policies.tipoffs import RETURN_CODE
from causeway.domains.services.queries.tipoffs import (
    SourceView,
    alliance_by_slug,
    alliances_taking_tip_offs,
    handlers_without_key,
    source_view,
)
from causeway.domains.services.threads import KEEP_DAYS, new_code
from causeway.domains.services.web.forms_tipoffs import MoreForm, ReturnCodeForm, TipOffForm, WithdrawForm
from causeway.kernel.actors import Bearer, Visitor
from causeway.kernel.errors import CausewayError, Invalid
from causeway.kernel.perform import perform


@require_safe
def tip_off_start(request: HttpRequest) -> HttpResponse:
    """Which alliance to tell."""
    words = request.GET.get("q", "")[:80]
    page = alliances_taking_tip_offs(words, request.GET.get("page"))
    return _show(request, "start", {"page": page, "words": words})


@require_safe
def tip_off_before(request: HttpRequest, slug: str) -> HttpResponse:
    """Who could know this? What to think of before writing."""
    alliance = alliance_by_slug(slug)
    if handlers_without_key(alliance.pk):
        return _show(request, "not_yet", {"alliance": alliance})
    return _show(request, "before", {"alliance": alliance, "keep_days": KEEP_DAYS})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def tip_off_write(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; what is sent answers with the return code, in the page itself: no address ever holds it."""
    alliance = alliance_by_slug(slug)
    if handlers_without_key(alliance.pk):
        return _show(request, "not_yet", {"alliance": alliance})
    form = TipOffForm(request.POST) if request.method == "POST" else TipOffForm(initial={"code": new_code()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        command = LeaveTipOff(alliance_id=alliance.pk, text=given["text"], code=given["code"])
        try:
            tip_off = perform(Visitor(), command)
        except CausewayError as error:
            _tell(form, error)
        else:
            return _show(request, "code", {"alliance": alliance, "code": given["code"], "tip_off": tip_off})
    return _show(request, "write", {"alliance": alliance, "form": form}, status=422 if form.errors else 200)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def tip_off_return(request: HttpRequest) -> HttpResponse:
    """The way back in, with the return code: read replies, add more."""
    form = ReturnCodeForm(request.POST or None)
    if not form.is_valid():
        return _show(request, "return", {"form": form}, status=422 if form.errors else 200)
    code = form.cleaned_data["code"]
    view = source_view(code)
    if view is None:
        return _unknown(request, form)
    if "text" not in request.POST:
        return _thread(request, view, code, MoreForm(initial={"code": code}))
    more = MoreForm(request.POST)
    if more.is_valid():
        command = AddToTipOff(tip_off_id=view.tip_off.pk, text=more.cleaned_data["text"])
        try:
            perform(Bearer(RETURN_CODE, view.tip_off.pk), command)
        except CausewayError as error:
            _tell(more, error)
        else:
            return _thread(request, source_view(code) or view, code, MoreForm(initial={"code": code}), added=True)
    return _thread(request, view, code, more)


@csrf_exempt
@require_http_methods(["POST"])
def tip_off_withdraw(request: HttpRequest) -> HttpResponse:
    """Asks once more, then deletes everything in the thread."""
    form = WithdrawForm(request.POST)
    view = source_view(form.cleaned_data["code"]) if form.is_valid() else None
    if view is None:
        return _unknown(request, ReturnCodeForm(request.POST))
    if "sure" not in request.POST:
        return _show(request, "withdraw", {"form": form, "tip_off": view.tip_off})
    perform(Bearer(RETURN_CODE, view.tip_off.pk), WithdrawTipOff(tip_off_id=view.tip_off.pk))
    return _show(request, "withdrawn", {})


def _thread(request: HttpRequest, view: SourceView, code: str, more: MoreForm, *, added: bool = False) -> HttpResponse:
    known = {"view": view, "code": code, "form": more, "added": added}
    return _show(request, "thread", known, status=422 if more.errors else 200)


def _unknown(request: HttpRequest, form: ReturnCodeForm) -> HttpResponse:
    if form.is_valid():
        form.add_error(
            "code", _("This code opens nothing. Check it letter by letter; or the tip-off has been deleted by now.")
        )
    return _show(request, "return", {"form": form}, status=422)


def _tell(form: TipOffForm | MoreForm, error: CausewayError) -> None:
    """Put the sentence above the form, so that what was written stays there."""
    fields = error.fields if isinstance(error, Invalid) else {}
    for name, sentences in (fields or {"": [error.sentence]}).items():
        for sentence in sentences:
            form.add_error(name if name in form.fields else None, sentence)


def _show(request: HttpRequest, page: str, known: dict[str, Any], status: int = 200) -> HttpResponse:
    known = {**known, "brought_cookie": getattr(request, "brought_cookie", False)}
    return render(request, f"services/tip_off/tip_off_{page}.html", known, status=status)
