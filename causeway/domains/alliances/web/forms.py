"""The forms of alliances and organisations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Alliance, Office, Organisation, Section

NAME = {"autocomplete": "organization"}


class DateInput(forms.DateInput):
    """The browser's own date field."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PageForm(forms.Form):
    """What every body says about itself."""

    name = forms.CharField(label=_("Name"), max_length=160)
    area = forms.CharField(
        label=_("Area"), max_length=120, required=False, help_text=_("The town, county or region, as people call it.")
    )
    about = forms.CharField(
        label=_("What it is and what it is for"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("A few plain sentences. Anyone can read them."),
    )


class AllianceForm(PageForm):
    """Edit an alliance."""


class FoundForm(PageForm):
    """Found an alliance."""

    level = forms.ChoiceField(
        label=_("How large an area does it cover?"),
        choices=Alliance.Level.choices,
        widget=forms.RadioSelect,
        initial=Alliance.Level.LOCAL,
        help_text=_("Local alliances can stand under a regional one, and those under a national one."),
    )
    field_order = ["name", "level", "area", "about"]


class OrganisationForm(PageForm):
    """Register or edit an organisation."""

    kind = forms.ChoiceField(label=_("What kind of organisation is it?"), choices=Organisation.Kind.choices)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    joining = forms.ChoiceField(
        label=_("How do people join it here?"),
        choices=Organisation.Joining.choices,
        widget=forms.RadioSelect,
        initial=Organisation.Joining.OPEN,
        help_text=_("Who its members are stays sealed either way. Nothing but their account is asked."),
    )
    field_order = ["name", "kind", "area", "about", "website", "joining"]


class StrandForm(forms.Form):
    """One strand of the strategy; an empty one is left out."""

    title = forms.CharField(label=_("Title"), max_length=80, required=False)
    text = forms.CharField(
        label=_("What it means here"), max_length=3000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("text") and not cleaned.get("title"):
            self.add_error("title", _("Give this strand a title."))
        return cleaned


class DomainsForm(forms.Form):
    """The e-mail domains of employers."""

    domains = forms.CharField(
        label=_("E-mail domains, one on each line"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocapitalize": "none"}),
        help_text=_("The part after the @, such as nhs.uk or westbury.gov.uk."),
    )


class SearchForm(forms.Form):
    """Search the directories for something to choose."""

    words = forms.CharField(label=_("Name or area"), max_length=100, required=False)


class ReasonForm(forms.Form):
    """A reason that the other side will read."""

    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class EndAffiliationForm(ReasonForm):
    """End an affiliation."""

    on = forms.DateField(
        label=_("Last day"), required=False, widget=DateInput, help_text=_("Leave it empty if it is today.")
    )


class ProposalForm(forms.Form):
    """Propose an affiliation."""

    section = forms.ChoiceField(
        label=_("In which section?"),
        choices=Section.choices,
        widget=forms.RadioSelect,
        help_text=_("An alliance joins three sections, so that no one of them speaks for the others."),
    )
    message = forms.CharField(
        label=_("Message"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ApplyForm(ProposalForm):
    """An officer applies for their organisation."""

    organisation_id = forms.ChoiceField(label=_("For which organisation?"))
    field_order = ["organisation_id", "section", "message"]

    def __init__(self, *args: Any, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["organisation_id"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101
        choice.choices = [(str(row.pk), row.name) for row in organisations]


class RecordForm(forms.Form):
    """Record an affiliation that was agreed elsewhere."""

    section = forms.ChoiceField(label=_("In which section?"), choices=Section.choices, widget=forms.RadioSelect)
    since = forms.DateField(
        label=_("Since"), required=False, widget=DateInput, help_text=_("Leave it empty if it is today.")
    )
    agreed_how = forms.CharField(
        label=_("How was it agreed?"),
        max_length=200,
        help_text=_("For example: by the branch committee on 3 May, minute 7."),
    )


class DeclareForm(forms.Form):
    """Declare a membership figure."""

    members = forms.IntegerField(label=_("How many members does it have?"), min_value=1, max_value=10_000_000)
    declared_on = forms.DateField(
        label=_("On which day?"), required=False, widget=DateInput, help_text=_("Leave it empty if it is today.")
    )


class OfferForm(forms.Form):
    """Offer an office, by an address or to a member whom the officers may know."""

    title = forms.CharField(
        label=_("Title of the office"), max_length=80, help_text=_("For example: Chair, Secretary, Treasurer.")
    )
    role = forms.ChoiceField(label=_("What may its holder do?"), widget=forms.RadioSelect)
    membership_id = forms.ChoiceField(label=_("A member who lets the officers know them"), required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("They get a letter, and hold the office once they accept. Nothing is shown before."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    starts_on = forms.DateField(
        label=_("From"), required=False, widget=DateInput, help_text=_("Leave it empty if it is today.")
    )
    ends_on = forms.DateField(
        label=_("Until"), required=False, widget=DateInput, help_text=_("Leave it empty if the term is open.")
    )

    def __init__(self, *args: Any, roles: list[tuple[str, str]], members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("role", roles), ("membership_id", [("", _("Nobody on this list")), *members])):
            choice = self.fields[name]
            assert isinstance(choice, forms.ChoiceField)  # noqa: S101
            choice.choices = choices
        if not members:
            del self.fields["membership_id"]
            self.fields["email"].required = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "email" not in self.errors and not cleaned.get("email") and not cleaned.get("membership_id"):
            self.add_error("email", _("Enter an address, or choose a member."))
        return cleaned


ROLE_WORDS = {
    Office.Role.COORDINATOR: _("Coordinator: runs the alliance’s pages, affiliations, offices and meetings"),
    Office.Role.OFFICER: _("Officer: speaks and acts for the organisation"),
    Office.Role.DELEGATE: _("Delegate: carries a mandate, and changes nothing here"),
    Office.Role.HANDLER: _("Tip-off handler: reads confidential tip-offs, together with a second handler"),
}


class AcceptForm(forms.Form):
    """Accept an office."""

    shown_publicly = forms.BooleanField(
        label=_("Show my display name with this office on the public page"),
        required=False,
        help_text=_("Leave it unticked and the page says only that the office is held. You can change it later."),
    )


class TrailForm(forms.Form):
    """Filter a trail."""

    command = forms.ChoiceField(label=_("Kind of change"), required=False)
    person = forms.ChoiceField(label=_("Person"), required=False)
    first = forms.DateField(label=_("From"), required=False, widget=DateInput)
    last = forms.DateField(label=_("To"), required=False, widget=DateInput)
