"""The forms of recalls."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models import Ballot


class RulesForm(forms.Form):
    """On what terms a body recalls."""

    percent = forms.IntegerField(
        label=_("How many in a hundred electors must ask for it?"),
        min_value=5,
        max_value=50,
        help_text=_("From 5 to 50. However few the electors are, three must ask."),
    )
    days = forms.IntegerField(label=_("How many days have they to find each other?"), min_value=7, max_value=90)
    threshold = forms.ChoiceField(label=_("What carries the recall?"), choices=Ballot.Threshold.choices)
    quorum_percent = forms.IntegerField(
        label=_("Quorum: how many in a hundred of the roll must vote?"),
        min_value=0,
        max_value=50,
        help_text=_("0 for none."),
    )
    cool_down_weeks = forms.IntegerField(
        label=_("For how many weeks is somebody left in peace after a recall failed?"), min_value=0, max_value=52
    )
    first_weeks = forms.IntegerField(
        label=_("For how many weeks at the beginning of a term is nobody recalled?"), min_value=0, max_value=26
    )
    last_weeks = forms.IntegerField(label=_("And for how many weeks at its end?"), min_value=0, max_value=26)
