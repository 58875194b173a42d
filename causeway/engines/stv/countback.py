"""Filling a casual vacancy from the papers of the election itself, without another poll."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from causeway.engines.exact import BadInput, TieOrder
from causeway.engines.stv.constraints import Condition
from causeway.engines.stv.count import count
from causeway.engines.stv.election import Election, Result, Vacancy

SITTING = "Those who stay in office"


def countback(
    election: Election,
    *,
    rule: str,
    sitting: Collection[int],
    leaving: int,
    standing_down: Collection[int] = (),
    ties: TieOrder | None = None,
    conditions: Sequence[Condition] = (),
    progress: Callable[[str], None] | None = None,
) -> Result:
    """Count all papers again without the one who leaves, and keep everybody who stays.

    ERS97, section 7.1: every preference for the leaving member, and for candidates who no longer stand
    (``standing_down``), is passed over; nobody who stays in office (``sitting``, places from 0) may be excluded. They
    are guarded as a reserved group, so exactly one other is elected: the result's ``vacancy`` says who. ``conditions``
    hold again, as they did for the election.
    """
    staying = frozenset(sitting) - {leaving}
    if leaving not in sitting:
        raise BadInput(f"{election.names[leaving]} was not elected, so leaves no vacancy.")
    if len(staying) + 1 != election.seats:
        raise BadInput(f"{len(staying)} stay in office and one place is vacant: that is not {election.seats} places.")
    if staying & set(standing_down):
        raise BadInput("Somebody who stays in office cannot stand down from the vacancy.")
    again = replace(election, withdrawn=election.withdrawn | {leaving} | set(standing_down))
    reserved = [Condition(name=SITTING, members=staying, minimum=len(staying))] if staying else []
    result = count(again, rule=rule, ties=ties, conditions=[*reserved, *conditions], progress=progress)
    vacancy = Vacancy(
        left=leaving,
        stay=tuple(sorted(staying)),
        stood_down=tuple(sorted(standing_down)),
        filled_by=next((place for place in result.winners if place not in staying), None),
    )
    return replace(result, vacancy=vacancy)
