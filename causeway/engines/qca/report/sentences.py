"""What a comparison found, in words."""

from __future__ import annotations

from collections.abc import Sequence

from causeway.engines.qca.result import Comparison, ModelFound
from causeway.engines.qca.robustness import CaseLeftOut, Change, CutRange, Robustness
from causeway.engines.qca.terms import FREE, Condition, Term

CUTS = {"inclusion": "inclusion", "pri": "PRI", "frequency": "the number of cases"}
ASSUMED = {
    "conservative": "Nothing was assumed about combinations that nobody has seen.",
    "parsimonious": "Combinations that nobody has seen were assumed to go with the outcome wherever that makes the "
    "answer shorter.",
    "intermediate": "Of combinations that nobody has seen, only those were assumed to go with the outcome that the "
    "stated expectations make plausible.",
}


def in_words(conditions: Sequence[Condition], term: Term) -> str:
    """``DEV and not IND``, or ``DEV at 2 and STB at 1``."""
    parts = []
    for condition, value in zip(conditions, term, strict=True):
        if value == FREE:
            continue
        if condition.levels > 2:
            parts.append(f"{condition.name} at {value}")
        else:
            parts.append(condition.name if value else f"not {condition.name}")
    return " and ".join(parts) or "anything"


def outcome_in_words(found: Comparison) -> str:
    """The outcome, or “no …”."""
    return f"no {found.cases.outcome[1:]}" if found.cases.outcome.startswith("~") else found.cases.outcome


def summary(found: Comparison) -> list[str]:
    """What was asked."""
    cuts = found.settings.cuts
    kinds = sorted({condition.kind for condition in found.cases.conditions})
    needed = "1 case" if cuts.frequency == 1 else f"{cuts.frequency} cases"
    return [
        f"{len(found.cases.names)} cases were compared by {len(found.cases.conditions)} conditions "
        f"({', '.join(kinds)} sets). {len(found.table.rows)} of {found.table.possible:,} possible combinations were "
        "seen.",
        f"A combination counts as going with {outcome_in_words(found)} if it holds at least {needed}, its inclusion "
        f"reaches {float(cuts.inclusion):g} and its PRI {float(cuts.pri):g}. The solution is "
        f"{found.settings.solution}. " + ASSUMED[found.settings.solution],
    ]


def model_in_words(found: Comparison, model: ModelFound) -> str:
    """One sentence for a model."""
    ways = "; or ".join(in_words(found.cases.conditions, term.term) for term in model.terms)
    return f"{outcome_in_words(found)} goes with: {ways}."


def firmness(found: Comparison, robustness: Robustness) -> list[str]:
    """Sentences on which cuts and cases the models hang on."""
    return [*(_range(one) for one in robustness.cuts), *_cases(robustness.cases, len(found.cases.names))]


def _range(one: CutRange) -> str:
    name = CUTS[one.name]
    at = f"{int(one.cut)}" if one.name == "frequency" else f"{float(one.cut):g}"
    changes = [
        *([_change(one.below, f"down to {_figure(one, one.below)}")] if one.below else []),
        *([_change(one.above, f"above {_figure(one, one.above)}")] if one.above else []),
    ]
    if not changes:
        return f"The cut of {name} ({at}) could be any other: the models stay the same."
    return f"The cut of {name} is {at}. " + " ".join(changes)


def _figure(one: CutRange, change: Change) -> str:
    return f"{int(change.figure)}" if one.name == "frequency" else f"{float(change.figure):.3f}"


def _change(change: Change, where: str) -> str:
    return f"Moved {where}, it gives {change.models or 'no solution'}."


def _cases(cases: Sequence[CaseLeftOut], count: int) -> list[str]:
    if not cases:
        return ["No single case decides: without any one of them the models stay the same."]
    many = "1 case decides" if len(cases) == 1 else f"{len(cases)} cases decide"
    return [
        f"{many} on the models, of {count}.",
        *(f"Without {case.name}: {case.models or 'no solution'}." for case in cases),
    ]
