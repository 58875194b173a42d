"""The ballot paper as a form, and the search for a paper that was published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.counting_for import NONE
from causeway.domains.assemblies.marks import BEST_MARK, checked_marks
from causeway.domains.assemblies.models import Ballot
from causeway.kernel.errors import Invalid

FOR_NONE = _("For none of them")


class PaperForm(forms.Form):
    """A ballot paper: boxes to tick or to number, without dragging."""

    blank = forms.BooleanField(label=_("I hand in a blank paper"), required=False)

    def __init__(
        self, *args: Any, ballot: Ballot, names: list[str], sections: Sequence[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ballot, self.names = ballot, names
        blank = {} if ballot.form == Ballot.Form.YES_NO else self.fields
        self.fields = {**self._boxes(), **({"section": _section_field(sections)} if sections else {}), **blank}

    def _boxes(self) -> dict[str, forms.Field]:
        places = [(str(place), name) for place, name in enumerate(self.names)]
        match self.ballot.form:
            case Ballot.Form.YES_NO:
                choice = forms.ChoiceField(label=_("Your vote"), choices=places, widget=forms.RadioSelect)
                return {"choice": choice}
            case Ballot.Form.APPROVAL:
                ticks = forms.MultipleChoiceField(
                    label=_("Tick as many as you like"),
                    choices=places,
                    widget=forms.CheckboxSelectMultiple,
                    required=False,
                )
                return {"ticks": ticks}
            case Ballot.Form.SCORE:
                return {f"mark_{place}": self._box(name, 0, BEST_MARK) for place, name in places}
            case _:
                return {f"mark_{place}": self._box(name, 1, len(places)) for place, name in places}

    def _box(self, name: str, least: int, most: int) -> forms.IntegerField:
        box = forms.IntegerField(label=name, min_value=least, max_value=most, required=False)
        box.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}
        return box

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        try:
            marks = checked_marks(self.ballot.form, self.marks(), options=len(self.names))
        except Invalid as invalid:
            raise forms.ValidationError(invalid.sentence) from None
        if any(marks) and cleaned.get("blank"):
            raise forms.ValidationError(
                _("You have marked the paper, and say that it is blank. Choose one of the two.")
            )
        if not any(marks) and not cleaned.get("blank"):
            raise forms.ValidationError(_("Mark the paper, or tick that you hand in a blank one."))
        return cleaned

    def marks(self) -> tuple[int | None, ...]:
        """A number for each option, as the command takes them."""
        given, places = self.cleaned_data, range(len(self.names))
        if "choice" in self.fields:
            return tuple(int(given.get("choice") == str(place)) for place in places)
        if "ticks" in self.fields:
            return tuple(int(str(place) in given.get("ticks", ())) for place in places)
        return tuple(given.get(f"mark_{place}") for place in places)

    def section(self) -> str:
        """The section for which the paper counts; "" for none, or where the ballot does not ask."""
        chosen = self.cleaned_data.get("section", "")
        return "" if chosen == NONE else str(chosen)

    def counts_for(self) -> str:
        """The same in words; "" where the ballot does not ask."""
        if "section" not in self.fields:
            return ""
        section = self.section()
        return str(Section(section).label if section else FOR_NONE)

    def in_words(self) -> list[tuple[str, str]]:
        """The paper as it will lie in the box: each marked option with its mark, in the order of the marks."""
        marks = [mark or 0 for mark in self.marks()]
        marked = [(mark, name) for mark, name in zip(marks, self.names, strict=True) if mark]
        if self.ballot.form == Ballot.Form.RANKED:
            marked.sort()
        numbered = self.ballot.form in {Ballot.Form.RANKED, Ballot.Form.SCORE}
        return [(name, str(mark) if numbered else "") for mark, name in marked]


def _section_field(sections: Sequence[str]) -> forms.ChoiceField:
    own = [(section, Section(section).label) for section in sections]
    return forms.ChoiceField(
        label=_("For which section shall your paper count?"),
        choices=[*own, (NONE, FOR_NONE)],
        widget=forms.RadioSelect,
        help_text=_(
            "It stands on your paper when the papers are published. If fewer than ten papers count for any section, or "
            "for none, the section is taken off all papers before that, and nobody learns how the sections voted."
        ),
    )


class ReceiptForm(forms.Form):
    """Look for one's own paper by the code of the receipt."""

    receipt = forms.CharField(label=_("Code of a receipt"), max_length=40, required=False)
