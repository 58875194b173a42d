"""Forms for rotas and shifts."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.commands.choose_reminders import CHOICES
from causeway.domains.campaigns.models import Event
from causeway.domains.campaigns.rota_pattern import TimeWindow
from causeway.domains.campaigns.web.event_forms import CLOCK, DAY
from causeway.domains.people.models import Person

WINDOWS = 4
DAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]


class RotaForm(forms.Form):
    """A pattern: days of the week, up to four times of day, from when to when."""

    title = forms.CharField(label=_("Title"), max_length=160, help_text=_("For example: Stall at the market."))
    event_id = forms.TypedChoiceField(
        label=_("For an event"), required=False, empty_value=None, help_text=_("Leave it empty for a standing rota.")
    )
    place = forms.CharField(label=_("Place"), max_length=240, required=False)
    about = forms.CharField(
        label=_("What to do, what to bring"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
        help_text=_("It stands in the reminder too."),
    )
    from_date = forms.DateField(label=_("First day"), widget=DAY)
    to_date = forms.DateField(label=_("Last day"), widget=DAY, help_text=_("A year after the first at most."))
    days = forms.TypedMultipleChoiceField(
        label=_("Days of the week"), choices=DAYS, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, events: list[Event], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["event_id"]).choices = [
            ("", _("No event")),
            *((row.pk, row.title) for row in events),
        ]
        for number in range(1, WINDOWS + 1):
            needed = number == 1
            self.fields[f"starts_{number}"] = forms.TimeField(label=_("From"), widget=CLOCK, required=needed)
            self.fields[f"ends_{number}"] = forms.TimeField(label=_("To"), widget=CLOCK, required=needed)
            self.fields[f"needed_{number}"] = forms.IntegerField(
                label=_("People needed"), min_value=1, max_value=200, required=needed, initial=2 if needed else None
            )

    def rows(self) -> list[dict[str, Any]]:
        """The fields of each time of day, for the page."""
        return [
            {"number": number, "fields": [self[f"{name}_{number}"] for name in ("starts", "ends", "needed")]}
            for number in range(1, WINDOWS + 1)
        ]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(2, WINDOWS + 1):
            parts = [given.get(f"{name}_{number}") for name in ("starts", "ends", "needed")]
            if any(part is not None for part in parts) and None in parts:
                self.add_error(f"starts_{number}", gettext("Give from, to and how many people, or leave all empty."))
        return given

    def windows(self) -> tuple[TimeWindow, ...]:
        """The times of day that were filled in."""
        given = self.cleaned_data
        return tuple(
            TimeWindow(given[f"starts_{number}"], given[f"ends_{number}"], given[f"needed_{number}"])
            for number in range(1, WINDOWS + 1)
            if given.get(f"starts_{number}") is not None
        )


class TakeForm(forms.Form):
    every_week = forms.BooleanField(required=False)
    despite_clash = forms.BooleanField(required=False, label=_("I know, and take it all the same"))

    def __init__(self, *args: Any, every_week: str, clash: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["every_week"].label = every_week
        if not clash:
            del self.fields["despite_clash"]


class PersonForm(forms.Form):
    """Choose somebody to ask."""

    person = forms.ChoiceField(label=_("Whom do you ask?"))

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["person"]).choices = [(row.pk, str(row)) for row in people]


class RemindersForm(forms.Form):
    hours_before = forms.TypedChoiceField(
        label=_("When should we remind you of a shift?"),
        choices=[*((hours, _("%(n)s hours before") % {"n": hours}) for hours in CHOICES), ("", _("Never"))],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
