"""The pages on which names are asked for and suggested."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from causeway.domains.alliances.web.forms import DateInput
from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies import name_queries, policies, queries
from causeway.domains.assemblies.bodies import body_at, has_sections
from causeway.domains.assemblies.commands.ask_for_names import AskForNames
from causeway.domains.assemblies.commands.suggest_name import SuggestName
from causeway.domains.assemblies.commands.take_back_name import TakeBackName
from causeway.domains.assemblies.levels import why_here_hint
from causeway.domains.assemblies.name_policies import may_suggest_name
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.forms import DatesForm, SetUpForm
from causeway.domains.assemblies.web.motion_forms import end_of
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of, perform_form


class NamesForm(DatesForm):
    """Ask for names."""

    title = forms.CharField(
        label=gettext_lazy("What gets a name?"),
        max_length=160,
        help_text=gettext_lazy("For example “A name for the campaign to keep Rowan open”."),
    )
    about = SetUpForm.base_fields["about"]
    why_here = SetUpForm.base_fields["why_here"]
    section = SetUpForm.base_fields["section"]
    result_for = SetUpForm.base_fields["result_for"]
    names_on = forms.DateField(label=gettext_lazy("Names can be suggested until the end of"), widget=DateInput)
    field_order = ["title", "about", "why_here", "section", "result_for", "names_on"]

    def __init__(self, *args: Any, has_sections: bool, why_here: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why_here"].help_text = why_here
        if not has_sections:
            del self.fields["section"]

    def add_error(self, field: Any, error: Any) -> None:
        """What the command says of the moment stands at its day."""
        super().add_error("names_on" if field == "names_close_at" else field, error)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = {name: self.cleaned_data.get(name, "") for name in ("title", "about", "why_here", "section")}
        given |= {
            "result_for": self.cleaned_data["result_for"],
            "names_close_at": end_of(self.cleaned_data["names_on"]),
        }
        return given | self.dates()


class NameForm(forms.Form):
    """Suggest a name."""

    name = forms.CharField(label=gettext_lazy("The name"), max_length=100)
    why = forms.CharField(label=gettext_lazy("Why?"), max_length=300, required=False)


@require_http_methods(FORM)
def ask(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_set_up_process.require(actor, body)
    form = NamesForm(request.POST or None, has_sections=has_sections(body), why_here=why_here_hint(body))
    made = perform_form(actor, form, lambda: AskForNames(body_id=body.pk, **form.as_fields()))
    if made:
        messages.success(request, _("People can suggest names. Settle the roll, so that the vote can open."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Choose a name together"),
        button=_("Ask for names"),
        lede=_("First people suggest names; then they tick all that they can live with."),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )


@require_http_methods(FORM)
def suggest(request: HttpRequest, slug: str) -> HttpResponse:
    actor = actor_of(request)
    process = queries.process_at(actor, slug)
    may_suggest_name.require(actor, process)
    form = NameForm(request.POST or None)
    if perform_form(actor, form, lambda: SuggestName(process_id=process.pk, **form.cleaned_data)):
        messages.success(request, _("The name is suggested. You can take it back while names are suggested."))
        return redirect(process)
    return form_page(
        request,
        form,
        heading=_("Suggest a name"),
        button=_("Suggest it"),
        lede=_("Nobody is shown whose it is."),
        crumbs=crumbs_of(process, within=True),
        back=process.get_absolute_url(),
    )


@require_POST
def take_back(request: HttpRequest, suggestion_id: int) -> HttpResponse:
    actor = actor_of(request)
    process = name_queries.own_suggestion(actor, suggestion_id).process
    perform(actor, TakeBackName(suggestion_id=suggestion_id))
    messages.success(request, _("The name is taken back. Nothing of it is kept."))
    return redirect(process)
