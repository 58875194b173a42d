"""The handlers' pages: what came in, opened with a passphrase, answered, released by two."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from causeway.domains.services.commands.agree_to_longer_keeping import AgreeToLongerKeeping
from causeway.domains.services.commands.agree_to_release import AgreeToRelease
from causeway.domains.services.commands.decline_release import DeclineRelease
from causeway.domains.services.commands.make_handler_key import MakeHandlerKey
from causeway.domains.services.commands.note_on_tip_off import NoteOnTipOff
from causeway.domains.services.commands.open_tip_off import OpenTipOff
from causeway.domains.services.commands.propose_longer_keeping import ProposeLongerKeeping
from causeway.domains.services.commands.propose_release import ProposeRelease
from causeway.domains.services.commands.renew_handler_key import RenewHandlerKey
from causeway.domains.services.commands.reply_to_tip_off import ReplyToTipOff
from causeway.domains.services.commands.share_tip_off import ShareTipOff
from causeway.domains.services.commands.start_threat_from_statement import StartThreatFromStatement
from causeway.domains.services.models import ReleaseProposal
from causeway.domains.services.queries import tipoffs as reads
from causeway.domains.services.web import forms_tipoffs as forms
from causeway.kernel.errors import CausewayError
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


@login_required
@never_cache
@require_safe
def tip_off_inbox(request: HttpRequest) -> HttpResponse:
    """What came in: days and states only."""
    actor = actor_of(request)
    waiting = request.GET.get("waiting") == "1"
    keys = reads.my_keys(actor)
    known = {
        "page": reads.inbox(actor, waiting=waiting, page=request.GET.get("page")),
        "waiting": waiting,
        "keys": keys,
        "others": reads.handled_by_others(actor),
        "without_key": [alliance for alliance, key in keys if key is None],
        "too_few": [alliance for alliance, _key in keys if reads.handlers_without_key(alliance.pk)],
    }
    return render(request, "services/tip_offs/inbox.html", known)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def handler_key(request: HttpRequest, slug: str) -> HttpResponse:
    """Make one's key, or renew it."""
    actor = actor_of(request)
    alliance, key = reads.alliance_handled(actor, slug)
    form_class = forms.RenewKeyForm if key else forms.NewKeyForm
    form = form_class(request.POST or None)

    def command() -> MakeHandlerKey | RenewHandlerKey:
        given = form.cleaned_data
        if key is None:
            return MakeHandlerKey(alliance_id=alliance.pk, passphrase=given["passphrase"])
        return RenewHandlerKey(
            alliance_id=alliance.pk, old_passphrase=given["old_passphrase"], passphrase=given["passphrase"]
        )

    if request.method == "POST" and perform_form(actor, form, command) is not None:
        messages.success(request, _("Your key is made. Tip-offs will be sealed to it from now on."))
        return redirect("services:tip_off_inbox")
    known = {"alliance": alliance, "key": key, "form": form}
    return render(request, "services/tip_offs/key.html", known, status=422 if form.errors else 200)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tip_off_page(request: HttpRequest, tip_off_id: UUID) -> HttpResponse:
    """One tip-off: sealed, or, for as long as this one answer lasts, open."""
    actor = actor_of(request)
    form = forms.PassphraseForm(request.POST or None)
    reads.tip_off_for(actor, tip_off_id)
    if request.method == "POST":
        passphrase = str(request.POST.get("passphrase", ""))
        thread = perform_form(actor, form, lambda: OpenTipOff(tip_off_id=tip_off_id, passphrase=passphrase))
        if thread is not None:
            return _tip_off(request, tip_off_id, thread=thread)
    return _tip_off(request, tip_off_id, passphrase_form=form, status=422 if form.errors else 200)


@login_required
@require_POST
def reply(request: HttpRequest, tip_off_id: UUID) -> HttpResponse:
    form = forms.ReplyForm(request.POST)
    reads.tip_off_for(actor_of(request), tip_off_id)
    done = _done(request, form, lambda: ReplyToTipOff(tip_off_id=tip_off_id, text=form.cleaned_data["text"]))
    if not done:
        return _tip_off(request, tip_off_id, reply_form=form, status=422)
    messages.success(request, _("Your reply is sealed. The source can read it with their code."))
    return redirect("services:tip_off", tip_off_id)


@login_required
@require_POST
def note(request: HttpRequest, tip_off_id: UUID) -> HttpResponse:
    form = forms.NoteForm(request.POST)
    reads.tip_off_for(actor_of(request), tip_off_id)
    done = _done(
        request,
        form,
        lambda: NoteOnTipOff(
            tip_off_id=tip_off_id, text=form.cleaned_data["text"], settles=form.cleaned_data["settles"]
        ),
    )
    if not done:
        return _tip_off(request, tip_off_id, note_form=form, status=422)
    messages.success(request, _("Your note is sealed to the handlers."))
    return redirect("services:tip_off", tip_off_id)


@login_required
@require_POST
def share(request: HttpRequest, tip_off_id: UUID) -> HttpResponse:
    actor, form = actor_of(request), forms.PassphraseForm(request.POST)
    reads.tip_off_for(actor, tip_off_id)
    made = perform_form(
        actor, form, lambda: ShareTipOff(tip_off_id=tip_off_id, passphrase=form.cleaned_data["passphrase"])
    )
    if made is None:
        return _tip_off(request, tip_off_id, share_form=form, status=422)
    messages.success(
        request,
        ngettext("%(n)s text sealed to a colleague.", "%(n)s texts sealed to colleagues.", made) % {"n": made}
        if made
        else _("Every handler with a key has everything that you can open."),
    )
    return redirect("services:tip_off", tip_off_id)


@login_required
@require_POST
def propose(request: HttpRequest, tip_off_id: UUID) -> HttpResponse:
    form = forms.ReleaseForm(request.POST)
    reads.tip_off_for(actor_of(request), tip_off_id)
    done = _done(request, form, lambda: ProposeRelease(tip_off_id=tip_off_id, text=form.cleaned_data["text"]))
    if not done:
        return _tip_off(request, tip_off_id, release_form=form, status=422)
    messages.success(request, _("Proposed. Another handler must open these words and agree."))
    return redirect("services:tip_off", tip_off_id)


@login_required
@require_POST
def keep_longer(request: HttpRequest, tip_off_id: UUID) -> HttpResponse:
    form = forms.KeepForm(request.POST)
    reads.tip_off_for(actor_of(request), tip_off_id)
    done = _done(request, form, lambda: ProposeLongerKeeping(tip_off_id=tip_off_id, until=form.cleaned_data["until"]))
    if not done:
        return _tip_off(request, tip_off_id, keep_form=form, status=422)
    messages.success(request, _("Proposed. Another handler must agree to keep it longer."))
    return redirect("services:tip_off", tip_off_id)


@login_required
@require_POST
def agree_to_keep(request: HttpRequest, tip_off_id: UUID) -> HttpResponse:
    perform(actor_of(request), AgreeToLongerKeeping(tip_off_id=tip_off_id))
    messages.success(request, _("Agreed. It is kept until that day."))
    return redirect("services:tip_off", tip_off_id)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decide_release(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """Another handler opens the exact words, and agrees to them with their passphrase or declines with a reason."""
    actor = actor_of(request)
    proposal = reads.proposal_for(actor, proposal_id)
    opens, declines = "open" in request.POST, "decline" in request.POST
    agrees = request.method == "POST" and not (opens or declines)
    open_form = forms.PassphraseForm(request.POST if opens else None, auto_id="open_%s")
    agree_form = forms.AgreeForm(request.POST if agrees else None)
    decline_form = forms.DeclineForm(request.POST if declines else None, prefix=None)
    tip_off_id = proposal.message.tip_off_id
    words = _proposed_words(request, proposal, open_form) if opens else None
    if declines and _done(
        request, decline_form, lambda: DeclineRelease(proposal_id=proposal_id, text=decline_form.cleaned_data["text"])
    ):
        messages.success(request, _("Declined. Your reason is sealed to the handlers."))
        return redirect("services:tip_off", tip_off_id)
    if agrees:
        passphrase = str(request.POST.get("passphrase", ""))
        statement = perform_form(
            actor, agree_form, lambda: AgreeToRelease(proposal_id=proposal_id, passphrase=passphrase)
        )
        if statement is not None:
            messages.success(request, _("Released. Coordinators can read the statement and start a threat from it."))
            return redirect("services:statements")
    known = {
        "proposal": proposal,
        "words": words,
        "open_form": open_form,
        "agree_form": agree_form,
        "decline_form": decline_form,
    }
    bad = open_form.errors or agree_form.errors or decline_form.errors
    return render(request, "services/tip_offs/decide.html", known, status=422 if bad else 200)


def _proposed_words(request: HttpRequest, proposal: ReleaseProposal, form: forms.PassphraseForm) -> str | None:
    """The words of a proposed release, opened with the handler's own key; None, with why at the form, where it fails.

    The same command opens them that opens the thread, so that the trail says so.
    """
    passphrase = str(request.POST.get("passphrase", ""))
    command = OpenTipOff(tip_off_id=proposal.message.tip_off_id, passphrase=passphrase)
    thread = perform_form(actor_of(request), form, lambda: command)
    texts = [message.text for message in thread or [] if message.proposal == proposal]
    if thread is not None and texts == [None]:
        form.add_error(None, _("This was written before your key was made. Ask another handler to share it with you."))
    return texts[0] if texts else None


@login_required
@require_safe
def statements(request: HttpRequest) -> HttpResponse:
    """What two handlers released, for coordinators."""
    page = reads.statements_page(actor_of(request), request.GET.get("page"))
    return render(request, "services/tip_offs/statements.html", {"page": page})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start_threat(request: HttpRequest, statement_id: UUID) -> HttpResponse:
    """A coordinator makes a threat, heard and not confirmed, of a released statement."""
    actor = actor_of(request)
    statement = reads.statement_for(actor, statement_id)
    services = reads.services_to_threaten(actor, statement)
    form = forms.StartThreatForm(request.POST or None, services=services)

    def command() -> StartThreatFromStatement:
        given = form.cleaned_data
        return StartThreatFromStatement(
            statement_id=statement_id,
            **form.chosen(),
            new_provider=given["new_provider"],
            kind=given["kind"],
            title=given["title"],
        )

    if request.method == "POST":
        threat = perform_form(actor, form, command)
        if threat is not None:
            messages.success(request, _("The threat is recorded. Only the alliance sees it until it is published."))
            return redirect(threat.get_absolute_url())
    known = {
        "statement": statement,
        "form": form,
        "services": services,
        "coordinates": reads.starts_threats(actor, statement),
    }
    return render(request, "services/tip_offs/start_threat.html", known, status=422 if form.errors else 200)


def _done(request: HttpRequest, form: Any, build: Any) -> bool:
    """Perform what the form stands for; False, with the sentence at the form, where that cannot be."""
    before = len(form.errors)
    try:
        perform_form(actor_of(request), form, build)
    except CausewayError as error:
        if error.status in {403, 404}:
            raise
        form.add_error(None, error.sentence)
    return len(form.errors) == before and form.is_valid()


def _tip_off(request: HttpRequest, tip_off_id: UUID, status: int = 200, **known: Any) -> HttpResponse:
    actor = actor_of(request)
    tip_off = reads.tip_off_for(actor, tip_off_id)
    shown = {
        "tip_off": tip_off,
        "sealed": reads.messages_of(tip_off),
        "me": request.user.pk,
        "passphrase_form": forms.PassphraseForm(),
        "reply_form": forms.ReplyForm(auto_id="reply_%s"),
        "note_form": forms.NoteForm(auto_id="note_%s"),
        "release_form": forms.ReleaseForm(auto_id="release_%s"),
        "share_form": forms.PassphraseForm(auto_id="share_%s"),
        "keep_form": forms.KeepForm(auto_id="keep_%s"),
        **known,
    }
    return render(request, "services/tip_offs/tip_off.html", shown, status=status)
