"""The forms of votes by post."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.web.forms import DateInput
from causeway.domains.alliances.web.meeting_forms import TimeInput
from causeway.domains.assemblies.receipts import plain_receipt


class AllowPostForm(forms.Form):
    """Let papers come by post."""

    return_to = forms.CharField(
        label=_("Where are papers sent to?"), max_length=300, help_text=_("One line, as it stands on an envelope.")
    )
    post_on = forms.DateField(
        label=_("Envelopes are taken in until"),
        widget=DateInput,
        help_text=_("Before the vote closes, so that there is time to type the papers in."),
    )
    post_hour = forms.TimeField(label=_("At"), widget=TimeInput, initial=time(12))

    def add_error(self, field: Any, error: Any) -> None:
        """What the command says of the moment stands at the day."""
        super().add_error("post_on" if field == "post_by" else field, error)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = self.cleaned_data
        post_by = timezone.make_aware(datetime.combine(given["post_on"], given["post_hour"]))
        return {"return_to": given["return_to"], "post_by": post_by}


class AskForm(forms.Form):
    """Ask for a paper."""

    address = forms.CharField(
        label=_("Shall it be sent to you? Then where to?"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
        help_text=_(
            "Leave this empty if you print it yourself or fetch it. Those who run the vote read the address, and so "
            "learn that you may vote. It is deleted once the paper is sent."
        ),
    )


class EnvelopeForm(forms.Form):
    """The code on an outer envelope."""

    code = forms.CharField(
        label=_("Code on the slip"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        """In its one spelling; as typed where it cannot be a code."""
        typed = str(self.cleaned_data["code"])
        return plain_receipt(typed) or typed


class DutyForm(forms.Form):
    """The code of a duty."""

    code = forms.CharField(label=_("The code that you were given"), max_length=20)

    def clean_code(self) -> str:
        """Without spaces, in capitals."""
        return "".join(str(self.cleaned_data["code"]).split()).replace("-", "").upper()


class SizeForm(forms.Form):
    """How many papers a stack has."""

    size = forms.IntegerField(label=_("How many papers are in the stack?"), min_value=1, max_value=100)
