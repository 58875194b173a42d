"""Sentences on what a reader of a comparison must know before believing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from causeway.engines.qca.cases import Cases
from causeway.engines.qca.necessity import MOST_JOINED, Searched
from causeway.engines.qca.result import ModelFound, Settings
from causeway.engines.qca.solutions import Solved
from causeway.engines.qca.terms import written
from causeway.engines.qca.truth_table import TruthTable


def remarks(
    cases: Cases,
    settings: Settings,
    table: TruthTable,
    solved: Solved,
    models: Sequence[ModelFound],
    searched: Searched,
) -> tuple[str, ...]:
    """The remarks, the weightiest first."""
    return (
        *_nothing(table),
        *_models(settings, solved),
        *_rows(table),
        *_sizes(cases, table),
        *_contradictory(cases, models),
        *([] if searched.complete else [_searched()]),
    )


def listed(names: Sequence[str], most: int = 8) -> str:
    """Names with commas, and how many more there are."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def _nothing(table: TruthTable) -> Iterator[str]:
    on, off = table.decided()
    if not on:
        yield "No combination goes with the outcome often enough to pass the cuts, so there is no solution."
    elif not off:
        yield "Every combination seen goes with the outcome: nothing sets it apart, so there is no solution."


def _models(settings: Settings, solved: Solved) -> Iterator[str]:
    shown = len(solved.models)
    if not solved.smallest:
        yield (
            f"The search for the fewest terms was ended before its time: {len(solved.models[0])} terms do, and fewer "
            f"than {solved.least} cannot. There may be shorter and other models."
        )
    elif not solved.complete or solved.found > shown:
        many = f"{solved.found:,}" if solved.complete else f"More than {solved.found - 1:,}"
        yield f"{many} models do equally well; {shown:,} are given (the cap is {settings.most_models:,})."
    elif shown > 1:
        yield f"{shown} models do equally well. The cases cannot tell them apart; only knowledge of the cases can."


def _rows(table: TruthTable) -> Iterator[str]:
    for row in table.rows:
        if row.contradictory:
            yield (
                f"Row {row.number} ({written(table.conditions, row.values)}) is contradictory: "
                f"{listed(row.with_outcome)} with the outcome, {listed(row.without)} without."
            )
    low = [row for row in table.rows if row.out == "0" and row.inclusion >= table.cuts.inclusion]
    for row in low:
        yield (
            f"Row {row.number} ({listed(row.cases)}) reaches the cut of inclusion, but not that of PRI: its cases go "
            "with the outcome’s absence almost as well."
        )
    rare = [row for row in table.rows if row.out == "?"]
    if rare:
        names = [name for row in rare for name in row.cases]
        yield (
            f"Fewer than {table.cuts.frequency} cases are in {len(rare)} of the rows, which count as not seen: "
            f"{listed(names)}."
        )


def _sizes(cases: Cases, table: TruthTable) -> Iterator[str]:
    seen = len(table.rows)
    if table.possible > 2 * len(cases.names):
        yield (
            f"{table.possible:,} combinations are possible and {seen} were seen: with so few cases, chance alone finds "
            "conditions that fit. Fewer conditions tell more."
        )
    for column, condition in enumerate(cases.conditions):
        corner = np.array([row[column] for row in cases.rows()])
        if (corner == corner[0]).all():
            yield f"“{condition.name}” is the same in every case, so it can explain nothing."


def _contradictory(cases: Cases, models: Sequence[ModelFound]) -> Iterator[str]:
    clashing = [place for place, model in enumerate(models, 1) if model.assumptions.contradictory]
    if clashing:
        one = models[clashing[0] - 1].assumptions
        terms = listed([written(cases.conditions, term) for term in one.contradictory], 4)
        which = listed([f"M{place}" for place in clashing])
        yield (
            f"Contradictory assumptions in {which}: of some combinations that nobody has seen it is assumed that they "
            f"would have the outcome, and in the solution for its absence that they would not "
            f"(M{clashing[0]}: {terms}). Do not rely on such a model as it stands."
        )


def _searched() -> str:
    return (
        f"Combinations of more than {MOST_JOINED} conditions of which one must be there were not looked at, nor all of "
        "very many others."
    )
