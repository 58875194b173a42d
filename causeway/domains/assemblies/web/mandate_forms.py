"""The forms of mandates."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.web.forms import DateInput
from causeway.domains.assemblies.models import AdoptedText


class MandateForm(forms.Form):
    """A mandate in the words that were adopted."""

    text_id = forms.ChoiceField(label=_("From which motion?"), required=False)
    text = forms.CharField(
        label=_("The mandate, as it was adopted"), max_length=6000, widget=forms.Textarea(attrs={"rows": 10})
    )
    adopted_on = forms.DateField(label=_("Adopted on"), widget=DateInput)

    def __init__(self, *args: Any, texts: list[AdoptedText], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not texts:
            del self.fields["text_id"]
            return
        choice = self.fields["text_id"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101
        choice.choices = [("", _("None of these")), *((str(text.pk), text.title) for text in texts)]

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        chosen = self.cleaned_data.get("text_id")
        return self.cleaned_data | {"text_id": UUID(chosen) if chosen else None}
