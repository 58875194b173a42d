"""allauth's smaller forms in our words: labels that say what to type, no placeholders, a new password typed once."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    ConfirmEmailVerificationCodeForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm, SignupWebAuthnForm
from django.forms import Field
from django.utils.translation import gettext_lazy as _

A_GOOD_PASSWORD = _("At least 10 characters. Three words that only you would put together work well.")
CODE = {"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "characters", "size": 12}


class Plain:
    """Without placeholders: they vanish as one types, and many people cannot read them."""

    fields: dict[str, Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class NewPassword(Plain):
    """A new password is typed once: whoever mistypes it gets another letter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2")
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = A_GOOD_PASSWORD


class AskForPasswordForm(Plain, ResetPasswordForm):  # type: ignore[misc]
    """The address to which the letter goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].widget.attrs["spellcheck"] = "false"


class ReplacePasswordForm(NewPassword, ResetPasswordKeyForm):  # type: ignore[misc]
    """On the page behind the letter's link."""


class ChoosePasswordForm(NewPassword, SetPasswordForm):  # type: ignore[misc]
    """For an account that had none."""


class OtherPasswordForm(NewPassword, ChangePasswordForm):  # type: ignore[misc]
    """The old one, then the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Password until now")


class ConfirmAddressForm(Plain, ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    """The code from the letter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(CODE)


class ItIsMeForm(Plain, ReauthenticateForm):  # type: ignore[misc]
    """The password, once more."""


class ItIsMeByCodeForm(Plain, ReauthenticateByCodeForm):  # type: ignore[misc]
    """A code from the app, once more."""


class SecondStepForm(Plain, AuthenticateForm):  # type: ignore[misc]
    """A code from the app, or a recovery code."""


class SwitchOnCodesForm(Plain, ActivateTOTPForm):  # type: ignore[misc]
    """The first code that the app shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The code that the app shows now")


class AddPasskeyForm(Plain, AddWebAuthnForm):  # type: ignore[misc]
    """A name for it, and whether it is enough by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("A name for it")
        self.fields["name"].help_text = _("So that you know it again, such as “my blue phone”.")
        self.fields["passwordless"].label = _("Let me sign in with it alone, without my password")
        self.fields["passwordless"].help_text = _("It must then ask for your finger, your face or a PIN.")


class RenamePasskeyForm(Plain, EditWebAuthnForm):  # type: ignore[misc]
    """Another name for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("A name for it")


class FirstPasskeyForm(Plain, SignupWebAuthnForm):  # type: ignore[misc]
    """While an account is opened."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("A name for it")
