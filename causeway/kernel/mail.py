"""Letters by e-mail, plain text and HTML. Sent by handlers in jobs, never inside a transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import connection
from django.template.loader import render_to_string


@dataclass(frozen=True)
class Letter:
    """One letter to one person.

    ``template`` names a pair of files without their ending: ``<template>.txt`` and ``<template>.html``.
    ``unsubscribe_url`` makes it a letter that one click stops (RFC 8058); service letters have none.
    """

    to: str
    subject: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    unsubscribe_url: str = ""


def send(letter: Letter) -> None:
    """Send it now. Raises the mail server's error, so that the job tries again."""
    if connection.in_atomic_block and not getattr(settings, "TESTING", False):
        raise RuntimeError("A letter is never sent inside a transaction: send it from an event's handler.")
    context = {"site_url": settings.SITE_URL, "letter": letter, **letter.context}
    message = EmailMultiAlternatives(
        subject=" ".join(str(letter.subject).split()),  # names may hold line breaks, which no header may
        body=render_to_string(f"{letter.template}.txt", context),
        to=[letter.to],
    )
    message.attach_alternative(render_to_string(f"{letter.template}.html", context), "text/html")
    if letter.unsubscribe_url:
        message.extra_headers["List-Unsubscribe"] = f"<{letter.unsubscribe_url}>"
        message.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.send()
