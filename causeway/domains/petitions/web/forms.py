"""The forms of this room's pages; the commands check again, since the API comes through them too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.campaigns.models import Target
from causeway.domains.campaigns.wording_of_consent import consent_wording
from causeway.domains.petitions import wording
from causeway.domains.petitions.models import Export, Petition
from causeway.domains.petitions.signing import LONGEST_EMAIL

NOT_SEEN_BY_PEOPLE = "website"  # a field that only machines fill in


class SignForm(forms.Form):
    """Everything that a signature needs, on one page. ``offered`` are the organisations that may be ticked,
    and ``run_by`` is the alliance that runs the campaign."""

    name = forms.CharField(
        label=_("Your name"),
        error_messages={"required": _("Enter your name.")},
        max_length=400,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        help_text=_(
            "We send one letter with a link, so that you can confirm. Then we delete the address, "
            "unless you ask to hear from somebody."
        ),
        error_messages={"required": _("Enter your e-mail address, so that we can send you the link.")},
        max_length=LONGEST_EMAIL * 2,
        widget=forms.EmailInput({"autocomplete": "email", "spellcheck": "false"}),
    )
    postcode = forms.CharField(
        label=_("Your postcode"),
        help_text=_("So that we can say how many signed in each area. It is never shown."),
        error_messages={"required": _("Enter your postcode, like M6 5FS.")},
        max_length=24,
        widget=forms.TextInput({"autocomplete": "postal-code", "class": "short"}),
    )
    shows_name = forms.BooleanField(label=_("Show my name on the page and when it is handed in"), required=False)
    updates = forms.BooleanField(label="", required=False)
    next_step = forms.BooleanField(label="", required=False)
    organisations = forms.MultipleChoiceField(
        label=_("Who may write to you?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, offered: Sequence[Organisation], run_by: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_step"].label = consent_wording(run_by)
        self.fields["updates"].label = wording.for_updates()
        choices = [(str(row.pk), wording.for_organisation(row.name)) for row in offered]
        self.fields["organisations"].choices = choices  # type: ignore[attr-defined]
        if not offered:
            del self.fields["organisations"]


class PetitionForm(forms.Form):
    """A draft."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=Petition.Kind.choices,
        widget=forms.RadioSelect,
        initial=Petition.Kind.PETITION,
        help_text=_("Organisations can sign an open letter too."),
    )
    title = forms.CharField(label=_("Title"), max_length=160, help_text=_("What should happen, in a few words."))
    text = forms.CharField(
        label=_("What people sign"),
        help_text=_("Once it is open, this text stands. You can only add corrections."),
        widget=forms.Textarea({"rows": 10}),
    )
    targets = forms.TypedMultipleChoiceField(
        label=_("Addressed to"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    goal = forms.IntegerField(label=_("How many signatures do you aim for?"), initial=1000, min_value=1)
    closes_on = forms.DateField(
        label=_("Closes on"),
        required=False,
        help_text=_("Needed before it can open. Signatures are deleted a year after it closes; the totals stay."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    share_text = forms.CharField(
        label=_("Words to share it with"), max_length=280, required=False, widget=forms.Textarea({"rows": 3})
    )
    organisations = forms.TypedMultipleChoiceField(
        label=_("Who may ask signers for leave to write to them?"),
        help_text=_("At most six. Each gets a box of its own on the form, unticked."),
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, targets: Sequence[Target], organisations: Sequence[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["targets"].choices = [(row.pk, str(row)) for row in targets]  # type: ignore[attr-defined]
        self.fields["organisations"].choices = [  # type: ignore[attr-defined]
            (str(row.pk), row.name) for row in organisations
        ]
        if not targets:
            del self.fields["targets"]

    def as_fields(self) -> dict[str, Any]:
        """The fields of ``DraftPetition`` and ``RevisePetition``."""
        given = dict(self.cleaned_data)
        return {
            "kind": given["kind"],
            "title": given["title"],
            "text": given["text"],
            "goal": given["goal"],
            "closes_on": given["closes_on"],
            "share_text": given["share_text"],
            "target_ids": tuple(given.get("targets", ())),
            "organisation_ids": tuple(given["organisations"]),
        }


class CorrectionForm(forms.Form):
    """What is put right after signing has begun."""

    text = forms.CharField(
        label=_("Correction"),
        help_text=_("It is shown under the text with today’s date. The text itself stays."),
        widget=forms.Textarea({"rows": 4}),
    )


class LetterForm(forms.Form):
    """News to signers."""

    title = forms.CharField(label=_("Subject"), max_length=160)
    text = forms.CharField(label=_("What you write"), widget=forms.Textarea({"rows": 10}))


class ExportForm(forms.Form):
    """Why somebody needs a file, and of what."""

    kind = forms.ChoiceField(
        label=_("What is in it?"),
        choices=Export.Kind.choices,
        widget=forms.RadioSelect,
        initial=Export.Kind.NAMES,
    )
    organisation = forms.TypedChoiceField(
        label=_("For which organisation?"),
        help_text=_("Only for e-mail addresses: they go to the organisation that the signer chose."),
        coerce=UUID,
        empty_value=None,
        required=False,
    )
    reason = forms.CharField(
        label=_("What is it for?"),
        help_text=_("Whoever agrees to it decides by this sentence. It stays in the trail."),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("None")), *((str(row.pk), row.name) for row in organisations)]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]


class EndorsementForm(forms.Form):
    """For which organisation an officer signs."""

    organisation = forms.TypedChoiceField(label=_("Which organisation signs?"), coerce=UUID, widget=forms.RadioSelect)

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(row.pk), row.name) for row in organisations]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]


class NameForm(forms.Form):
    """A signer's own corrections."""

    name = forms.CharField(
        label=_("Spell your name anew"),
        required=False,
        max_length=400,
        help_text=_("Leave this empty to keep it as it is."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    shows_name = forms.BooleanField(label=_("Show my name on the page and when it is handed in"), required=False)
