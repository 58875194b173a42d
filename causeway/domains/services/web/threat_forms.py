"""Forms about threats."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from causeway.domains.services.models import ChecklistNote, Threat


def day(label: StrOrPromise, hint: StrOrPromise = "") -> forms.DateField:
    """A date that may be unknown."""
    return forms.DateField(
        label=label, required=False, help_text=hint, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class DatesForm(forms.Form):
    announced_on = day(_("Announced"))
    consultation_opens_on = day(_("Consultation opens"))
    consultation_closes_on = day(_("Consultation closes"))
    decided_on = day(_("Decision meeting"), _("The day on which it is, or was, decided."))
    contract_ends_on = day(_("Contract ends"))
    review_by = day(
        _("Last day for a judicial review"),
        _("Leave empty: three months less a day from the decision is suggested. Act promptly and take advice."),
    )


class WordsForm(forms.Form):
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("What would happen, in a line. For example: Rowan Centre to close."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Threat.Kind.choices)
    summary = forms.CharField(
        label=_("What is proposed"), required=False, max_length=10000, widget=forms.Textarea(attrs={"rows": 5})
    )
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=300,
        help_text=_("A document, a meeting, a notice. Never the name of a person who told you."),
    )
    source_url = forms.URLField(label=_("Link to the source"), required=False, max_length=500, assume_scheme="https")


class ThreatForm(DatesForm, WordsForm):
    confidence = forms.ChoiceField(
        label=_("How sure is it?"), choices=Threat.Confidence.choices, widget=forms.RadioSelect, initial="rumour"
    )
    field_order = ["title", "kind", "summary", "confidence", "source", "source_url"]


class MoveDatesForm(DatesForm):
    source = forms.CharField(
        label=_("Who says so?"), max_length=300, help_text=_("The document or page that gives the new dates.")
    )
    source_url = forms.URLField(label=_("Link to the source"), required=False, max_length=500, assume_scheme="https")


class EvidenceForm(forms.Form):
    source = forms.CharField(label=_("Source"), max_length=300)
    source_url = forms.URLField(label=_("Link to the source"), required=False, max_length=500, assume_scheme="https")
    note = forms.CharField(
        label=_("What it says"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    confidence = forms.ChoiceField(
        label=_("How sure are we now?"), choices=Threat.Confidence.choices, widget=forms.RadioSelect
    )


class WithdrawForm(forms.Form):
    why = forms.CharField(label=_("Why?"), max_length=300, help_text=_("Your alliance sees this; nobody else does."))


class OutcomeForm(forms.Form):
    outcome = forms.ChoiceField(label=_("How did it end?"), choices=Threat.Outcome.choices, widget=forms.RadioSelect)
    closed_on = forms.DateField(
        label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(
        label=_("What happened"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    source_url = forms.URLField(label=_("Link to the source"), required=False, max_length=500, assume_scheme="https")


class ChecklistForm(forms.Form):
    finding = forms.ChoiceField(
        label=_("What did you find?"), choices=ChecklistNote.Finding.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("What we know"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )
    evidence_url = forms.URLField(
        label=_("Link to the evidence"), required=False, max_length=500, assume_scheme="https"
    )
    happened_on = day(_("When it happened"))


class LawForm(forms.Form):
    says = forms.CharField(label=_("What the law says now"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    source = forms.CharField(label=_("Source"), max_length=300)
    source_url = forms.URLField(label=_("Link to the source"), required=False, max_length=500, assume_scheme="https")
    valid_from = day(_("Valid from"))
