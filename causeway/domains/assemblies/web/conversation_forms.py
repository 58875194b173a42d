"""The forms of conversations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models import LONGEST_STATEMENT, Conversation, Look
from causeway.domains.assemblies.web.forms import DatesForm

LONG = forms.Textarea(attrs={"rows": 4})


def _statements(label: Any, hint: Any, *, required: bool) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class QuestionForm(forms.Form):
    """The question of a conversation, and who takes part."""

    question = forms.CharField(
        label=_("The question"),
        max_length=300,
        help_text=_("An open one: “What should change at the day centre?”, not “Should it close on Fridays?”."),
    )
    statements = _statements(
        _("The first statements, one on each line"),
        _("Five to fifteen, on all sides of it, so that nobody comes to an empty page. They are marked as yours."),
        required=False,
    )
    audience = forms.ChoiceField(
        label=_("Who may take part?"),
        choices=Conversation.Audience.choices,
        widget=forms.RadioSelect,
        initial=Conversation.Audience.MEMBERS,
    )
    by_code = forms.BooleanField(
        label=_("People without an account take part too, with a code on paper"),
        required=False,
        help_text=_("You print the codes, and hand them out at a meeting or at the door. Each gives one voice."),
    )
    moderated = forms.BooleanField(
        label=_("Two people look at each statement before it is shown"),
        required=False,
        initial=True,
        help_text=_("One of those who run it, and one whom the organisations sent. It takes both to keep one out."),
    )

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        names = ("question", "audience", "by_code", "moderated")
        given = {name: self.cleaned_data[name] for name in names}
        return given | {"statements": lines_of(self.cleaned_data["statements"])}


class ConversationForm(DatesForm, QuestionForm):
    """Set up a conversation."""

    title = forms.CharField(label=_("What shall the conversation be called?"), max_length=160)
    about = forms.CharField(
        label=_("What people should know before they take part"), required=False, max_length=4000, widget=LONG
    )
    why_here = forms.CharField(
        label=_("Why is this talked about here?"),
        max_length=300,
        help_text=_("Say whom it concerns, and what will be done with the outcome."),
    )

    field_order = [
        "title",
        "question",
        "about",
        "why_here",
        "statements",
        "audience",
        "by_code",
        "moderated",
        "opens_on",
        "opens_hour",
        "closes_on",
        "closes_hour",
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_dates(self)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        names = ("title", "about", "why_here")
        return super().as_fields() | {name: self.cleaned_data[name] for name in names} | self.dates()


class MoveConversationForm(DatesForm):
    """Give a conversation other dates; once it has begun, another end."""

    def __init__(self, *args: Any, begun: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_dates(self)
        if begun:
            del self.fields["opens_on"], self.fields["opens_hour"]

    def moments(self) -> dict[str, Any]:
        """The moments that the command is given."""
        if "opens_on" in self.fields:
            return self.dates()
        day, hour = self.cleaned_data["closes_on"], self.cleaned_data["closes_hour"]
        return {"closes_at": timezone.make_aware(datetime.combine(day, hour))}


def _name_dates(form: forms.Form) -> None:
    for name, label in (("opens_on", _("The conversation opens on")), ("closes_on", _("The conversation closes on"))):
        form.fields[name].label = label


class SectionForm(forms.Form):
    """From which section somebody speaks, if they say so."""

    section = forms.ChoiceField(
        label=_("Do you want to say from which side you speak?"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_(
            "It helps to see whether users, workers and neighbours are all heard. It is counted and kept sealed. It is"
            " never shown with a vote, nor carried over to another conversation."
        ),
    )

    def __init__(self, *args: Any, sections: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not sections:
            del self.fields["section"]
            return
        choice = self.fields["section"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101
        choice.choices = [*sections, ("", _("I would rather not say"))]


class CodeForm(forms.Form):
    """Type a code from paper."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        help_text=_("Twelve letters and digits, for example 7K3Q-X2MD-0PTA. Capitals or not does not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class UseCodeForm(SectionForm):
    """Take part with a code."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def add_error(self, field: Any, error: Any) -> None:
        """What is wrong with the code, which cannot be seen here, concerns the whole."""
        super().add_error(None if field == "code" else field, error)


class StatementForm(forms.Form):
    """Write a statement."""

    text = forms.CharField(
        label=_("Your statement"),
        max_length=LONGEST_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One thing on which others can agree or disagree, in your own words. At most 280 characters: so it can be"
            " read aloud in one breath. Name no person."
        ),
    )
    differs = forms.BooleanField(label=_("I have read that one. Mine says something else."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hidden_until_asked = self.fields.pop("differs")
        if self.data.get("differs"):
            self.fields["differs"] = self.hidden_until_asked

    def add_error(self, field: Any, error: Any) -> None:
        """That another statement is much alike brings the box to tick."""
        if field in (None, "differs") and "differs" not in self.fields:
            self.fields["differs"] = self.hidden_until_asked
            self.cleaned_data.setdefault("differs", False)
            field = "differs"
        super().add_error(field, error)


class SeedsForm(forms.Form):
    """Put statements in for those who run the conversation."""

    statements = _statements(
        _("Statements, one on each line"),
        _("They are shown at once, and marked as from those who run the conversation."),
        required=True,
    )


class LookForm(forms.Form):
    """Decide on a statement for one's side."""

    decision = forms.ChoiceField(
        label=_("Shall it come in?"),
        choices=[("in", _("Yes, let people vote on it")), ("out", _("No, keep it out"))],
        widget=forms.RadioSelect,
        help_text=_("Not whether you agree with it: whether one can vote on it without harm to anybody."),
    )
    ground = forms.ChoiceField(
        label=_("If not: on which ground?"),
        required=False,
        choices=[("", _("Choose a ground")), *Look.Ground.choices],
    )
    reason = forms.CharField(
        label=_("If not: why?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The author reads this, and may say it in another way or appeal. Your name is not shown."),
    )

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        lets_in = self.cleaned_data["decision"] == "in"
        return {"lets_in": lets_in, "ground": self.cleaned_data["ground"], "reason": self.cleaned_data["reason"]}


class CodesForm(forms.Form):
    """Make codes to print."""

    number = forms.IntegerField(label=_("How many codes?"), min_value=1, max_value=200, initial=24)
    label = forms.CharField(
        label=_("What are they for?"), max_length=80, help_text=_("For example “Meeting at Rowan, 3 December”.")
    )


class TableForm(forms.Form):
    """Lay a table."""

    name = forms.CharField(label=_("Name of the table"), max_length=60, help_text=_("For example “Table 3”."))
    people = forms.IntegerField(
        label=_("How many people vote by show of hands?"),
        min_value=1,
        max_value=300,
        help_text=_("Without those who vote on a phone, with an account or a code: nobody should count twice."),
    )


class StatementSearchForm(forms.Form):
    """Look through the statements."""

    search = forms.CharField(label=_("Words"), required=False, max_length=100)
    by = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("As they came")), ("agreed", _("Most agreed")), ("disagreed", _("Most disagreed"))],
    )
