"""The ready ways to decide: the one table behind “what do you want to decide?”."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.assemblies.bodies import Body


@dataclass(frozen=True, kw_only=True)
class Blueprint:
    """One way: what it is called, when it fits, and the name of the address where a body sets it up."""

    title: str | Promise
    fits: str | Promise
    address: str
    alliances_only: bool = False

    def link(self, body: Body) -> str:
        """Where this body sets it up."""
        return reverse(self.address, kwargs={"room": body.room, "slug": body.slug})


BLUEPRINTS = (
    Blueprint(
        title=_("A vote"),
        fits=_("A question with an answer by yes and no, or a choice among options. By secret ballot."),
        address="assemblies:set_up",
    ),
    Blueprint(
        title=_("An election"),
        fits=_("A committee is elected by the single transferable vote, with places kept for sections if you like."),
        address="assemblies:call_election",
    ),
)


def blueprints_for(body: Body) -> list[dict[str, object]]:
    """The ways that fit this body, with the addresses."""
    fitting = [one for one in BLUEPRINTS if isinstance(body, Alliance) or not one.alliances_only]
    return [{"title": one.title, "fits": one.fits, "address": one.link(body)} for one in fitting]
