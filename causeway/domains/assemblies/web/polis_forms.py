"""The form by which a conversation is brought in from elsewhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_FILES = 6


class FilesInput(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """All files under the name."""
        return files.getlist(name)


class FilesField(forms.FileField):
    """One file or several."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file, checked."""
        if len(data or ()) > MOST_FILES:
            raise forms.ValidationError(_("An export has at most six files."))
        return [super(FilesField, self).clean(one, initial) for one in data or [None]]


class PolisForm(forms.Form):
    """Bring in a conversation from Polis."""

    sent_files = FilesField(
        label=_("The files of the export"),
        help_text=_(
            "comments.csv and votes.csv, with participants-votes.csv and summary.csv if you have them; or one zip file "
            "with all of them. 40 MB at most."
        ),
    )
    title = forms.CharField(label=_("What shall the conversation be called here?"), max_length=160)
    question = forms.CharField(label=_("The question that people were asked"), max_length=300)
    source = forms.CharField(
        label=_("Where does it come from?"),
        max_length=200,
        help_text=_("Who held it, when, and its address. It stands on the page."),
    )
    publishes_votes = forms.BooleanField(
        label=_("Those who voted knew that their votes are published, or they are public already"),
        required=False,
        help_text=_("Only then can the votes be had here under random numbers."),
    )

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        files = tuple((str(file.name), file.read()) for file in self.cleaned_data["sent_files"])
        return {**self.cleaned_data, "sent_files": files}
