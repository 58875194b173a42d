"""Checks of what people fill in, shared by this room's commands. Each raises Invalid with a sentence."""

from __future__ import annotations

from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from causeway.domains.services.models import PublicBody
from causeway.kernel.errors import Invalid
from causeway.kernel.web_address import web_address as web_address


def short_text(field: str, text: str, *, longest: int = 200) -> str:
    """One line that must say something. Blanks are tidied."""
    tidy = " ".join(text.split())
    if not tidy:
        raise Invalid(**{field: _("Fill this in.")})
    if len(tidy) > longest:
        raise Invalid(**{field: _("Use %(n)s characters or fewer.") % {"n": longest}})
    return tidy


def line(field: str, text: str, *, longest: int) -> str:
    """One line that may be empty."""
    return short_text(field, text, longest=longest) if text.strip() else ""


def one_of(field: str, value: str, choices: type[TextChoices]) -> str:
    """One of the values offered."""
    if value not in choices.values:
        raise Invalid(**{field: _("Choose one of the answers.")})
    return value


def body_or_none(field: str, body_id: UUID | None) -> PublicBody | None:
    """The public body named, following a merge; None where none is named."""
    if body_id is None:
        return None
    body = PublicBody.objects.select_related("merged_into").filter(pk=body_id).first()
    if body is None:
        raise Invalid(**{field: _("Choose a body from the list, or add it first.")})
    return body.merged_into or body


def place(latitude: float | None, longitude: float | None) -> tuple[float | None, float | None]:
    """Both parts of a place, or neither."""
    if (latitude is None) != (longitude is None):
        raise Invalid(latitude=_("Give both latitude and longitude, or neither."))
    if latitude is not None and longitude is not None and not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Invalid(latitude=_("Latitude lies between -90 and 90, longitude between -180 and 180."))
    return latitude, longitude
