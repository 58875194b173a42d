"""Placing one alliance under another: by agreement of both, and never in a circle."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.events import PlacementAsked
from causeway.domains.alliances.models import Alliance, Placement
from causeway.domains.alliances.standing import coordinates
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.errors import Conflict, Invalid

RANK = {Alliance.Level.LOCAL: 0, Alliance.Level.REGIONAL: 1, Alliance.Level.NATIONAL: 2}


def ask_for_place(actor: Actor, child: Alliance, parent_id: UUID) -> PlacementAsked | None:
    """Place ``child`` where the actor coordinates both; else ask, and return the event that says so."""
    parent = Alliance.objects.filter(pk=parent_id).first()
    if parent is None:
        raise Invalid(parent_id=_("There is no such alliance. Choose one from the list."))
    check_levels(child, parent)
    if child.parent_id == parent.pk:
        raise Conflict(_("It stands there already."))
    if child.placements_asked.filter(status=Placement.Status.ASKED).exists():
        raise Conflict(_("You have asked already. Withdraw that question first."))
    placement = Placement(child=child, parent=parent, asked_on=clock.today(), asked_by_id=signed_in(actor))
    if not coordinates(actor, parent.pk):
        placement.save()
        return PlacementAsked(placement_id=placement.pk)
    answer(placement, actor, Placement.Status.ACCEPTED)
    child.parent = parent
    child.save(update_fields=["parent"])
    return None


def check_levels(child: Alliance, parent: Alliance) -> None:
    """Only a larger alliance can hold a smaller one, so the tree has no circles. Raises Invalid."""
    if RANK[Alliance.Level(parent.level)] <= RANK[Alliance.Level(child.level)]:
        raise Invalid(
            parent_id=_(
                "A local alliance stands under a regional or national one, and a regional one under a national one."
            )
        )


def answer(placement: Placement, actor: Actor, status: Placement.Status, reason: str = "") -> None:
    """Store what was answered to a question for a place, by whom and when."""
    placement.status = status
    placement.answered_on = clock.today()
    placement.answered_by_id = signed_in(actor)
    placement.reason = reason
    placement.save()
