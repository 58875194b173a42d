"""Accounts: a person, whom others see by a display name of their choice."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """Store a person with a usable or unusable password. Called by commands and sign-up only."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """An account. There is no superuser: rights come from offices and memberships, through policies."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    display_name = models.CharField(
        _("display name"), max_length=80, blank=True, help_text=_("Your name or a pseudonym.")
    )
    joined_on = models.DateField(auto_now_add=True)
    is_active = models.BooleanField(default=True)
    hidden_at = models.DateTimeField(null=True, editable=False)
    closes_at = models.DateTimeField(null=True, editable=False)
    erased_at = models.DateTimeField(null=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_once")]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """What others see: the chosen name, unless the person hides or has left."""
        seen = self.hidden_at is None and self.erased_at is None
        return (seen and self.display_name) or str(_("A member"))


class StaffMember(models.Model):
    """That a person helps to run the platform. It gives no right by itself: see ``StaffSession``."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="staff_member")
    since = models.DateField()
    until = models.DateField(null=True)

    def __str__(self) -> str:
        return f"Staff since {self.since}"


class StaffSession(models.Model):
    """A time in which one of the staff may look into one body's matters, with the reason that they gave.

    ``scope`` names the alliance or organisation whose trail shows it; without one it is the platform's own desk.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="staff_sessions")
    scope = models.UUIDField(null=True)
    scope_name = models.CharField(max_length=160, blank=True)
    reason = models.TextField()
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return f"Staff session of {self.opened_at:%Y-%m-%d}"
