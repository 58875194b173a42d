"""The forms of tender notices."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.models import OfferedNotice
from causeway.domains.services.notice_services import BY_KEY, NOTICE_SERVICES
from causeway.domains.services.web.threatened import ThreatenedForm


class _ForAlliance(forms.Form):
    """A form that is about one of the alliances that the person coordinates."""

    alliance = forms.ChoiceField(label=_("Alliance"))

    def __init__(self, *args: Any, alliances: list[Alliance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alliance"].choices = [(str(one.pk), one.name) for one in alliances]  # type: ignore[attr-defined]


class UploadForm(_ForAlliance):
    file = forms.FileField(
        label=_("OCDS release package"),
        help_text=_("A JSON file of up to 20 MB, as Contracts Finder and Find a Tender give them out."),
        allow_empty_file=True,
    )


class FeedForm(_ForAlliance):
    """A feed from one of the official services, or from another address."""

    service = forms.ChoiceField(
        label=_("Where from"),
        choices=[*((one.key, one.what) for one in NOTICE_SERVICES), ("other", _("Another address, given below"))],
        widget=forms.RadioSelect,
        initial=NOTICE_SERVICES[0].key,
    )
    name = forms.CharField(
        label=_("A name for it"),
        help_text=_("The service’s own name is used if you leave this empty."),
        max_length=120,
        required=False,
    )
    url = forms.CharField(
        label=_("Another address"),
        help_text=_("Begins with https://. Write {since} where the day goes from which on to read."),
        max_length=500,
        required=False,
    )
    buyers = forms.CharField(
        label=_("Buyers to watch"),
        help_text=_("One a line, for example: Westbury Council"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    cpv = forms.CharField(
        label=_("CPV codes to watch"),
        help_text=_("Two to eight figures each, with spaces between: 85 is all of health and social work."),
        required=False,
        max_length=400,
    )
    places = forms.CharField(
        label=_("Places to watch"),
        help_text=_("One a line, for example: Westbury, or the first half of a postcode"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """The address and the name of the chosen service; for another address both are needed."""
        given = super().clean() or self.cleaned_data
        chosen = BY_KEY.get(given.get("service", ""))
        if chosen:
            given["url"], given["name"] = chosen.url, given.get("name") or chosen.name
        elif given.get("service") == "other":
            if not given.get("name"):
                self.add_error("name", _("Enter a name for the feed."))
            if not given.get("url"):
                self.add_error("url", _("Enter the feed’s address."))
        return given


class FilterForm(forms.Form):
    """How the inbox is narrowed; anything unknown means nothing."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[*OfferedNotice.State.choices, ("all", _("All that was read"))]
    )
    q = forms.CharField(label=_("Words"), required=False, max_length=80)
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            ("score", _("Best fit first")),
            ("closes", _("Bids close first")),
            ("ends", _("Contract ends first")),
            ("newest", _("Newest first")),
        ],
    )


class TakeUpForm(ThreatenedForm):
    field_order = ("service", "new_service", "title", "summary", "decided_on")
    title = forms.CharField(label=_("A short title"), max_length=200)
    summary = forms.CharField(
        label=_("What is proposed"), required=False, widget=forms.Textarea(attrs={"rows": 5}), max_length=5000
    )
    decided_on = forms.DateField(
        label=_("When is it decided?"),
        help_text=_("The day of the meeting or award, where you know it."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class DismissForm(forms.Form):
    why = forms.CharField(
        label=_("Why is it no concern of yours?"),
        help_text=_("A few words, for the others who coordinate."),
        max_length=300,
    )
