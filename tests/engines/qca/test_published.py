"""Published answers: those of R's package QCA 3.25 on Lipset's countries, and textbook results.

Data: S.M. Lipset (1959) on the survival of democracy between the wars, as in B. Rihoux, C.C. Ragin (eds.),
“Configurational Comparative Methods” (2009), crisp (LC), multi-value (LM) and fuzzy (LF); M.L. Krook (2010) on women in
parliament.
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from causeway.engines.qca import Comparison, Settings, calibration, compare, sets, table

pytestmark = pytest.mark.realdata

HELPFUL = {name: frozenset({1}) for name in ("DEV", "URB", "LIT", "IND", "STB")}


def asked(real_data: Path, name: str, outcome: str, solution: str) -> Comparison:
    cases = sets.chosen(table.read(real_data / "qca" / f"{name}.csv"), outcome=outcome).cases()
    return compare(cases, Settings(solution=solution, expect=HELPFUL if solution == "intermediate" else {}))


def three(*figures: Fraction | None) -> list[str]:
    return ["" if figure is None else f"{float(figure):.3f}" for figure in figures]


def of_terms(found: Comparison) -> dict[str, list[str]]:
    """Inclusion, PRI, coverage, unique coverage and cases of each term of the first model."""
    return {
        term.text: [*three(term.fit.inclusion, term.fit.pri, term.fit.coverage, term.unique), ",".join(term.cases)]
        for term in found.models[0].terms
    }


CRISP = {
    "conservative": ["DEV*~URB*LIT*STB + DEV*LIT*IND*STB"],
    "parsimonious": ["DEV*STB"],
}
MULTI_VALUE = ["DEV[2] + DEV[1]*STB[1]", "DEV[1]*IND[0] + IND[1]*STB[1]", "DEV[1]*STB[1] + IND[1]*STB[1]"]
FUZZY = {
    "conservative": (
        {
            "DEV*URB*LIT*IND*STB": ["0.904", "0.886", "0.454", "0.393", "BE,CZ,NL,UK"],
            "DEV*~URB*LIT*~IND*STB": ["0.804", "0.719", "0.265", "0.204", "FI,IE"],
        },
        ["0.870", "0.843", "0.658"],
    ),
    "parsimonious": (
        {
            "DEV*~IND": ["0.815", "0.721", "0.284", "0.194", "FI,IE"],
            "URB*STB": ["0.874", "0.845", "0.520", "0.430", "BE,CZ,NL,UK"],
        },
        ["0.850", "0.819", "0.714"],
    ),
    "intermediate": (
        {
            "DEV*URB*LIT*STB": ["0.901", "0.879", "0.468", "0.378", "BE,CZ,NL,UK"],
            "DEV*LIT*~IND*STB": ["0.814", "0.721", "0.282", "0.191", "FI,IE"],
        },
        ["0.866", "0.839", "0.660"],
    ),
}


@pytest.mark.parametrize("solution", CRISP)
def test_lipsets_crisp_sets_give_what_r_gives(solution: str, real_data: Path) -> None:
    found = asked(real_data, "LC", "SURV", solution)
    assert [model.text for model in found.models] == CRISP[solution]
    assert found.models[0].fit.inclusion == found.models[0].fit.coverage == 1


@pytest.mark.parametrize("solution", FUZZY)
def test_lipsets_fuzzy_sets_give_what_r_gives(solution: str, real_data: Path) -> None:
    found = asked(real_data, "LF", "SURV", solution)
    terms, whole = FUZZY[solution]
    assert of_terms(found) == terms
    assert list(of_terms(found)) == list(terms)
    fit = found.models[0].fit
    assert three(fit.inclusion, fit.pri, fit.coverage) == whole
    assert (len(found.models), found.models[0].origin) == (1, "C1P1" if solution == "intermediate" else "")


def test_lipsets_multi_value_sets_give_the_three_models_of_r(real_data: Path) -> None:
    found = asked(real_data, "LM", "SURV", "parsimonious")
    assert [model.text for model in found.models] == MULTI_VALUE
    assert found.all_models
    assert (
        "3 models do equally well. The cases cannot tell them apart; only knowledge of the cases can." in found.remarks
    )


def test_the_fuzzy_truth_table_is_that_of_r(real_data: Path) -> None:
    """Row for row, as R prints it."""
    text = (real_data / "qca" / "expected.txt").read_text(encoding="utf-8")
    printed = re.findall(
        r"^ *(\d+) +([01] +[01] +[01] +[01] +[01]) +([01]) +(\d) +(\d\.\d+) +(\d\.\d+) +(\S+)", text, re.M
    )
    ours = [
        (str(row.number), "    ".join(map(str, row.values)), row.out, str(len(row.cases)),
         *three(row.inclusion, row.pri), ",".join(row.cases))
        for row in asked(real_data, "LF", "SURV", "conservative").table.rows
    ]  # fmt: skip
    assert [(one[0], re.sub(" +", "    ", one[1]), *one[2:]) for one in printed] == ours
    assert len(ours) == 9


def test_what_is_necessary_is_what_r_finds(real_data: Path) -> None:
    """``superSubset`` with an inclusion of 0.9 and a relevance of 0.6."""
    found = asked(real_data, "LF", "SURV", "conservative")
    assert {
        one.text: three(one.fit.inclusion, one.fit.ron, one.fit.coverage) for one in found.necessity if one.necessary
    } == {
        "STB": ["0.920", "0.680", "0.707"],
        "LIT*STB": ["0.915", "0.800", "0.793"],
        "DEV + URB + IND": ["0.903", "0.704", "0.716"],
    }


def test_krooks_two_models_come_out(real_data: Path) -> None:
    """A. Thiem, A. Duşa, “Qualitative Comparative Analysis with R” (2013), chapter 3: S1 and S2."""
    found = asked(real_data, "Krook", "WNP", "parsimonious")
    assert {frozenset(term.text for term in model.terms) for model in found.models} == {
        frozenset({"WS", "ES*WM", "QU*LP", "~ES*LP"}),
        frozenset({"WS", "ES*WM", "QU*LP", "WM*LP"}),
    }
    unique = {term.text: three(term.fit.coverage, term.unique) for term in found.models[0].terms}
    assert unique["WS"] == ["0.455", "0.182"]
    assert unique["ES*WM"] == ["0.545", "0.091"]


def test_krooks_solution_for_few_women_in_parliament_comes_out(real_data: Path) -> None:
    """Ibid.: the complex solution for the absence of the outcome."""
    found = asked(real_data, "Krook", "~WNP", "conservative")
    assert {term.text for term in found.models[0].terms} == {
        "~ES*~WS*WM*~LP", "QU*~WS*~WM*~LP", "ES*~QU*~WS*~WM*LP",
    }  # fmt: skip
    assert len(found.models) == 1


WEALTH = {
    "AU": 720, "BE": 1098, "CZ": 586, "EE": 468, "FI": 590, "FR": 983, "DE": 795, "GR": 390, "HU": 424,
    "IE": 662, "IT": 517, "NL": 1008, "PL": 350, "PT": 320, "RO": 331, "ES": 367, "SE": 897, "UK": 1038,
}  # fmt: skip


def test_direct_calibration_gives_the_published_memberships(real_data: Path) -> None:
    """Rihoux and Ragin (2009), table 5.2: GNP a head with the anchors 400, 550, 900, to two decimals. They take log
    odds of 3 for the outer anchors, where 0.95 has 2.944, so the last digit may differ by one.
    """
    published = table.read(real_data / "qca" / "LF.csv")
    direct = calibration.parse("direct:400,550,900").of([Fraction(WEALTH[name]) for name in published.names])
    for ours, theirs in zip(direct, published.columns["DEV"], strict=True):
        assert theirs is not None
        assert abs(Fraction(ours, 10**6) - theirs) < Fraction(15, 1000)


def test_a_threshold_gives_the_published_crisp_set(real_data: Path) -> None:
    """Ibid.: developed from 550 dollars on; three values with thresholds of 550 and 850."""
    for name, thresholds in {"LC": "levels:550", "LM": "levels:550,850"}.items():
        published = table.read(real_data / "qca" / f"{name}.csv")
        ours = calibration.parse(thresholds).of([Fraction(WEALTH[name]) for name in published.names])
        assert ours == list(published.columns["DEV"])
