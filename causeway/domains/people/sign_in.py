"""Where allauth, which signs people in, meets our own rules.

allauth writes its own rows (confirmed addresses, passkeys, one-time codes, passwords) outside the door: its sign-in
machinery is the one exception to it, because half of it would have to be written again to go through. What is ours goes
through the door all the same: an account is opened, and its address moved, by a command.
"""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlsplit
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.stages import LoginStage
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from causeway.domains.people.commands.move_address import MoveAddress
from causeway.domains.people.commands.open_account import OpenAccount
from causeway.domains.people.models import Person
from causeway.domains.people.second_factor import seal_secret, unseal_secret
from causeway.kernel.actors import System, Visitor
from causeway.kernel.perform import perform


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """How accounts are opened and confirmed, and how allauth's letters look."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "cannot_remove_primary_email": _("You need one address at least. Change it instead."),
        "duplicate_email": _("This is your address already."),
        "email_password_mismatch": _("The address and the password do not fit together. Try again."),
        "email_taken": _("This address has an account already."),
        "enter_current_password": _("This is not your password until now."),
        "incorrect_code": _("This code does not fit. Check it, or get a new one."),
        "incorrect_password": _("This is not your password."),
        "invalid_or_expired_key": _("This link no longer works. Get a new one."),
        "invalid_login": _("Signing in did not work. Start again."),
        "invalid_password_reset": _("This link no longer works. Get a new one."),
        "too_many_login_attempts": _("Too many wrong passwords for this account. Wait five minutes, then try again."),
        "unverified_primary_email": _("Confirm your address first."),
        "same_as_current": _("This is what it is already."),
        "rate_limited": _("Too many tries. Wait a few minutes, then try again."),
    }

    def save_user(self, request: HttpRequest, user: Person, form: BaseForm, commit: bool = True) -> Person:
        """Open the account through the door."""
        return perform(
            Visitor(),
            OpenAccount(
                email=form.cleaned_data["email"],
                password=form.cleaned_data.get("password1") or None,
                display_name=form.cleaned_data.get("display_name", ""),
            ),
        )

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        """Confirm the address; consents and the wish to hear nothing move with their person."""
        person_id: UUID = email_address.user_id
        before = Person.objects.values_list("email", flat=True).get(pk=person_id)
        done = bool(super().confirm_email(request, email_address))
        if done and before != email_address.email:
            perform(
                System(reason="A person confirmed their new address."),
                MoveAddress(person_id=person_id, from_email=before, to_email=email_address.email),
            )
        return done

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Links lead to the site's own address, whatever host the browser that asked for the letter named."""
        own = {name: _at_own_site(value) for name, value in context.items() if name.endswith("_url")}
        super().send_mail(template_prefix, email, {**context, **own})

    def get_login_stages(self) -> list[str]:
        """allauth's steps, between two of ours: a new password ends the sign-ins that the old one began."""
        own = "causeway.domains.people.sign_in"
        return [f"{own}.NotePassword", *super().get_login_stages(), f"{own}.SamePassword"]

    def is_safe_url(self, url: str) -> bool:
        """Where one may be led after signing in: pages of this site only, not its other names or ports."""
        return url_has_allowed_host_and_scheme(url, {self.request.get_host()}, require_https=self.request.is_secure())

    def render_mail(
        self, template_prefix: str, email: str | list[str], context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """Plain text, and the same text as HTML."""
        context = {"site_url": settings.SITE_URL, **context}
        message: EmailMessage = super().render_mail(template_prefix, email, context, headers)
        if isinstance(message, EmailMultiAlternatives):
            page = render_to_string("account/email/letter.html", {**context, "text": message.body})
            message.attach_alternative(page, "text/html")
        return message


class NotePassword(LoginStage):  # type: ignore[misc]
    """Before the second step: note, as a keyed digest, which password began this sign-in."""

    key = "note_password"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        self.login.state["password"] = _digest_of_password(self.login.user)
        return None, True


class SamePassword(LoginStage):  # type: ignore[misc]
    """After the second step: if the password was replaced meanwhile, this sign-in starts again."""

    key = "same_password"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        if self.login.state.get("password") == _digest_of_password(self.login.user):
            return None, True
        return redirect("account_login"), False


def _digest_of_password(person: Person | None) -> str:
    return person.get_session_auth_hash() if person else ""


def _at_own_site(url: str) -> str:
    return settings.SITE_URL + urlsplit(url)._replace(scheme="", netloc="").geturl()


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """One-time-code secrets are sealed at rest."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": _("Switch off the second step before you change your address."),
        "cannot_delete_authenticator": _("This way to sign in cannot be removed."),
        "cannot_generate_recovery_codes": _("First add a passkey or codes from an app."),
        "incorrect_code": _("This code does not fit. Wait for the next one, and type it at once."),
        "unverified_email": _("Confirm your address first."),
    }

    def generate_authenticator_name(self, user: Person, type: Any) -> str:
        """What a passkey is called until its owner calls it something."""
        return str(_("My passkey"))

    def encrypt(self, text: str) -> str:
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal_secret(encrypted_text)
