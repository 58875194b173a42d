"""The forms of meetings."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Meeting, MeetingReply
from causeway.domains.alliances.web.forms import DateInput


class TimeInput(forms.TimeInput):
    """The browser's own time field."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class MeetingForm(forms.Form):
    """Arrange or change a meeting. Times are those of the clock on the wall where it meets."""

    title = forms.CharField(label=_("Title"), max_length=120)
    day = forms.DateField(label=_("Day"), widget=DateInput)
    starts = forms.TimeField(label=_("Starts at"), widget=TimeInput)
    ends = forms.TimeField(
        label=_("Ends at"),
        widget=TimeInput,
        help_text=_("An end before the start is taken to be after midnight."),
    )
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    access_notes = forms.CharField(
        label=_("Access"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Step-free way in, hearing loop, toilets, buses, childcare: what people need to know to come."),
    )
    online_link = forms.URLField(
        label=_("Online link"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Shown only to those who belong, never on the public page."),
    )
    visibility = forms.ChoiceField(
        label=_("Who may see this meeting?"),
        choices=Meeting.Visibility.choices,
        widget=forms.RadioSelect,
        initial=Meeting.Visibility.MEMBERS,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if {"day", "starts", "ends"} <= cleaned.keys():
            day = cleaned["day"]
            over_midnight = cleaned["ends"] < cleaned["starts"]
            cleaned["starts_at"] = _moment(day, cleaned["starts"])
            cleaned["ends_at"] = _moment(day + timedelta(days=int(over_midnight)), cleaned["ends"])
        return cleaned

    def arrangement(self) -> dict[str, Any]:
        """What both commands, to arrange and to rearrange, are given."""
        names = ("title", "starts_at", "ends_at", "place", "access_notes", "online_link", "visibility")
        return {name: self.cleaned_data[name] for name in names}


def _moment(day: Any, time: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time))


def initial_of(meeting: Meeting) -> dict[str, Any]:
    """The form's first values for a meeting that is there."""
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    return {
        "title": meeting.title,
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "place": meeting.place,
        "access_notes": meeting.access_notes,
        "online_link": meeting.online_link,
        "visibility": meeting.visibility,
    }


class AgendaItemForm(forms.Form):
    """One point of the agenda; an empty one is left out."""

    title = forms.CharField(label=_("Point"), max_length=160, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=600, required=False)
    note = forms.CharField(label=_("Note"), max_length=400, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (cleaned.get("note") or cleaned.get("minutes")) and not cleaned.get("title"):
            self.add_error("title", _("Say what this point is."))
        return cleaned


class ReplyForm(forms.Form):
    """Say whether one comes."""

    answer = forms.ChoiceField(label=_("Will you come?"), choices=MeetingReply.Answer.choices, widget=forms.RadioSelect)
    named = forms.BooleanField(
        label=_("Show my display name to the others who belong here"),
        required=False,
        help_text=_("Unticked, you count and your name is not shown to anyone."),
    )


class CancelForm(forms.Form):
    """Cancel a meeting."""

    reason = forms.CharField(
        label=_("Why is it cancelled?"),
        max_length=300,
        help_text=_("Everyone who can see the meeting reads this."),
    )


class AttendanceForm(forms.Form):
    """How many came, by organisation: a number each, and never a name."""

    def __init__(self, *args: Any, organisations: list[tuple[str, str, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        figures = [(f"of_{pk}", name, count) for pk, name, count in organisations]
        rest = [("others", str(_("Others, for no organisation")), 0), ("apologies", str(_("Apologies received")), 0)]
        for name, words, count in [*figures, *rest]:
            self.fields[name] = forms.IntegerField(
                label=words, min_value=0, max_value=100_000, required=False, initial=count or None
            )

    def present(self) -> dict[str, int]:
        """The figures by the organisation's identifier."""
        return {
            name.removeprefix("of_"): count or 0 for name, count in self.cleaned_data.items() if name.startswith("of_")
        }


class MinutesForm(forms.Form):
    """The minutes of a meeting."""

    minutes = forms.CharField(
        label=_("Minutes"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("What was decided, and why. Name people by their office. Leave an empty line between paragraphs."),
    )
    next_on = forms.DateField(
        label=_("Next meeting suggested for"),
        required=False,
        widget=DateInput,
        help_text=_("One month on, on the same weekday, unless you change it."),
    )


class AdoptForm(forms.Form):
    """Record that minutes were adopted."""

    adopting_meeting_id = forms.ChoiceField(label=_("Adopted by which meeting?"), required=False)
    adopted_on = forms.DateField(
        label=_("On which day?"),
        required=False,
        widget=DateInput,
        help_text=_("Leave it empty for the day of that meeting."),
    )

    def __init__(self, *args: Any, meetings: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["adopting_meeting_id"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101
        choice.choices = [*meetings, ("", _("Another meeting, not listed here"))]


class ActionForm(forms.Form):
    """An action that a meeting agreed."""

    text = forms.CharField(label=_("What was agreed?"), max_length=300)
    who = forms.CharField(
        label=_("Who does it?"), max_length=120, help_text=_("An organisation, an office, or a name that they chose.")
    )
    due_on = forms.DateField(label=_("By when?"), required=False, widget=DateInput)
