"""The forms of card votes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models import Ballot, Card, Process
from causeway.domains.assemblies.web.forms import DatesForm, SetUpForm

SPLIT = "split"


class CardVoteForm(DatesForm):
    """Call a card vote."""

    title = forms.CharField(label=_("What shall the vote be called?"), max_length=160)
    question = forms.CharField(label=_("The question"), max_length=300)
    options = forms.CharField(
        label=_("Options, one on each line"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Leave this empty for yes, no or abstain."),
    )
    about = forms.CharField(
        label=_("What delegates should know before they vote"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    why_here = forms.CharField(
        label=_("Why is it decided here, and by cards?"),
        max_length=300,
        help_text=_("Cards give large organisations more say. The page shows how much, before anybody votes."),
    )
    result_for = SetUpForm.base_fields["result_for"]
    threshold = forms.ChoiceField(
        label=_("What carries a yes?"), choices=Ballot.Threshold.choices, initial=Ballot.Threshold.MAJORITY
    )
    quorum_percent = forms.IntegerField(
        label=_("Quorum: how many in a hundred of all votes must be cast?"),
        min_value=0,
        max_value=100,
        initial=0,
        required=False,
        help_text=_("0 for none."),
    )
    may_split = forms.BooleanField(
        label=_("A card may be split"),
        required=False,
        help_text=_("Then a delegation may give some of its votes to one side and some to another."),
    )

    field_order = [
        "title",
        "question",
        "options",
        "about",
        "why_here",
        "result_for",
        "opens_on",
        "opens_hour",
        "closes_on",
        "closes_hour",
        "threshold",
        "quorum_percent",
        "may_split",
    ]
    folded = ["threshold", "quorum_percent", "may_split"]
    folded_words = _("Threshold, quorum, and splitting cards")
    folded_hint = _("As it stands, more yes than no carries it, and each card is cast whole.")

    @property
    def unfolds(self) -> bool:
        """Whether the folded fields hold an error, and so must be seen."""
        return any(name in self.errors for name in self.folded)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in DatesForm.base_fields}
        given["options"] = tuple(line.strip() for line in given["options"].splitlines() if line.strip())
        given["quorum_percent"] = given["quorum_percent"] or 0
        given["result_for"] = Process.Audience(given["result_for"])
        return given | self.dates()


class CardForm(forms.Form):
    """Cast a card: whole, or split where that is allowed."""

    whole = forms.ChoiceField(label=_("How does your organisation vote?"), widget=forms.RadioSelect)
    mandate = forms.CharField(
        label=_("On what mandate?"),
        max_length=300,
        help_text=_("Which meeting decided it, and when. It is published with the card, so name no private person."),
    )

    def __init__(self, *args: Any, card: Card, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.card, self.names = card, names
        choice = self.fields["whole"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101
        choice.choices = [(str(place), name) for place, name in enumerate(names)]
        if card.vote.may_split:
            choice.choices = [*choice.choices, (SPLIT, _("Split it, as below"))]
            for place, name in enumerate(names):
                label = format_lazy(_("Votes for “{name}”"), name=name)
                box = forms.IntegerField(label=label, min_value=0, max_value=card.votes, required=False)
                box.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}
                self.fields[f"part_{place}"] = box
            self.order_fields(["whole", *(f"part_{place}" for place in range(len(names))), "mandate"])

    def add_error(self, field: Any, error: Any) -> None:
        """What the command says of the votes stands at the choice."""
        super().add_error("whole" if field == "votes" else field, error)

    def votes(self) -> tuple[int, ...]:
        """The votes for each option, as the command takes them."""
        given = self.cleaned_data
        if given["whole"] == SPLIT:
            return tuple(given.get(f"part_{place}") or 0 for place in range(len(self.names)))
        return tuple(self.card.votes if given["whole"] == str(place) else 0 for place in range(len(self.names)))

    def in_words(self) -> list[tuple[str, int]]:
        """The card as it will be cast."""
        return [(name, votes) for name, votes in zip(self.names, self.votes(), strict=True) if votes]
