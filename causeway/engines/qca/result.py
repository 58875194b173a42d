"""What a comparison was asked, and what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from causeway.engines.exact import BadInput, fraction_string
from causeway.engines.qca.assumptions import Assumptions
from causeway.engines.qca.cases import Cases
from causeway.engines.qca.fit import Necessity, Sufficiency
from causeway.engines.qca.solutions import MOST_MODELS, SOLUTIONS
from causeway.engines.qca.terms import Term
from causeway.engines.qca.truth_table import Cuts, TruthTable

VERSION = "1"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How to compare.

    Attributes:
        cuts: what a row needs to go with the outcome.
        solution: ``conservative``, ``parsimonious`` or ``intermediate``.
        expect: for a condition's name, the values with which it is expected to help the outcome (intermediate only).
        most_models: the cap on models given.
        necessity_cut, ron_cut: what a combination needs to be listed as necessary.
    """

    cuts: Cuts = field(default_factory=Cuts)
    solution: str = "conservative"
    expect: Mapping[str, frozenset[int]] = field(default_factory=dict)
    most_models: int = MOST_MODELS
    necessity_cut: Fraction = Fraction(9, 10)
    ron_cut: Fraction = Fraction(3, 5)

    def __post_init__(self) -> None:
        if self.solution not in SOLUTIONS:
            raise BadInput(f"There is no solution “{self.solution}”; choose one of {', '.join(SOLUTIONS)}.")
        if self.solution == "intermediate" and not self.expect:
            raise BadInput(
                "An intermediate solution rests on expectations: say how a condition should help the outcome."
            )
        if not 1 <= self.most_models <= 100_000:
            raise BadInput("The cap on models must lie between 1 and 100,000.")
        if not (0 <= self.necessity_cut <= 1 and 0 <= self.ron_cut <= 1):
            raise BadInput("The cuts of necessity must lie between 0 and 1.")

    def plain(self) -> dict[str, Any]:
        """As plain values, for the digest and for JSON."""
        return {
            "incl_cut": fraction_string(self.cuts.inclusion),
            "incl_cut_low": None if self.cuts.low is None else fraction_string(self.cuts.low),
            "freq_cut": self.cuts.frequency,
            "pri_cut": fraction_string(self.cuts.pri),
            "solution": self.solution,
            "expect": {name: sorted(values) for name, values in sorted(self.expect.items())},
            "most_models": self.most_models,
            "necessity_cut": fraction_string(self.necessity_cut),
            "ron_cut": fraction_string(self.ron_cut),
        }


@dataclass(frozen=True, kw_only=True)
class TermFound:
    """A term of a model: its fit, what only it covers, and the cases that are rather in it than out."""

    term: Term
    text: str
    fit: Sufficiency
    unique: Fraction | None
    cases: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ModelFound:
    """A model with the fit of all its terms together; ``origin`` as in ``Solved.origins``, else empty."""

    terms: tuple[TermFound, ...]
    fit: Sufficiency
    origin: str
    assumptions: Assumptions

    @property
    def text(self) -> str:
        """``A*B + ~C``."""
        return " + ".join(term.text for term in self.terms)


@dataclass(frozen=True, kw_only=True)
class NecessaryFound:
    """A condition or combination looked at as necessary; ``kind`` is ``single``, ``all of`` or ``one of``."""

    text: str
    kind: str
    fit: Necessity
    necessary: bool


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Everything that a comparison found.

    Attributes:
        models: in the order shown, at most ``settings.most_models``; ``models_found`` were counted, and there are no
            more if ``all_models``.
        least_terms: fewer terms cannot do; ``smallest`` if the models are proven to have as few as can be.
        primes: how many prime implicants there are.
        remarks: sentences on what a reader must know.
    """

    version: str
    digest: str
    cases: Cases
    settings: Settings
    table: TruthTable
    models: tuple[ModelFound, ...]
    models_found: int
    all_models: bool
    least_terms: int
    smallest: bool
    primes: int
    necessity: tuple[NecessaryFound, ...]
    remarks: tuple[str, ...]
