"""From papers to a result: the one file of this room that calls an engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.marks import Marks
from causeway.domains.assemblies.models import Ballot
from causeway.engines.exact import TieOrder

RULE = "scottish"
YES, NO = 0, 1
MOST_POWER_BYTES = 1 << 28  # a web worker’s share; beyond, Shapley comes with a bound on its error
SHARES = {
    Ballot.Threshold.MAJORITY: None,
    Ballot.Threshold.TWO_THIRDS: (2, 3),
    Ballot.Threshold.THREE_QUARTERS: (3, 4),
}


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What was counted. Stored whole with the ballot, so that it is never computed again to be shown.

    ``totals`` are the sums of the marks by option (for a ranked ballot, first preferences). ``chosen`` are the places
    of the options that won, first choice first. ``quorate``: enough people voted. ``ties`` are those that were level
    where the tie order decided. ``by_section`` says how many papers count for each section, where papers say so and no
    such number is small. ``count`` is the record of every stage of a ranked ballot, ``picture`` its drawing.
    """

    electors: int
    papers: int
    blank: int
    needed: int
    quorate: bool
    totals: tuple[int, ...]
    chosen: tuple[int, ...]
    ties: tuple[int, ...] = ()
    count: dict[str, Any] = field(default_factory=dict)
    why_not: tuple[tuple[str, str], ...] = ()
    picture: str = ""
    unopposed: bool = False
    by_section: dict[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Plain values, as the ballot stores them."""
        return asdict(self)


def drawn(seed: str, size: int) -> tuple[int, ...]:
    """An order of so many places (from 0) that anybody can draw again with the seed."""
    return TieOrder.drawn(seed, size=size).order or ()


def unopposed(names: Sequence[str], *, electors: int) -> Outcome:
    """The outcome where no more people stand than there are places: all are elected, and nobody votes."""
    return Outcome(
        electors=electors,
        papers=0,
        blank=0,
        needed=0,
        quorate=True,
        totals=(0,) * len(names),
        chosen=tuple(range(len(names))),
        unopposed=True,
    )


def outcome_of(
    ballot: Ballot,
    names: Sequence[str],
    papers: Sequence[Marks],
    *,
    electors: int,
    sections: Sequence[str] = (),
    told: Mapping[str, int] | None = None,
) -> Outcome:
    """Count the papers. Whole numbers throughout; ties go by the order drawn before the vote.

    ``papers`` in any order: the result does not depend on it. ``sections`` are those of the options, where places are
    kept for sections; ``told`` are the papers that count for each section, where that may be told.
    """
    needed = -(-electors * ballot.quorum_percent // 100)
    return Outcome(
        electors=electors,
        papers=len(papers),
        blank=sum(not any(marks) for marks in papers),
        needed=needed,
        quorate=len(papers) >= needed,
        by_section=dict(told or {}),
        **_COUNTS[Ballot.Form(ballot.form)](ballot, names, papers, sections),
    )


def carries(threshold: str, in_favour: int, against: int) -> bool:
    """Whether so many in favour and so many against carry a question, exactly; abstentions count for neither."""
    share = SHARES[Ballot.Threshold(threshold)]
    if share is None:
        return in_favour > against
    decided = in_favour + against
    return decided > 0 and in_favour * share[1] >= decided * share[0]


def power_of(names: Sequence[str], votes: Sequence[int], quota: int) -> dict[str, Any]:
    """The say that each card gives, where so many votes win: Banzhaf and Shapley-Shubik, as plain values."""
    from causeway.engines.power import Game, measure  # here, because it brings numpy, which no page needs
    from causeway.engines.power.report import as_plain

    game = Game(weights=tuple(votes), quota=quota, names=tuple(names))
    return as_plain(measure(game, memory_bytes=MOST_POWER_BYTES))


def _sums(names: Sequence[str], papers: Sequence[Marks]) -> tuple[int, ...]:
    return tuple(sum(marks[place] for marks in papers) for place in range(len(names)))


def _carried(ballot: Ballot, names: Sequence[str], papers: Sequence[Marks], _sections: Sequence[str]) -> dict[str, Any]:
    totals = _sums(names, papers)
    carried = carries(ballot.threshold, totals[YES], totals[NO])
    return {"totals": totals, "chosen": (YES,) if carried else (NO,)}


def _highest(ballot: Ballot, names: Sequence[str], papers: Sequence[Marks], _sections: Sequence[str]) -> dict[str, Any]:
    totals = _sums(names, papers)
    order = sorted(range(len(names)), key=lambda place: (-totals[place], ballot.tie_order.index(place)))
    chosen = [place for place in order[: ballot.seats] if totals[place]]
    last = totals[chosen[-1]] if chosen else 0
    level = tuple(sorted(place for place in order if totals[place] == last)) if chosen else ()
    tied = level if any(place not in chosen for place in level) else ()
    return {"totals": totals, "chosen": tuple(chosen), "ties": tied}


def _ranked(ballot: Ballot, names: Sequence[str], papers: Sequence[Marks], sections: Sequence[str]) -> dict[str, Any]:
    from causeway.engines import stv  # here, because it brings numpy, which no page needs
    from causeway.engines.stv.report import as_document
    from causeway.engines.stv.report.picture import transfers_svg
    from causeway.engines.stv.report.sentences import why_not

    rankings = Counter(ranking_of(marks) for marks in papers)
    totals = _first_preferences(names, papers)
    if not any(rankings[ranking] for ranking in rankings if ranking):
        return {"totals": totals, "chosen": ()}
    election = stv.Election.of(
        [(number, ranking) for ranking, number in sorted(rankings.items())],
        names=names,
        seats=min(ballot.seats, len(names)),
        title=ballot.question,
    )
    conditions = [
        stv.Condition(name=name, members=frozenset(members), minimum=minimum)
        for name, members, minimum in kept_places(ballot, sections)
    ]
    ties = TieOrder.drawn(ballot.tie_seed, size=len(names))
    result = stv.count(election, rule=RULE, ties=ties, conditions=conditions)
    picture = transfers_svg(result) if len(result.stages) > 1 else ""
    return {
        "totals": totals,
        "chosen": result.winners,
        "count": as_document(result),
        "why_not": tuple(why_not(result)),
        "picture": picture,
    }


def kept_places(ballot: Ballot, sections: Sequence[str]) -> list[tuple[str, list[int], int]]:
    """The places kept for sections: label, the options that count for it, and how many of them must be elected.

    Where fewer stand than places are kept, all of them are elected and the rest of the places are open to everybody.
    """
    kept = []
    for section, number in sorted(ballot.reserved.items()):
        members = [place for place, one in enumerate(sections) if one == section]
        if members:
            kept.append((str(Section(section).label), members, min(number, len(members))))
    return kept


def ranking_of(marks: Marks) -> tuple[int, ...]:
    """The options from 1 in the order of preference, as the engine and the files take them."""
    numbered = sorted((mark, place) for place, mark in enumerate(marks, start=1) if mark)
    return tuple(place for _mark, place in numbered)


def _first_preferences(names: Sequence[str], papers: Sequence[Marks]) -> tuple[int, ...]:
    firsts = Counter(marks.index(1) for marks in papers if 1 in marks)
    return tuple(firsts[place] for place in range(len(names)))


_COUNTS = {
    Ballot.Form.YES_NO: _carried,
    Ballot.Form.APPROVAL: _highest,
    Ballot.Form.SCORE: _highest,
    Ballot.Form.RANKED: _ranked,
}
