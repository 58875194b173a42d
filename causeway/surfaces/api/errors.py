"""The one shape of every error of the API: a sentence, and for each field at fault its own sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import Schema

from causeway.kernel.errors import CausewayError, Conflict, Invalid, Missing, Refused, TooMany

SENTENCES = {
    "missing": gettext_noop("Give this; it is needed."),
    "string_type": gettext_noop("Give text."),
    "string_unicode": gettext_noop("Give text without halves of characters."),
    "string_too_short": gettext_noop("Give at least %(min_length)s characters."),
    "string_too_long": gettext_noop("Give at most %(max_length)s characters."),
    "string_pattern_mismatch": gettext_noop("This holds signs that cannot stand here, or has another form."),
    "int_type": gettext_noop("Give a whole number."),
    "int_parsing": gettext_noop("Give a whole number."),
    "int_from_float": gettext_noop("Give a whole number."),
    "int_parsing_size": gettext_noop("This number is too large."),
    "greater_than_equal": gettext_noop("Give %(ge)s or more."),
    "less_than_equal": gettext_noop("Give %(le)s or less."),
    "bool_type": gettext_noop("Give true or false."),
    "bool_parsing": gettext_noop("Give true or false."),
    "literal_error": gettext_noop("Give one of these: %(expected)s."),
    "list_type": gettext_noop("Give a list."),
    "too_long": gettext_noop("Give at most %(max_length)s."),
    "model_attributes_type": gettext_noop("Give an object with named fields."),
    "uuid_type": gettext_noop("Give an identifier (a UUID)."),
    "uuid_parsing": gettext_noop("Give an identifier (a UUID)."),
    "datetime_type": gettext_noop("Give a date and time, like 2026-11-22T09:30:00Z."),
    "datetime_parsing": gettext_noop("Give a date and time, like 2026-11-22T09:30:00Z."),
    "datetime_from_date_parsing": gettext_noop("Give a date and time, like 2026-11-22T09:30:00Z."),
    "datetime_object_invalid": gettext_noop("Give a date and time, like 2026-11-22T09:30:00Z."),
    "timezone_aware": gettext_noop("Say the time zone too, like 2026-11-22T09:30:00Z."),
}
ANYTHING_ELSE = gettext_noop("This cannot be used here.")


class ErrorOut(Schema):
    """``detail`` is a sentence; ``fields`` has the sentences for each field, those about the whole under ``""``."""

    detail: str
    fields: dict[str, list[str]]


def as_error(error: CausewayError) -> dict[str, Any]:
    """What the API answers for an error."""
    return {"detail": error.sentence, "fields": dict(error.fields) if isinstance(error, Invalid) else {}}


def as_invalid(found: Sequence[Mapping[str, Any]]) -> Invalid:
    """What the framework found wrong with what was sent, as our own error."""
    fields: defaultdict[str, list[str]] = defaultdict(list)
    for one in found:
        fields[_name_of(one["loc"])].append(_sentence_of(one))
    named = ", ".join(sorted(name for name in fields if name))
    said = _("What was sent cannot be used. Look at: %s.") % named if named else _("What was sent cannot be used.")
    invalid = Invalid(said)
    invalid.fields = dict(fields)
    return invalid


def _name_of(place: Sequence[str | int]) -> str:
    """``("query", "page")`` is ``page``; ``("body", "given", "links", 0)``, with the argument’s name, ``links.0``."""
    parts = place[2:] if place[0] in {"body", "form"} else place[1:]
    return ".".join(str(part) for part in parts)


def _sentence_of(one: Mapping[str, Any]) -> str:
    sentence: str = _(SENTENCES.get(one["type"], ANYTHING_ELSE))
    bounds: Mapping[str, Any] = one.get("ctx", {})
    return sentence % bounds


def for_status(status: int) -> CausewayError:
    """An error for what answers before any route does: an address that is none, a wrong method, too large a body."""
    said = {
        403: Refused(_("This is not open to you.")),
        404: Missing(),
        405: Refused(_("This address does not take that method.")),
        409: Conflict(_("It has changed in the meantime. Look again.")),
        413: Invalid(_("What was sent is too large.")),
        429: TooMany(_("Too many tries in a short time. Try again later.")),
    }
    broken = CausewayError(_("Something is broken on our side. It has been noted; try again later."))
    return said.get(status, broken if status >= 500 else Invalid(_("What was sent cannot be read.")))
