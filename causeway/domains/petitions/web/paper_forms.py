"""The forms for sheets of paper and hand-ins."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.petitions.commands.hand_out_sheet import USUAL_DAYS
from causeway.domains.petitions.commands.print_sheets import LINES, MOST_SHEETS
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.taking_in import MOST_LINES, TypedLine
from causeway.kernel import clock


def day_field(**options: Any) -> forms.DateField:
    """A day, with the browser’s calendar."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class PrintForm(forms.Form):
    """How many sheets, and what stands on them."""

    count = forms.IntegerField(label=_("How many sheets?"), min_value=1, max_value=MOST_SHEETS, initial=5)
    size = forms.ChoiceField(label=_("Size"), choices=Sheet.Size.choices, widget=forms.RadioSelect, initial="a4")
    line_count = forms.IntegerField(
        label=_("Lines on each sheet"),
        help_text=_("20 fill both sides of an A4 sheet."),
        min_value=LINES.start,
        max_value=LINES.stop - 1,
        initial=20,
    )
    return_to = forms.CharField(
        label=_("Where should they be brought back to?"),
        help_text=_("A place and a day, for example “The stall at the market, by Saturday 4 December”."),
        max_length=160,
        required=False,
    )
    imprint = forms.CharField(
        label=_("Imprint"),
        help_text=_("Name and address of promoter and printer. The law asks for it close to an election."),
        max_length=300,
        required=False,
    )


class HandOutForm(forms.Form):
    """Where a sheet is from now on."""

    place = forms.CharField(
        label=_("At a place"),
        help_text=_("For example “Block of flats, 3rd floor” or “Library desk”. Name nobody here."),
        max_length=120,
        required=False,
    )
    email = forms.EmailField(
        label=_("Or with somebody who has an account"),
        help_text=_("Their e-mail address. Only they and the organisers see that they have it."),
        required=False,
    )
    due_on = day_field(label=_("Due back on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"due_on": clock.today() + timedelta(days=USUAL_DAYS)})
        super().__init__(*args, **kwargs)


class CountForm(forms.Form):
    """How many signed, with the photograph."""

    counted = forms.IntegerField(label=_("How many lines are signed?"), min_value=1)
    photograph = forms.FileField(
        label=_("Photograph of the sheet"),
        help_text=_(
            "JPEG, PNG or WebP, up to 12 MB. It is stored sealed, without place and camera, and deleted after the"
            " hand-in."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp", "capture": "environment"}),
    )


class WhyForm(forms.Form):
    """What happened to a sheet."""

    why = forms.CharField(label=_("What happened?"), help_text=_("Without anybody’s name."), max_length=300)


class CodeForm(forms.Form):
    """A sheet's number with its letter."""

    code = forms.CharField(
        label=_("Number on the sheet"), help_text=_("With its letter, for example 42-V."), max_length=14
    )


class HandInForm(forms.Form):
    """To whom a petition goes, and when."""

    to_whom = forms.CharField(
        label=_("To whom?"), help_text=_("By office, for example “The Leader of Westbury Council”."), max_length=200
    )
    handed_in_on = day_field(label=_("On which day?"), help_text=_("Today, a day past, or up to 60 days ahead."))
    place = forms.CharField(label=_("Where?"), max_length=160, required=False)
    received_by = forms.CharField(
        label=_("Received by"),
        help_text=_("The office that takes it. You can fill this in afterwards."),
        max_length=160,
        required=False,
    )
    with_names = forms.BooleanField(
        label=_("Hand in the names of those who agreed to it"),
        help_text=_("All others are counted and not named."),
        required=False,
    )


class ReceiptForm(forms.Form):
    """Who took the papers."""

    received_by = forms.CharField(label=_("Which office received it?"), max_length=160)


class AnswerForm(forms.Form):
    """What they answered."""

    from_whom = forms.CharField(label=_("Which office answered?"), max_length=160)
    answered_on = day_field(label=_("When?"))
    text = forms.CharField(label=_("What did they answer?"), widget=forms.Textarea(attrs={"rows": 6}))
    source = forms.CharField(
        label=_("Where does it stand?"), help_text=_("For example “Letter of 3 March” or “Council minutes”.")
    )
    source_url = forms.URLField(label=_("Link"), required=False, assume_scheme="https")


def typed_lines(posted: Any, line_count: int) -> tuple[TypedLine, ...]:
    """The lines as they came from the page for typing; what is not there is empty."""
    return tuple(
        TypedLine(
            number=number,
            name=posted.get(f"name-{number}", "")[:400],
            postcode=posted.get(f"postcode-{number}", "")[:40],
            email=posted.get(f"email-{number}", "")[:400],
            shows_name=f"a-{number}" in posted,
            updates=f"b-{number}" in posted,
        )
        for number in range(1, min(line_count, MOST_LINES) + 1)
    )
