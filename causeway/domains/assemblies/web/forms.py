"""The forms of votes."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Section
from causeway.domains.alliances.web.forms import DateInput
from causeway.domains.alliances.web.meeting_forms import TimeInput
from causeway.domains.assemblies.models import Ballot, Process


class DatesForm(forms.Form):
    """When a vote opens and closes, by the clock on the wall."""

    opens_on = forms.DateField(label=_("The vote opens on"), widget=DateInput)
    opens_hour = forms.TimeField(label=_("It opens at"), widget=TimeInput, initial=time(9))
    closes_on = forms.DateField(label=_("The vote closes on"), widget=DateInput)
    closes_hour = forms.TimeField(label=_("It closes at"), widget=TimeInput, initial=time(20))

    def dates(self) -> dict[str, datetime]:
        """The two moments, as commands take them."""
        given = self.cleaned_data
        return {
            "opens_at": _moment(given["opens_on"], given["opens_hour"]),
            "closes_at": _moment(given["closes_on"], given["closes_hour"]),
        }

    def add_error(self, field: Any, error: Any) -> None:
        """What a command says of the moments stands at the days."""
        super().add_error({"opens_at": "opens_on", "closes_at": "closes_on"}.get(field, field), error)


def _moment(day: Any, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


class SetUpForm(DatesForm):
    """Set up a vote."""

    title = forms.CharField(label=_("What shall the vote be called?"), max_length=160)
    question = forms.CharField(
        label=_("The question, as it will stand on the paper"),
        max_length=300,
        help_text=_("One question, which can be answered in the way that you choose below."),
    )
    form = forms.ChoiceField(
        label=_("How do people vote?"),
        choices=Ballot.Form.choices,
        widget=forms.RadioSelect,
        initial=Ballot.Form.YES_NO,
    )
    options = forms.CharField(
        label=_("The options, one on each line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=12_000,
        help_text=_("Leave this empty for yes, no or abstain."),
    )
    seats = forms.IntegerField(
        label=_("How many of them are chosen?"), min_value=1, max_value=60, initial=1, required=False
    )
    about = forms.CharField(
        label=_("What people should know before they vote"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    why_here = forms.CharField(label=_("Why is this decided here?"), max_length=300)
    section = forms.ChoiceField(
        label=_("Who may vote?"),
        required=False,
        choices=[("", _("Everybody who belongs")), *Section.choices],
        help_text=_("Members of the organisations in it; each has one vote, however many hats they wear."),
    )
    result_for = forms.ChoiceField(
        label=_("Who may see the result?"),
        choices=Process.Audience.choices,
        widget=forms.RadioSelect,
        initial=Process.Audience.MEMBERS,
    )
    threshold = forms.ChoiceField(
        label=_("What carries a yes?"), choices=Ballot.Threshold.choices, initial=Ballot.Threshold.MAJORITY
    )
    quorum_percent = forms.IntegerField(
        label=_("Quorum: how many in a hundred of the roll must vote?"),
        min_value=0,
        max_value=100,
        initial=0,
        required=False,
        help_text=_("0 for none."),
    )

    field_order = [
        "title",
        "question",
        "form",
        "options",
        "seats",
        "about",
        "why_here",
        "section",
        "result_for",
        "opens_on",
        "opens_hour",
        "closes_on",
        "closes_hour",
        "threshold",
        "quorum_percent",
    ]
    folded = ["threshold", "quorum_percent"]
    folded_words = _("Thresholds and quorum")
    folded_hint = _("As it stands, more yes than no carries it, whoever votes.")

    def __init__(self, *args: Any, has_sections: bool, why_here: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why_here"].help_text = why_here
        if not has_sections:
            del self.fields["section"]

    @property
    def unfolds(self) -> bool:
        """Whether the folded fields hold an error, and so must be seen."""
        return any(name in self.errors for name in self.folded)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in DatesForm.base_fields}
        given["options"] = tuple(line.strip() for line in given["options"].splitlines() if line.strip())
        given["seats"] = given["seats"] or 1
        given["quorum_percent"] = given["quorum_percent"] or 0
        return given | self.dates()


class ElectionForm(DatesForm):
    """Call an election."""

    title = forms.CharField(label=_("What is elected?"), max_length=160, help_text=_("For example “The committee”."))
    seats = forms.IntegerField(label=_("How many places?"), min_value=1, max_value=50, initial=5)
    about = forms.CharField(
        label=_("What the elected do, and for how long"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    why_here = forms.CharField(label=_("Why are they elected here?"), max_length=300)
    section = forms.ChoiceField(
        label=_("Who may vote and stand?"),
        required=False,
        choices=[("", _("Everybody who belongs")), *Section.choices],
    )
    result_for = SetUpForm.base_fields["result_for"]
    nominations_on = forms.DateField(label=_("Names can be put forward until the end of"), widget=DateInput)

    field_order = [
        "title",
        "seats",
        "about",
        "why_here",
        "section",
        "result_for",
        "nominations_on",
        "opens_on",
        "opens_hour",
        "closes_on",
        "closes_hour",
        *(f"reserved_{section}" for section in Section.values),
    ]
    folded = [f"reserved_{section}" for section in Section.values]
    folded_words = _("Places kept for sections")
    folded_hint = _("At least so many of the elected come from the section. As it stands, none is kept.")

    def __init__(self, *args: Any, has_sections: bool, why_here: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why_here"].help_text = why_here
        if not has_sections:
            del self.fields["section"]
            return
        for section, label in Section.choices:
            self.fields[f"reserved_{section}"] = forms.IntegerField(
                label=label, min_value=0, max_value=50, initial=0, required=False
            )

    @property
    def unfolds(self) -> bool:
        """Whether the folded fields hold an error, and so must be seen."""
        return any(name in self.errors for name in self.folded)

    def add_error(self, field: Any, error: Any) -> None:
        """What the command says of the day stands at its field; of kept places, at the first."""
        names = {"nominations_close_at": "nominations_on", "reserved": self.folded[0]}
        super().add_error(names.get(field, field), error)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        names = ("title", "seats", "about", "why_here", "result_for")
        given = {name: self.cleaned_data[name] for name in names}
        given["section"] = self.cleaned_data.get("section", "")
        given["reserved"] = {section: self.cleaned_data.get(f"reserved_{section}") or 0 for section in Section.values}
        given["nominations_close_at"] = _moment(self.cleaned_data["nominations_on"], time(23, 59))
        return given | self.dates()


class StandForm(forms.Form):
    """Stand for election."""

    name = forms.CharField(
        label=_("Your name, as it will stand on the paper"),
        max_length=100,
        help_text=_("All who may vote see it. It stays with the published result."),
    )
    section = forms.ChoiceField(
        label=_("For which section do you count?"),
        widget=forms.RadioSelect,
        help_text=_("Places are kept for sections, so yours is shown. Only sections in which you are a member count."),
    )
    statement = forms.CharField(
        label=_("What do you want to do?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, sections: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not sections:
            del self.fields["section"]
            return
        choice = self.fields["section"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101
        choice.choices = sections


class TextForm(forms.Form):
    """A few sentences: an objection, an answer, a reason. ``name`` is the command's field."""

    def __init__(self, *args: Any, name: str, label: Any, hint: Any = "", longest: int = 1000, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[name] = forms.CharField(
            label=label, help_text=hint, max_length=longest, widget=forms.Textarea(attrs={"rows": 4})
        )
