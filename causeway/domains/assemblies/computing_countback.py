"""A casual vacancy, filled from the papers of the election: the second file of this room that calls an engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.computing import RULE, Outcome, ranking_of
from causeway.domains.assemblies.marks import Marks
from causeway.domains.assemblies.models import Ballot
from causeway.engines.exact import TieOrder

Kept = tuple[str, list[int], int]


@dataclass(frozen=True, kw_only=True)
class Vacancy:
    """Places on the paper, from 0: who left, who stays in office, who is passed over because they do not stand."""

    leaving: int
    sitting: tuple[int, ...]
    passed_over: tuple[int, ...]

    @property
    def seats(self) -> int:
        """How many places are filled from this paper."""
        return len(self.sitting) + 1


def kept_in(ballot: Ballot, sections: Sequence[str], vacancy: Vacancy) -> list[Kept]:
    """The condition under which the one place is filled: label, options, minimum; at most one.

    Those who stay cannot be excluded, so only a section that now has fewer than its kept places needs a condition:
    the one of whoever left, if it has too few; else the first by name. A section for which nobody stands needs none.
    """
    gone = {vacancy.leaving, *vacancy.passed_over}
    theirs = sections[vacancy.leaving] if sections else ""
    for section, number in sorted(ballot.reserved.items(), key=lambda one: (one[0] != theirs, one[0])):
        members = [place for place, one in enumerate(sections) if one == section and place not in gone]
        staying = sum(place in vacancy.sitting for place in members)
        if staying < min(number, len(members)):
            return [(str(Section(section).label), members, staying + 1)]
    return []


def countback_of(
    ballot: Ballot, names: Sequence[str], papers: Sequence[Marks], vacancy: Vacancy, kept: Sequence[Kept]
) -> tuple[Outcome, int | None]:
    """Count the papers again for the one place: the record, and the place on the paper of whoever fills it.

    Rule, ties and papers are those of the election; the result depends on nothing else.
    """
    from causeway.engines import stv  # here, because it brings numpy, which no page needs
    from causeway.engines.stv.report import as_document
    from causeway.engines.stv.report.picture import transfers_svg
    from causeway.engines.stv.report.sentences import why_not

    rankings = Counter(ranking_of(marks) for marks in papers)
    result = stv.countback(
        stv.Election.of(
            [(number, ranking) for ranking, number in sorted(rankings.items())],
            names=names,
            seats=vacancy.seats,
            title=ballot.question,
        ),
        rule=RULE,
        sitting=(*vacancy.sitting, vacancy.leaving),
        leaving=vacancy.leaving,
        standing_down=vacancy.passed_over,
        ties=TieOrder.drawn(ballot.tie_seed, size=len(names)),
        conditions=[stv.Condition(name=name, members=frozenset(places), minimum=least) for name, places, least in kept],
    )
    outcome = Outcome(
        electors=ballot.process.roll.electors,
        papers=len(papers),
        blank=sum(not any(marks) for marks in papers),
        needed=0,
        quorate=True,
        totals=tuple(sum(marks[place] == 1 for marks in papers) for place in range(len(names))),
        chosen=result.winners,
        count=as_document(result),
        why_not=tuple(why_not(result)),
        picture=transfers_svg(result) if len(result.stages) > 1 else "",
    )
    return outcome, result.vacancy.filled_by if result.vacancy else None
