"""Fields for money as people write it: £12,000, or 1,590.55."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST = 24


class _Money(forms.CharField):
    """Digits with or without commas, and a pound sign that may stand before them."""

    places = 0
    sentence: Any = _("Give whole pounds, such as 12,000.")
    signed = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal" if self.places else "numeric", "autocomplete": "off"}

    def to_python(self, value: Any) -> Any:
        """The amount in its smallest unit, or None where nothing stands."""
        text = re.sub(r"[£%,\s]", "", super().to_python(value) or "").replace("\u2212", "-")
        if not text:
            return None
        sign = "-?" if self.signed else ""
        if not re.fullmatch(rf"{sign}\d{{1,15}}(\.\d{{1,{max(self.places, 1)}}})?", text, re.ASCII):
            raise ValidationError(self.sentence)
        whole, _point, part = text.partition(".")
        if part and not self.places and int(part):
            raise ValidationError(self.sentence)
        smallest = int(whole.lstrip("-")) * 10**self.places + int(part.ljust(self.places, "0")[: self.places] or 0)
        return -smallest if whole.startswith("-") else smallest

    def validate(self, value: Any) -> None:
        if value is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """The length was seen to by the pattern."""

    def prepare_value(self, value: Any) -> Any:
        """An amount that is there already, as people write it."""
        if not isinstance(value, int):
            return value
        whole, part = divmod(abs(value), 10**self.places)
        minus = "-" if value < 0 else ""
        return f"{minus}{whole:,}" + (f".{part:0{self.places}}" if self.places else "")


class PoundsField(_Money):
    """Whole pounds."""


class SignedPoundsField(_Money):
    """Whole pounds, which may be negative."""

    signed = True


class PenceField(_Money):
    """Pounds and pence, as pence."""

    places = 2
    sentence = _("Give pounds and pence, such as 1,590.55.")


class PercentField(_Money):
    """Per cent with two places, as hundredths of one per cent."""

    places = 2
    sentence = _("Give per cent, such as 5 or 2.99.")
