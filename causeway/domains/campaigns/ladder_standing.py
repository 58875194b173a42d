"""Who stands on which rung, by blind index only."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from causeway.domains.campaigns.models import Campaign, Rung, Step
from causeway.kernel.sealing import blind_index

ORDER = {rung: height for height, rung in enumerate(Rung.values)}
PURPOSE = "next-step"


def index_on_ladder(email: str, campaign_id: UUID) -> bytes:
    """The index of an address on the ladder of one campaign."""
    return blind_index(email.strip().lower(), f"ladder.{campaign_id}")


def index_of_asked(email: str) -> bytes:
    """The index under which an address was asked, across campaigns."""
    return blind_index(email.strip().lower(), "ladder.asked")


def rungs_by_person(campaign: Campaign, *, among: Iterable[bytes] | None = None) -> dict[bytes, set[str]]:
    """Everybody's rungs in a campaign, or those of the people with these indexes."""
    rungs: dict[bytes, set[str]] = {}
    steps = Step.objects.filter(campaign=campaign)
    if among is not None:
        steps = steps.filter(person_index__in=list(among))
    for index, rung in steps.values_list("person_index", "rung").iterator():
        rungs.setdefault(bytes(index), set()).add(rung)
    return rungs


def standing(rungs: Iterable[str]) -> str:
    """The highest rung of what somebody did. Saying yes to letters is no deed: it counts with the signature."""
    deeds = [rung for rung in rungs if rung != Rung.SAID_YES]
    return max(deeds, key=ORDER.__getitem__, default=Rung.SIGNED.value)


def standing_on(campaign: Campaign, rung: str, *, among: Iterable[bytes] | None = None) -> set[bytes]:
    """Those whose highest rung this is."""
    return {index for index, rungs in rungs_by_person(campaign, among=among).items() if standing(rungs) == rung}
