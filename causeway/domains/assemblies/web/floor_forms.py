"""The forms of questions that are put to meetings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.hands import MOST_HANDS
from causeway.domains.assemblies.models import Ballot, FloorVote
from causeway.kernel.codes import plain_code


class QuestionForm(forms.Form):
    """Put a question to a meeting."""

    question = forms.CharField(label=_("The question, as it will stand on the screen"), max_length=300)
    way = forms.ChoiceField(
        label=_("How do people vote?"),
        choices=FloorVote.Way.choices,
        widget=forms.RadioSelect,
        initial=FloorVote.Way.HANDS,
        help_text=_("On phones, the members of this body who are at the meeting answer, once each, for half an hour."),
    )
    options = forms.CharField(
        label=_("Options, one on each line"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Leave this empty for a vote for, against or abstain."),
    )
    tellers = forms.TypedChoiceField(
        label=_("Who counts the hands?"),
        choices=[(1, _("One teller")), (2, _("Two tellers, each for themselves, who must agree"))],
        coerce=int,
        widget=forms.RadioSelect,
        initial=1,
    )
    present = forms.IntegerField(
        label=_("How many people are in the room?"),
        required=False,
        min_value=1,
        max_value=MOST_HANDS,
        help_text=_("If it was counted: then more hands than people are noticed."),
    )
    threshold = forms.ChoiceField(
        label=_("What carries it?"), choices=Ballot.Threshold.choices, initial=Ballot.Threshold.MAJORITY
    )

    folded = ["tellers", "present", "threshold"]
    folded_words = _("Tellers and threshold")
    folded_hint = _("As it stands, one teller counts, and more for than against carries it.")

    @property
    def unfolds(self) -> bool:
        """Whether the folded fields hold an error, and so must be seen."""
        return any(name in self.errors for name in self.folded)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = dict(self.cleaned_data)
        given["options"] = tuple(line.strip() for line in given["options"].splitlines() if line.strip())
        return given


class NumbersForm(forms.Form):
    """How many hands there were, a box for each option."""

    def __init__(self, *args: Any, names: list[str], numbers: list[int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, name in enumerate(names):
            box = forms.IntegerField(
                label=name, min_value=0, max_value=MOST_HANDS, initial=numbers[place] if numbers else None
            )
            box.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}
            self.fields[f"number_{place}"] = box

    def add_error(self, field: Any, error: Any) -> None:
        """What the command says of the numbers concerns them all."""
        super().add_error(None if field == "numbers" else field, error)

    def numbers(self) -> tuple[int, ...]:
        """As the command takes them."""
        return tuple(self.cleaned_data[name] for name in self.fields)


class CodeForm(forms.Form):
    """Type in a code from the screen."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("It stands on the screen of the meeting. Small or large letters are the same."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def plain(self, length: int) -> str:
        """The code in its one spelling; "" where it cannot be one."""
        return plain_code(self.cleaned_data["code"], length) if self.is_valid() else ""
