"""The forms of mediations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.web.motion_forms import ForOrganisationForm


class MediatorForm(forms.Form):
    """Who mediates."""

    email = forms.EmailField(label=_("E-mail address of the mediator"))


class MessageForm(ForOrganisationForm):
    """A message; without a choice where the mediator writes."""

    text = forms.CharField(label=_("Your message"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))
    field_order = ["organisation"]


class OpenMediationForm(ForOrganisationForm):
    """Ask others to talk."""

    others = forms.MultipleChoiceField(label=_("With whom?"), widget=forms.CheckboxSelectMultiple)
    subject = forms.CharField(label=_("What is it about?"), max_length=200)
    text = forms.CharField(
        label=_("What do you want to say to them?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    email = forms.EmailField(
        label=_("E-mail address of a mediator"),
        required=False,
        help_text=_("Somebody whom all of you may trust. They read nothing before they and all of you have agreed."),
    )
    field_order = ["organisation"]

    def __init__(self, *args: Any, others: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["others"].choices = [(str(one.pk), one.name) for one in others]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """What the command is given."""
        fields = super().given()
        fields["other_ids"] = tuple(UUID(one) for one in fields.pop("others"))
        return fields
