"""What makes a budget balance, beside the lines and the proposals: each figure with its source."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.budgets.models.budgets import Budget, Line, Source


class Item(models.Model):
    """One amount that comes in or goes out, in whole pounds, never negative. ``taken_from``: the file it came with."""

    class Kind(models.TextChoices):
        CONTINGENCY = "contingency", _("Contingencies")
        RESERVES_RAISED = "reserves_raised", _("Put into reserves")
        FINANCING = "financing", _("Repaying loans, and interest")
        LEVY = "levy", _("Levies, and precepts passed on")
        TO_CAPITAL = "to_capital", _("Revenue paid over to capital")
        OTHER_OUT = "other_out", _("Other spending")
        SAVING = "saving", _("Spent less on a line")
        FEES = "fees", _("Fees and charges")
        GRANTS = "grants", _("Grants")
        RATES = "rates", _("Business rates kept")
        RESERVES_USED = "reserves_used", _("Taken from reserves")
        OTHER_IN = "other_in", _("Other income")
        CAPITAL_SPENDING = "capital_spending", _("Other capital spending")
        BORROWING = "borrowing", _("Borrowing, for capital only")
        CAPITAL_GRANTS = "capital_grants", _("Capital grants")
        CAPITAL_RECEIPTS = "capital_receipts", _("Capital receipts")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    budget = models.ForeignKey(Budget, models.CASCADE, related_name="items")
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    title = models.CharField(_("what it is"), max_length=160)
    amount_pounds = models.BigIntegerField(_("amount"))
    line = models.ForeignKey(Line, models.SET_NULL, null=True, related_name="items")
    source = models.CharField(_("source"), max_length=300)
    link = models.URLField(_("link"), max_length=200, blank=True)
    taken_from = models.ForeignKey(Source, models.CASCADE, null=True, related_name="items")
    entered_on = models.DateField(_("entered on"))

    class Meta:
        ordering = ["kind", "title", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount_pounds__gt=0), name="budget_item_is_something"),
            models.CheckConstraint(condition=~models.Q(source=""), name="budget_item_has_a_source"),
        ]

    def __str__(self) -> str:
        return self.title


class Reserves(models.Model):
    """What the council has put by at the start of the year, and how much of it must stay."""

    budget = models.OneToOneField(Budget, models.CASCADE, primary_key=True, related_name="reserves")
    opening_pounds = models.BigIntegerField(_("at the start of the year"))
    floor_pounds = models.BigIntegerField(_("must not fall below"))
    floor_why = models.CharField(_("why this floor"), max_length=300)
    source = models.CharField(_("source"), max_length=300)

    def __str__(self) -> str:
        return f"£{self.opening_pounds:,}"


class CouncilTax(models.Model):
    """The council tax of the year. The increase is in hundredths of one per cent; ``limit_hundredths`` is the increase
    from which on a referendum must be held, None where the nation has no such limit.
    """

    budget = models.OneToOneField(Budget, models.CASCADE, primary_key=True, related_name="council_tax")
    tax_base = models.DecimalField(_("tax base (Band D homes)"), max_digits=12, decimal_places=2)
    band_d_pence = models.PositiveIntegerField(_("Band D this year"))
    band_d_before_pence = models.PositiveIntegerField(_("Band D the year before"))
    precepts_pounds = models.BigIntegerField(_("local precepts collected on top"), default=0)
    limit_hundredths = models.PositiveIntegerField(_("referendum limit"), null=True)
    limit_source = models.CharField(_("source of the limit"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=300)

    def __str__(self) -> str:
        return f"£{self.band_d_pence // 100:,}.{self.band_d_pence % 100:02}"
