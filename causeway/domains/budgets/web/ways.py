"""The way down to the pages of a budget."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body, body_of
from causeway.domains.alliances.web.pages import Crumbs, body_by, crumbs_to
from causeway.domains.budgets.models import Budget
from causeway.kernel.errors import Missing

FORM = ["GET", "HEAD", "POST"]
ROOMS = {"alliances", "organisations"}


def body_at(room: str, slug: str) -> Body:
    """The alliance or the organisation whose budgets these are. Raises Missing."""
    if room not in ROOMS:
        raise Missing
    return body_by(room, slug)


def address(name: str, budget: Budget) -> str:
    """The address of a page below a budget."""
    return reverse(f"budgets:{name}", kwargs={"slug": budget.slug})


def crumbs_of(budget: Budget, *below: str) -> Crumbs:
    """The way down to a budget; with ``below`` to a page under it: "" for the budget, then names of pages."""
    body = body_of(budget)
    way = [
        *crumbs_to(body),
        (reverse("budgets:list", kwargs={"room": body.room, "slug": body.slug}), _("People’s budgets")),
    ]
    words = {"needs": _("Needs"), "proposals": _("Proposals"), "lines": _("The council’s figures")}
    words |= {"balance": _("Balance"), "costers": _("Costing")}
    steps = [
        (address(name, budget), words[name]) if name else (budget.get_absolute_url(), budget.title) for name in below
    ]
    return [*way, *steps]
