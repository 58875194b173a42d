"""Where allauth, which signs people in, meets our own rules.

allauth writes its own rows (confirmed addresses, passkeys, one-time codes, passwords) outside the door: its sign-in
machinery is the one exception to it, because half of it would have to be written again to go through. What is ours goes
through the door all the same: an account is opened, and its address moved, by a command.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.forms import BaseForm
from django.http import HttpRequest
from django.template.loader import render_to_string

from causeway.domains.people.commands.move_address import MoveAddress
from causeway.domains.people.commands.open_account import OpenAccount
from causeway.domains.people.models import Person
from causeway.domains.people.second_factor import seal_secret, unseal_secret
from causeway.kernel.actors import System, Visitor
from causeway.kernel.perform import perform


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """How accounts are opened and confirmed, and how allauth's letters look."""

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


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """One-time-code secrets are sealed at rest."""

    def encrypt(self, text: str) -> str:
        return seal_secret(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal_secret(encrypted_text)
