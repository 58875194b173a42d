"""Forms of this room, and allauth's own with our words and our warning."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.forms import AddEmailForm, LoginForm, SignupForm
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from django import forms
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from causeway.domains.people.employers import employer_behind
from causeway.domains.people.models import Channel, RightsRequest

ASKED = "employer_address_asked"
ACCEPTED = "employer_address_accepted"


def pause_at_employer_address(email: str, display_name: str = "") -> None:
    """Send the person to the page with the warning, unless they saw it and want this address all the same."""
    session = context.request.session
    if not employer_behind(email) or session.get(ACCEPTED) == email:
        return
    session[ASKED] = {"email": email, "display_name": display_name, "back": context.request.path}
    raise ImmediateHttpResponse(redirect("people:employer_address"))


class SignInForm(LoginForm):  # type: ignore[misc]
    """Address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["login"].widget.attrs = {"type": "email", "autocomplete": "username", "spellcheck": "false"}
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["remember"].label = _("Keep me signed in on this device")
        self.fields["remember"].help_text = _("Only on a device of your own.")


class SignUpForm(SignupForm):  # type: ignore[misc]
    """Address, name if wanted, password (none when a passkey is made instead)."""

    display_name = forms.CharField(
        label=_("Display name"),
        required=False,
        max_length=80,
        help_text=_("What others see. A made-up name is fine. You can change it at any time."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    field_order = ["email", "display_name", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = context.request.session.get(ASKED) or {}
        email = self.fields["email"]
        email.label = _("E-mail address")
        email.help_text = _("Use your own, not one from your employer: they may be able to read it.")
        email.widget.attrs = {"type": "email", "autocomplete": "email", "spellcheck": "false"}
        if context.request.session.get(ACCEPTED) == asked.get("email"):
            email.initial = asked.get("email")
        self.fields["display_name"].initial = asked.get("display_name")
        if "password1" in self.fields:
            self.fields["password1"].help_text = _(
                "At least 10 characters. Three words that only you would put together work well."
            )
            self.fields["password1"].widget.attrs.pop("placeholder", None)

    def clean_display_name(self) -> str:
        name = " ".join(self.cleaned_data["display_name"].split())
        if "@" in name:
            raise forms.ValidationError(_("Do not use an e-mail address: others see this name."))
        return name

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.errors:
            pause_at_employer_address(cleaned["email"], cleaned["display_name"])
        return cleaned


class ChangeAddressForm(AddEmailForm):  # type: ignore[misc]
    """A new address for one's account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = context.request.session.get(ASKED) or {}
        email = self.fields["email"]
        email.label = _("New e-mail address")
        email.help_text = _("Use your own, not one from your employer. We send a code there first.")
        email.widget.attrs = {"type": "email", "autocomplete": "email", "spellcheck": "false"}
        if asked.get("email") and context.request.session.get(ACCEPTED) == asked["email"]:
            email.initial = asked["email"]

    def clean_email(self) -> str:
        email: str = super().clean_email()
        pause_at_employer_address(email)
        return email


class NameForm(forms.Form):
    """The name that others see."""

    display_name = forms.CharField(
        label=_("Display name"),
        required=False,
        max_length=80,
        help_text=_("Your name, or one that you make up. Leave it empty to be “A member”."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )


class ConsentForm(forms.Form):
    """Which consent to withdraw."""

    controller_id = forms.UUIDField()
    channel = forms.ChoiceField(choices=Channel.choices)
    purpose = forms.CharField(max_length=60)


class EraseForm(forms.Form):
    """The word that shows that it is meant."""

    word = forms.CharField(
        label=_("Type the word ERASE"),
        help_text=_("This cannot be undone."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "size": 12}),
    )

    def clean_word(self) -> str:
        word: str = self.cleaned_data["word"]
        if word.strip().upper() != "ERASE":
            raise forms.ValidationError(_("Type the word ERASE, or choose the 14 days."))
        return word


class RequestForm(forms.Form):
    """What somebody asks about their data. ``known`` where they are signed in, and need give no address."""

    kind = forms.ChoiceField(
        label=_("What do you ask for?"), choices=RightsRequest.Kind.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Tell us more"),
        required=False,
        max_length=5_000,
        help_text=_("What it is about, and since when. Leave out what we need not know."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The one that you used here. We send a letter there to make sure that it is you."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["email"]


class StaffSessionForm(forms.Form):
    """Why, about whom, for how long."""

    scope = forms.ChoiceField(
        label=_("What is it about?"),
        required=False,
        help_text=_("You see this one only. Its coordinators see that you looked, and why."),
    )
    reason = forms.CharField(
        label=_("Why do you need to look?"),
        help_text=_("A sentence. Name no private person: it stands in the audit trail for good."),
        max_length=300,
    )
    minutes = forms.ChoiceField(
        label=_("For how long?"),
        choices=[("30", _("30 minutes")), ("60", _("1 hour")), ("120", _("2 hours")), ("240", _("4 hours"))],
    )

    def __init__(self, *args: Any, bodies: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scope = self.fields["scope"]
        assert isinstance(scope, forms.ChoiceField)  # noqa: S101 - for the types
        scope.choices = [("", _("The platform’s own desk")), *((str(key), name) for key, name in bodies)]


class AnswerForm(forms.Form):
    """The answer to a request."""

    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_(
            "The person reads it on a page of theirs. If you refuse, say why, and that they may go to the ICO."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class ExtendForm(forms.Form):
    """Why it takes longer."""

    because = forms.CharField(
        label=_("Why does it take longer?"),
        help_text=_("The person reads it. The law allows two months more, once, for what is complicated."),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
