"""Taking part with a code from paper or a screen, without an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies.code_queries import conversation_of_code
from causeway.domains.assemblies.commands.use_code import UseCode
from causeway.domains.assemblies.conversation_standing import sections_to_declare
from causeway.domains.assemblies.web.conversation_forms import CodeForm, UseCodeForm
from causeway.domains.assemblies.web.views import FORM
from causeway.domains.assemblies.web.voices import keep_voice, speaker_of
from causeway.kernel.web import perform_form


@never_cache
@require_http_methods(FORM)
def use_code(request: HttpRequest) -> HttpResponse:
    """A camera brings the code in the address, or it is typed. Nothing is used before the button is pressed."""
    typed = str((request.POST if request.method == "POST" else request.GET).get("code", ""))
    conversation = conversation_of_code(typed)
    if conversation is None:
        return _ask_for_code(request, typed)
    slug = conversation.process.slug
    actor = speaker_of(request, slug)
    form = UseCodeForm(
        request.POST or None, initial={"code": typed}, sections=sections_to_declare(actor, conversation.process)
    )
    voice = perform_form(actor, form, lambda: UseCode(**form.cleaned_data))
    if voice:
        return keep_voice(redirect("assemblies:opinions", slug=slug), slug, voice.pk)
    return form_page(
        request,
        form,
        heading=conversation.question,
        button=_("Take part"),
        lede=_(
            "Your code gives one voice in this conversation, in this browser. Nobody can tell who used it. You see one"
            " statement at a time, and agree, disagree or pass. If you have an account here and take part with it,"
            " give the code to somebody else: who has two voices takes away from the others."
        ),
        crumbs=[],
        back=reverse("home"),
    )


def _ask_for_code(request: HttpRequest, typed: str) -> HttpResponse:
    form = CodeForm({"code": typed} if typed else None)
    if typed and form.is_valid():
        form.add_error("code", _("There is no such code. Look at it again, letter by letter."))
    context = {"form": form, "crumbs": []}
    return render(request, "assemblies/use_code.html", context, status=422 if form.errors else 200)
