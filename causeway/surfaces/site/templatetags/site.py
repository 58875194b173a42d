"""Tags that every template may use without loading them."""

from __future__ import annotations

from datetime import date

from django import template
from django.forms import BoundField, Field
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.kernel import clock

register = template.Library()


@register.filter
def days_left(day: date | None) -> str:
    """The days from today to ``day`` in words: “12 days left”, “today”, “3 days ago”."""
    if day is None:
        return ""
    days = (day - clock.today()).days
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("%(n)s day ago", "%(n)s days ago", -days) % {"n": -days}
    return ngettext("%(n)s day left", "%(n)s days left", days) % {"n": days}


@register.filter
def problem(error: str, field: BoundField) -> str:
    """An error in a sentence that can be acted on: Django's “This field is required.” with the field's name."""
    if error == Field.default_error_messages["required"]:
        return _("Fill in: %(label)s") % {"label": field.label}
    return error


@register.filter
def urgency(day: date | None) -> str:
    """A word for how near ``day`` is, for its colour: past, soon (14 days or fewer) or later."""
    if day is None:
        return "none"
    days = (day - clock.today()).days
    return "past" if days < 0 else "soon" if days <= 14 else "later"
