"""The forms of tip-offs: the source's, and the handlers'."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.services.models import Threat
from causeway.domains.services.threads import LONGEST_TEXT
from causeway.domains.services.web.threatened import ThreatenedForm


def _text(label: object, hint: object = "", rows: int = 8) -> forms.CharField:
    """A text that is sealed. Kept out of the browser's own memory as far as a page can ask for it."""
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off", "spellcheck": "false"})
    return forms.CharField(label=label, help_text=hint, widget=widget, max_length=LONGEST_TEXT, strip=True)  # type: ignore[arg-type]


def _passphrase(label: object, autocomplete: str = "off", *, required: bool = True) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=widget, max_length=400, strip=False, required=required)  # type: ignore[arg-type]


class TipOffForm(forms.Form):
    text = _text(
        _("What should we know?"),
        _("Up to 10,000 characters. Leave out your name, and anything that only you could know."),
        rows=12,
    )
    code = forms.CharField(widget=forms.HiddenInput, max_length=60)


class ReturnCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Your return code"),
        help_text=_("Five groups of five letters and figures. Capitals and hyphens do not matter."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
    )


class MoreForm(forms.Form):
    text = _text(_("Add more, or answer"))
    code = forms.CharField(widget=forms.HiddenInput, max_length=60)


class WithdrawForm(forms.Form):
    code = forms.CharField(widget=forms.HiddenInput, max_length=60)


class PassphraseForm(forms.Form):
    passphrase = _passphrase(_("Your passphrase"))


class AgreeForm(forms.Form):
    passphrase = _passphrase(_("Your passphrase, again"))
    passphrase.help_text = _("It was forgotten as soon as the words were shown.")


class NewKeyForm(forms.Form):
    passphrase = _passphrase(_("A new passphrase"), "new-password")
    again = _passphrase(_("The same passphrase again"), "new-password")

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("passphrase") and given.get("again") and given["passphrase"] != given["again"]:
            self.add_error("again", _("The two passphrases differ. Type the same one twice."))


class RenewKeyForm(NewKeyForm):
    old_passphrase = _passphrase(_("Your passphrase until now"), required=False)
    lost = forms.BooleanField(
        label=_("I have lost it. Delete what only my lost key could open."),
        required=False,
    )
    field_order = ["old_passphrase", "lost", "passphrase", "again"]

    def clean(self) -> None:
        super().clean()
        given = self.cleaned_data
        if bool(given.get("old_passphrase")) == bool(given.get("lost")):
            self.add_error("old_passphrase", _("Give your passphrase until now, or say that you have lost it."))


class ReplyForm(forms.Form):
    text = _text(_("Your reply"), _("Ask only what the source can answer safely. Never ask who they are."))


class NoteForm(forms.Form):
    text = _text(_("Your note or question"), _("Only handlers of this alliance can open it."), rows=4)
    settles = forms.BooleanField(label=_("This tip-off needs no answer from us"), required=False)


class ReleaseForm(forms.Form):
    text = _text(
        _("The exact words to release"),
        _(
            "Write it as somebody who read it in a public document would. No wording of the source, no date or number"
            " that few people know."
        ),
    )


class DeclineForm(forms.Form):
    text = _text(_("Why not"), _("Sealed to the handlers, as a note."), rows=3)


class KeepForm(forms.Form):
    until = forms.DateField(
        label=_("Keep it until"),
        help_text=_("A year after it came at most. Another handler must agree."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class StartThreatForm(ThreatenedForm):
    field_order = ("service", "new_service", "new_provider", "kind", "title")
    new_provider = forms.CharField(
        label=_("Who provides it, if you name a new one"),
        help_text=_("For example a council or a trust. Leave it empty where you do not know."),
        max_length=200,
        required=False,
    )
    kind = forms.ChoiceField(label=_("What is feared?"), choices=Threat.Kind.choices)
    title = forms.CharField(label=_("A short title"), max_length=200)
