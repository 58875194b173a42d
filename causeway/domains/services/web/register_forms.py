"""Forms about services and public bodies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.services.models import PublicBody, Service
from causeway.domains.services.web.where import PlacedForm


def suggested(names: list[str], key: str) -> forms.TextInput:
    """A text field that suggests names while somebody types."""
    return forms.TextInput(attrs={"list": key, "autocomplete": "off"})


class ServiceForm(PlacedForm):
    field_order = (
        *("name", "about", "reach", "provider_name", "commissioner_name", "used_by", "worked_in_by", "union_ids"),
        *("area", "near", "latitude", "longitude", "website", "source", "source_url"),
    )
    name = forms.CharField(label=_("Name of the service"), max_length=200)
    about = forms.CharField(
        label=_("What it does"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Two or three sentences that a neighbour would understand."),
    )
    reach = forms.ChoiceField(label=_("Who may use it"), choices=Service.Reach.choices, widget=forms.RadioSelect)
    provider_name = forms.CharField(
        label=_("Who provides it"),
        required=False,
        max_length=200,
        widget=suggested([], "bodies"),
        help_text=_("For example a council or a trust. A body that is not in the register yet is added."),
    )
    commissioner_name = forms.CharField(
        label=_("Who commissions it"),
        required=False,
        max_length=200,
        widget=suggested([], "bodies"),
        help_text=_("The body that pays and decides, if it is another one."),
    )
    used_by = forms.CharField(
        label=_("Who uses it"),
        required=False,
        max_length=200,
        help_text=_("Groups and numbers, never names. For example: about 90 people a week."),
    )
    worked_in_by = forms.CharField(
        label=_("Who works in it"), required=False, max_length=200, help_text=_("For example: 12 support workers.")
    )
    union_ids = forms.MultipleChoiceField(
        label=_("Unions organised there"), required=False, widget=forms.CheckboxSelectMultiple
    )
    area = forms.CharField(label=_("Area"), required=False, max_length=120, help_text=_("Town, borough or county."))
    website = forms.URLField(label=_("Website"), required=False, max_length=500, assume_scheme="https")
    source = forms.CharField(
        label=_("Where this comes from"), required=False, max_length=300, help_text=_("A document, a page, a visit.")
    )
    source_url = forms.URLField(label=_("Link to the source"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, unions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if unions:
            self.fields["union_ids"].choices = unions  # type: ignore[attr-defined]
        else:
            del self.fields["union_ids"]


class CloseServiceForm(forms.Form):
    closed_on = forms.DateField(
        label=_("Day it closed"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    source = forms.CharField(label=_("Where this comes from"), required=False, max_length=300)
    source_url = forms.URLField(label=_("Link to the source"), required=False, max_length=500, assume_scheme="https")


class WhoRunsForm(forms.Form):
    organisation_id = forms.TypedChoiceField(
        label=_("Which organisation of its users runs it?"),
        required=False,
        coerce=UUID,
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=_("Its members then decide on the service by votes, and its officers set them up."),
    )

    def __init__(self, *args: Any, organisations: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [*organisations, ("", str(_("None: it is not run by its users")))]
        self.fields["organisation_id"].choices = choices  # type: ignore[attr-defined]


class BodyForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=PublicBody.Kind.choices)
    about = forms.CharField(
        label=_("What it does"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    website = forms.URLField(label=_("Website"), required=False, max_length=500, assume_scheme="https")
    identifier_scheme = forms.CharField(
        label=_("Register"),
        required=False,
        max_length=20,
        help_text=_("The code of the register that numbers it: GB-COH for companies, GB-CHC for charities."),
    )
    identifier = forms.CharField(label=_("Number in that register"), required=False, max_length=60)


class MergeForm(forms.Form):
    stays = forms.CharField(
        label=_("Name of the entry that stays"),
        max_length=200,
        widget=suggested([], "bodies"),
        help_text=_("Its services and those of this entry will stand together under that name."),
    )


class FeedForm(forms.Form):
    file = forms.FileField(
        label=_("Open Referral UK file"),
        help_text=_("JSON as a council’s directory publishes it, up to 50 MB: a list of services, or one in full."),
    )
    source = forms.CharField(
        label=_("Where it comes from"),
        required=False,
        max_length=300,
        help_text=_("Name of the directory or its web address. The file’s name is used if you leave this empty."),
    )
