"""How firm a solution stands: which cuts and which single cases change it.

- *Cuts.* A solution can only change where a cut passes the figure of a row that was seen. From the cut in use, these
  figures are tried one after the other, down and up, until the models are others.
- *Cases.* The comparison is done again without each case in turn.

Only models are compared, not their figures. What a solution depends on are the rows with and without the outcome, so
that equal rows are solved once. Reference: I.E. Oana, C.Q. Schneider, “A Robustness Test Protocol for Applied QCA”,
Sociological Methods & Research 53 (2024).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from causeway.engines.qca.cases import Cases
from causeway.engines.qca.comparing import places_of
from causeway.engines.qca.result import Comparison
from causeway.engines.qca.solutions import Model, solve
from causeway.engines.qca.terms import Term, written
from causeway.engines.qca.truth_table import Cuts, truth_table

MOST_STEPS = 40
SAID = 3
MOST_CONDITIONS = 12
MOST_CASES = 200
LARGEST = {"inclusion": Fraction(1), "pri": Fraction(1), "frequency": Fraction(10**6)}

Progress = Callable[[str], None]
Rows = tuple[tuple[Term, ...], tuple[Term, ...]]


@dataclass(frozen=True, kw_only=True)
class Change:
    """The first change on the way from the cut in use, and the models there as text (empty: none).

    Going down, it comes where the cut reaches ``figure``; going up, where the cut passes it.
    """

    figure: Fraction
    models: str


@dataclass(frozen=True, kw_only=True)
class CutRange:
    """A cut in use, and where the models first become others, below and above; ``None`` if they never do."""

    name: str
    cut: Fraction
    below: Change | None
    above: Change | None


@dataclass(frozen=True, kw_only=True)
class CaseLeftOut:
    """A case without which the models are others, and these as text (empty: none)."""

    name: str
    models: str


@dataclass(frozen=True, kw_only=True)
class Robustness:
    """Ranges of the cuts, and the cases that the solution hangs on."""

    cuts: tuple[CutRange, ...]
    cases: tuple[CaseLeftOut, ...]


def quick(found: Comparison) -> bool:
    """Whether trying everything takes no longer than people wait."""
    return len(found.cases.conditions) <= MOST_CONDITIONS and len(found.cases.names) <= MOST_CASES


def robustness(found: Comparison, *, progress: Progress = lambda _: None) -> Robustness:
    """Try other cuts, and leave out each case in turn."""
    solver = _Solver(found)
    return Robustness(
        cuts=tuple(_cut_range(found, solver, name, progress) for name in ("inclusion", "pri", "frequency")),
        cases=tuple(_cases(found, solver, progress)),
    )


class _Solver:
    """Solves rows as the comparison did, each set of rows once."""

    def __init__(self, found: Comparison) -> None:
        self._found = found
        self._expected = places_of(found.cases.conditions, found.settings.expect)
        self._known: dict[Rows, tuple[Model, ...]] = {}

    def models(self, cases: Cases, cuts: Cuts) -> tuple[Model, ...]:
        """The models of these cases under these cuts."""
        rows = truth_table(cases, cuts).decided()
        if rows not in self._known:
            settings = self._found.settings
            solved = solve(
                cases.conditions, *rows,
                solution=settings.solution, expectations=self._expected, most=settings.most_models,
            )  # fmt: skip
            self._known[rows] = solved.models
        return self._known[rows]

    def said(self, models: tuple[Model, ...]) -> str:
        """The models as text, three at most."""
        conditions = self._found.cases.conditions
        texts = [" + ".join(written(conditions, term) for term in model) for model in models[:SAID]]
        more = [f"{len(models) - SAID:,} others"] if len(models) > SAID else []
        return " or ".join([*texts, *more])


def _cut_range(found: Comparison, solver: _Solver, name: str, progress: Progress) -> CutRange:
    progress(f"trying other cuts of {name}")
    cuts, rows = found.settings.cuts, found.table.rows
    now = Fraction(getattr(cuts, name))
    figures: Mapping[str, Iterable[Fraction]] = {
        "inclusion": [row.inclusion for row in rows],
        "pri": [row.pri for row in rows],
        "frequency": [Fraction(len(row.cases)) for row in rows],
    }
    downward = sorted((one for one in set(figures[name]) if 0 < one < now), reverse=True)
    upward = sorted(one for one in set(figures[name]) if one >= now and (one < 1 or name == "frequency"))
    beyond = Fraction(1) if name == "frequency" else Fraction(1, 10**6)  # a row still passes at its own figure
    return CutRange(
        name=name,
        cut=now,
        below=_first_change(found, solver, name, downward, Fraction(0)),
        above=_first_change(found, solver, name, upward, beyond),
    )


def _first_change(
    found: Comparison, solver: _Solver, name: str, tried: list[Fraction], beyond: Fraction
) -> Change | None:
    now = solver.models(found.cases, found.settings.cuts)
    for figure in tried[:MOST_STEPS]:
        models = solver.models(found.cases, _with(found.settings.cuts, name, min(figure + beyond, LARGEST[name])))
        if models != now:
            return Change(figure=figure, models=solver.said(models))
    return None


def _with(cuts: Cuts, name: str, cut: Fraction) -> Cuts:
    if name == "frequency":
        return replace(cuts, frequency=int(cut))
    if name == "pri":
        return replace(cuts, pri=cut)
    low = None if cuts.low is None else min(cuts.low, cut)
    return replace(cuts, inclusion=cut, low=low)


def _cases(found: Comparison, solver: _Solver, progress: Progress) -> Iterable[CaseLeftOut]:
    if len(found.cases.names) < 2:
        return
    now = solver.models(found.cases, found.settings.cuts)
    for place, name in enumerate(found.cases.names):
        progress(f"leaving out each case: {place + 1} of {len(found.cases.names)}")
        models = solver.models(found.cases.without(place), found.settings.cuts)
        if models != now:
            yield CaseLeftOut(name=name, models=solver.said(models))
