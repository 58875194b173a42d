"""Set the council tax of a budget."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.models import Budget, CouncilTax
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.referendum_limits import has_referendums
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.wording import some_pounds
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

LARGEST_BASE = Decimal(5_000_000)
DEAREST_PENCE = 2_000_000
HIGHEST_LIMIT = 10_000


@dataclass(frozen=True, kw_only=True)
class SetCouncilTax(Command[CouncilTax]):
    """Set the tax: the base in Band D homes, Band D in pence this year and the year before, and the referendum limit.

    Band D is the council’s own, without local precepts; those come on top, and are passed on whole.
    """

    budget_id: UUID
    tax_base: Decimal
    band_d_pence: int
    band_d_before_pence: int
    precepts_pounds: int = 0
    limit_hundredths: int | None = None
    limit_source: str = ""
    source: str


@performs(
    SetCouncilTax, policy=may_run_budget, says="set the council tax of “{budget}”", finds=locked(Budget, "budget_id")
)
def set_council_tax(_actor: Actor, command: SetCouncilTax, budget: Budget) -> Done[CouncilTax]:
    limit, limit_source = _limit(budget, command)
    tax, _new = CouncilTax.objects.update_or_create(
        budget=budget,
        defaults={
            "tax_base": _base(command.tax_base),
            "band_d_pence": _band(command.band_d_pence, "band_d_pence"),
            "band_d_before_pence": _band(command.band_d_before_pence, "band_d_before_pence"),
            "precepts_pounds": some_pounds(command.precepts_pounds, "precepts_pounds", least=0),
            "limit_hundredths": limit,
            "limit_source": limit_source,
            "source": some_text(command.source, "source", longest=300),
        },
    )
    return in_trail(budget, tax)


def _base(base: Decimal) -> Decimal:
    if not base.is_finite() or not 0 < base <= LARGEST_BASE:
        raise Invalid(tax_base=_("Give the number of Band D homes, such as 58,814.9."))
    if base != base.quantize(Decimal("0.01")):
        raise Invalid(tax_base=_("Use at most two places after the point."))
    return base


def _band(pence: int, field: str) -> int:
    if not 1 <= pence <= DEAREST_PENCE:
        raise Invalid(**{field: _("Give the tax of a Band D home in pounds and pence, such as 1,590.55.")})
    return pence


def _limit(budget: Budget, command: SetCouncilTax) -> tuple[int | None, str]:
    """The limit and its source. England has one; the other nations hold no referendums on council tax."""
    if not has_referendums(budget.nation):
        return None, ""
    if command.limit_hundredths is None or not 0 <= command.limit_hundredths <= HIGHEST_LIMIT:
        raise Invalid(limit_hundredths=_("Give the increase from which a referendum must be held, in per cent."))
    return command.limit_hundredths, some_text(command.limit_source, "limit_source", longest=300)
