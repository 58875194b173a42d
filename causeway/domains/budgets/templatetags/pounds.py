"""Amounts of money on the pages of budgets."""

from __future__ import annotations

from django import template

from causeway.domains.budgets.sentence import in_pounds

register = template.Library()


@register.filter
def pounds(amount: int) -> str:
    """£1,234, or −£1,234."""
    return in_pounds(amount)


@register.filter
def difference(amount: int) -> str:
    """+£1,234, −£1,234, or £0."""
    return f"+{in_pounds(amount)}" if amount > 0 else in_pounds(amount)
