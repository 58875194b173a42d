"""Forms for events and sign-ups."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.commands.sign_up_for_event import MOST_GUESTS
from causeway.domains.campaigns.models import Event, SignUp

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class TimesForm(forms.Form):
    """When and where."""

    day = forms.DateField(label=_("Day"), widget=DAY)
    from_time = forms.TimeField(label=_("From"), widget=CLOCK)
    to_time = forms.TimeField(label=_("To"), widget=CLOCK)
    to_day = forms.DateField(
        label=_("Last day"), widget=DAY, required=False, help_text=_("Only if it ends on another day.")
    )
    place = forms.CharField(
        label=_("Place"), max_length=240, help_text=_("The name of the place, the street and the town.")
    )

    def starts_at(self) -> datetime:
        """The start, in local time."""
        return _moment(self.cleaned_data["day"], self.cleaned_data["from_time"])

    def ends_at(self) -> datetime:
        """The end, in local time; one before the start is on the next day."""
        given = self.cleaned_data
        last: date = given["to_day"] or given["day"]
        if given["to_day"] is None and given["to_time"] <= given["from_time"]:
            last += timedelta(days=1)
        return _moment(last, given["to_time"])

    @staticmethod
    def initial_from(event: Event) -> dict[str, Any]:
        """What the form shows for an event that stands."""
        start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
        return {
            "day": start.date(),
            "from_time": start.time(),
            "to_time": end.time(),
            "to_day": end.date() if end.date() != start.date() else None,
            "place": event.place,
        }


def _moment(day: date, wall: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, wall))


class WordsForm(forms.Form):
    """What an event's page says, other than time and place."""

    title = forms.CharField(label=_("Title"), max_length=160)
    kind = forms.ChoiceField(label=_("Kind"), choices=Event.Kind.choices)
    about = forms.CharField(
        label=_("What it is about"), widget=forms.Textarea(attrs={"rows": 5}), required=False, max_length=5000
    )
    host_id = forms.TypedChoiceField(
        label=_("Who hosts it"),
        required=False,
        empty_value=None,
        help_text=_("People who sign up can agree to hear from this body."),
    )
    step_free = forms.BooleanField(label=_("The place is step-free"), required=False)
    hearing_loop = forms.BooleanField(label=_("There is a hearing loop"), required=False)
    quiet_space = forms.BooleanField(label=_("There is a quiet space"), required=False)
    access_notes = forms.CharField(
        label=_("More about access"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
        help_text=_("Toilets, seating, interpreters, breaks, children. If something is missing, say so."),
    )
    travel = forms.CharField(
        label=_("How to get there"), widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000
    )
    is_public = forms.BooleanField(
        label=_("Open to everybody"),
        required=False,
        initial=True,
        help_text=_("Without the tick, only those who take part in the campaign see it."),
    )
    capacity = forms.IntegerField(
        label=_("Places"), required=False, min_value=1, max_value=1_000_000, help_text=_("Empty: room for all.")
    )
    contact_office = forms.CharField(
        label=_("Whom to ask"),
        max_length=160,
        required=False,
        help_text=_("An office, not a private person: “The branch secretary”."),
    )

    def __init__(self, *args: Any, hosts: list[tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["host_id"]).choices = [("", _("The alliance")), *hosts]

    @staticmethod
    def initial_from(event: Event) -> dict[str, Any]:
        """What the form shows for an event that stands."""
        names = [name for name in WordsForm.base_fields if name != "host_id"]
        return {name: getattr(event, name) for name in names} | {"host_id": event.host_id or ""}


class EventForm(WordsForm, TimesForm):
    """A whole event."""

    field_order = ["title", "kind", "day", "from_time", "to_time", "to_day", "place", "about", "host_id"]


class CancelForm(forms.Form):
    because = forms.CharField(
        label=_("Why"),
        max_length=300,
        required=False,
        help_text=_("A sentence for those who signed up. It stands on the page too."),
    )


class AnswerForm(forms.Form):
    """Coming, perhaps, or not."""

    answer = forms.ChoiceField(
        label=_("Are you coming?"),
        choices=SignUp.Answer.choices,
        widget=forms.RadioSelect,
        initial=SignUp.Answer.COMING,
    )
    guests = forms.IntegerField(
        label=_("How many people do you bring?"),
        min_value=0,
        max_value=MOST_GUESTS,
        initial=0,
        required=False,
        help_text=_("Friends, children, a carer. Leave 0 if you come alone."),
    )

    def clean_guests(self) -> int:
        return self.cleaned_data["guests"] or 0


class MemberSignUpForm(AnswerForm):
    """For somebody with an account."""

    access_needs = forms.CharField(
        label=_("What do you need?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=1000,
        help_text=_("Only the organisers of this event can read it. It is deleted 14 days after the event."),
    )
    wants_to_hear = forms.BooleanField(required=False)

    def __init__(self, *args: Any, consent: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wants_to_hear"].label = consent


class VisitorSignUpForm(MemberSignUpForm):
    """For a visitor: a name or a pseudonym, and where the letter goes."""

    name = forms.CharField(
        label=_("Name or pseudonym"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We send one letter to confirm, and write again only if the event changes."),
    )

    field_order = ["name", "email"]


class TurnOutForm(forms.Form):
    turn_out = forms.IntegerField(
        label=_("How many people came?"),
        min_value=0,
        max_value=5_000_000,
        help_text=_("Everybody, signed up or not. A careful guess is better than nothing."),
    )

    def __init__(self, *args: Any, sign_ups: list[SignUp], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sign_ups = sign_ups
        for sign_up in sign_ups:
            self.fields[f"came_{sign_up.pk}"] = forms.ChoiceField(
                label=sign_up.name,
                choices=SignUp.Came.choices,
                required=False,
                initial=sign_up.came,
            )

    def came(self) -> dict[Any, str]:
        """What was noted, by sign-up."""
        return {sign_up.pk: self.cleaned_data[f"came_{sign_up.pk}"] for sign_up in self.sign_ups}
