"""The forms of impact checks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.impact.models import Bearing, Effect

GROUPS_ONLY = _("Write about groups. Do not name single people, and do not describe anybody so that they are known.")


def source_fields() -> dict[str, forms.Field]:
    """What something rests on, and the link to it."""
    return {
        "source": forms.CharField(
            label=_("What does this rest on?"),
            required=False,
            max_length=300,
            help_text=_(
                "A report, figures, a survey, what people said in a meeting. Leave it empty if nothing is known."
            ),
        ),
        "source_url": forms.URLField(label=_("Link to it"), required=False, max_length=200, assume_scheme="https"),
    }


class NameForm(forms.Form):
    """Put one’s name to a check."""

    name = forms.CharField(label=_("Your name, as readers will see it"), max_length=100)
    agrees = forms.BooleanField(
        label=_("Everybody who reads this check may see my name"),
        help_text=_("You can take it off again at any time, everywhere it stands."),
    )

    def as_fields(self) -> dict[str, str]:
        """What the command is given: to tick the box is to send the form."""
        return {"name": self.cleaned_data["name"]}


class EffectForm(forms.Form):
    """One group, in one place, at one time."""

    group = forms.ChoiceField(label=_("Which group?"), choices=Effect.Group.choices)
    group_words = forms.CharField(
        label=_("The group in your words"),
        required=False,
        max_length=80,
        help_text=_("For example “people who come for lunch”. Needed for another group."),
    )
    place = forms.CharField(
        label=_("Where?"),
        required=False,
        max_length=120,
        help_text=_("A ward, a town, a county. Leave it empty for everywhere that it reaches."),
    )
    when = forms.ChoiceField(
        label=_("When?"), choices=Effect.When.choices, widget=forms.RadioSelect, initial=Effect.When.NOW
    )
    direction = forms.ChoiceField(
        label=_("Do they gain or lose?"), choices=Effect.Direction.choices, widget=forms.RadioSelect
    )
    size = forms.CharField(
        label=_("How much, in words?"),
        required=False,
        max_length=120,
        help_text=_("For example “about 90 people a week, two meals each”."),
    )
    text = forms.CharField(
        label=_("What happens to them?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=GROUPS_ONLY,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(source_fields())


class QuestionForm(forms.Form):
    """What nobody knows yet."""

    text = forms.CharField(label=_("What is still open?"), max_length=300, help_text=GROUPS_ONLY)


class AnswerForm(forms.Form):
    """The answer to a question that was open."""

    answer = forms.CharField(
        label=_("The answer"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leave it empty to open the question again."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(source_fields())


class SumUpForm(forms.Form):
    """The summary that travels along."""

    gist = forms.CharField(
        label=_("What comes out, in a few sentences"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("This stands with the proposal wherever it goes. Who gains and who loses is added by itself."),
    )
    uses_frame = forms.BooleanField(
        label=_("Use the frame of future generations"),
        required=False,
        help_text=_(
            "The seven goals and five ways of working of the Welsh Act. It binds bodies in Wales; anybody may use it."
        ),
    )


class WeighForm(forms.Form):
    """One point of the frame."""

    sense = forms.ChoiceField(
        label=_("Does the proposal help or harm it?"),
        choices=[*Bearing.Sense.choices, ("", _("Leave this point out"))],
        widget=forms.RadioSelect,
        required=False,
    )
    text = forms.CharField(
        label=_("Why?"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 4}), help_text=GROUPS_ONLY
    )


class PublishForm(forms.Form):
    """What is new in this edition."""

    changed = forms.CharField(
        label=_("What has changed since the last edition?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if first:
            del self.fields["changed"]


class WithdrawForm(forms.Form):
    """Why it no longer stands."""

    reason = forms.CharField(
        label=_("Why is it withdrawn?"), max_length=300, help_text=_("Readers see this in its place.")
    )
