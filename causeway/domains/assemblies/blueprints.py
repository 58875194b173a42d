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
    Blueprint(
        title=_("Motions"),
        fits=_("Members move a text, amend and second it. Amendments are voted on first, then the motion."),
        address="assemblies:call_motions",
    ),
    Blueprint(
        title=_("A joint statement"),
        fits=_("Organisations agree on a text. Each may support it, stay neutral, or dissent and stay in."),
        address="assemblies:call_statement",
    ),
    Blueprint(
        title=_("A name"),
        fits=_("People suggest names for a campaign, then tick all that they can live with."),
        address="assemblies:ask_for_names",
    ),
    Blueprint(
        title=_("A policy conference"),
        fits=_("Organisations move several motions, which stand on an agenda that can be printed."),
        address="assemblies:call_conference",
    ),
    Blueprint(
        title=_("By hand"),
        fits=_("You choose the phases in order, with their times."),
        address="assemblies:by_hand",
    ),
    Blueprint(
        title=_("A conversation"),
        fits=_(
            "One open question: people write statements and vote on each other’s. It shows what unites and divides."
        ),
        address="assemblies:set_up_conversation",
    ),
    Blueprint(
        title=_("A card vote"),
        fits=_("Organisations vote, each with as many votes as it has members. Cards are public."),
        address="assemblies:call_card_vote",
        alliances_only=True,
    ),
    Blueprint(
        title=_("A conversation from Polis"),
        fits=_("One that was held elsewhere is brought in, with its statements and votes, and gets a map here."),
        address="assemblies:bring_polis_export",
    ),
)


def blueprints_for(body: Body) -> list[dict[str, object]]:
    """The ways that fit this body, with the addresses."""
    fitting = [one for one in BLUEPRINTS if isinstance(body, Alliance) or not one.alliances_only]
    return [{"title": one.title, "fits": one.fits, "address": one.link(body)} for one in fitting]
