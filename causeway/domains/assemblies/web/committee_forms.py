"""The forms of committees."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.web.forms import DateInput
from causeway.domains.assemblies.models.committees import LONGEST_RHYTHM
from causeway.domains.assemblies.web.forms import DatesForm


class CommitteeForm(forms.Form):
    """What an election elects to."""

    name = forms.CharField(label=_("What is the committee called?"), max_length=160)
    starts_on = forms.DateField(label=_("The term begins on"), widget=DateInput)
    ends_on = forms.DateField(
        label=_("The term ends on"), widget=DateInput, required=False, help_text=_("Leave this empty for no end.")
    )
    duties = forms.CharField(
        label=_("What do its members do?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    report_weeks = forms.IntegerField(
        label=_("How many weeks from report to report?"),
        min_value=0,
        max_value=LONGEST_RHYTHM,
        initial=13,
        required=False,
        help_text=_("Each member then reports to those who elected them. 0 for no reports."),
    )

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        return self.cleaned_data | {"report_weeks": self.cleaned_data["report_weeks"] or 0}


class ByElectionForm(DatesForm):
    """When a by-election is held."""

    nominations_on = forms.DateField(label=_("Names can be put forward until the end of"), widget=DateInput)
    field_order = ["nominations_on", "opens_on", "opens_hour", "closes_on", "closes_hour"]

    def add_error(self, field: Any, error: Any) -> None:
        """What the command says of the day stands at its field."""
        super().add_error({"nominations_close_at": "nominations_on"}.get(field, field), error)

    def as_fields(self) -> dict[str, datetime]:
        """What the command is given."""
        last_moment = datetime.combine(self.cleaned_data["nominations_on"], time(23, 59))
        return {"nominations_close_at": timezone.make_aware(last_moment), **self.dates()}
