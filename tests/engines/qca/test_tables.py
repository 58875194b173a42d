"""Tables as people save them, sets from their columns, calibration, and missing figures."""

from __future__ import annotations

import contextlib
import itertools
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.qca import Settings, calibration, sets, table
from causeway.engines.qca.cases import UNIT
from causeway.engines.qca.fit import sufficiency
from causeway.engines.qca.missing import bounded
from tests.engines.qca.scenes import CAMPAIGNS

SAME = {
    "with a byte order mark": "\ufeff" + CAMPAIGNS,
    "with carriage returns": CAMPAIGNS.replace("\n", "\r\n"),
    "with semicolons": CAMPAIGNS.replace(",", ";"),
    "with tabs": CAMPAIGNS.replace(",", "\t"),
    "with quotes": CAMPAIGNS.replace("Ayr", '"Ayr"').replace("Union", '"Union"'),
    "with yes and no": CAMPAIGNS.replace("1", "Yes").replace("0", "no"),
    "with true and false": CAMPAIGNS.replace("1", "TRUE").replace("0", "false"),
    "with decimals": CAMPAIGNS.replace("1", "1.0"),
    "with decimal commas": CAMPAIGNS.replace(",", ";").replace("1", "1,0"),
    "with empty lines": CAMPAIGNS + "\n,,,,\n\n",
    "with spaces": CAMPAIGNS.replace(",", " , "),
    "as R writes it": CAMPAIGNS.replace("Campaign", '""'),
}


@pytest.mark.parametrize("way", SAME)
def test_the_same_table_is_read_however_it_was_saved(way: str) -> None:
    cases = sets.chosen(table.parse(SAME[way].encode()), outcome="Won").cases()
    assert cases.names == ("Ayr", "Bow", "Cove", "Dale", "Esk", "Fife")
    assert [condition.name for condition in cases.conditions] == ["Union", "Users", "Early"]
    assert cases.values.tolist() == [[1, 1, 0], [1, 0, 1], [0, 1, 1], [0, 0, 0], [1, 1, 1], [1, 1, 1]]
    assert cases.memberships.tolist() == [UNIT, 0, 0, 0, UNIT, UNIT]


def test_older_programs_text_is_read_as_windows_1252() -> None:
    assert table.parse("Name;A\nCaf\u00e9 \u201cX\u201d;1\n".encode("cp1252")).names == ("Caf\u00e9 \u201cX\u201d",)


def test_without_names_cases_are_called_by_their_line() -> None:
    assert table.parse(b"A,Y\n1,0\n\n0,1\n").names == ("line 2", "line 4")
    assert table.parse(b"A,who,Y\n1,x,0\n", names="who").names == ("x",)


@pytest.mark.parametrize(
    ("column", "kind", "levels"),
    [("0,1,1", "crisp", 2), ("0,2,1", "multi-value", 3), ("0.25,1,0", "fuzzy", 2), ("0,0,0", "crisp", 2)],
)
def test_figures_say_what_kind_of_set_a_column_is(column: str, kind: str, levels: int) -> None:
    lines = "\n".join(f"c{at},{cell},1" for at, cell in enumerate(column.split(",")))
    condition = sets.chosen(table.parse(f"case,A,Y\n{lines}\n".encode()), outcome="Y").cases().conditions[0]
    assert (condition.kind, condition.levels) == (kind, levels)


REFUSED = {
    "": "The file holds no cases: it needs a head and a line for each case.",
    "case,A,Y\nx,1\n": "Line 2: It has 2 cells where the head has 3.",
    "case,A,A\nx,1,1\n": "Two columns are called “A”.",
    "case,,Y\nx,1,1\n": "Column 2 has no head.",
    "case,A,Y\nx,1,1\nx,0,0\n": "Two cases are called “x”; give each a name of its own.",
    "case,A,Y\nx,1,1\n,0,0\n": "Line 3: The case has no name, or one of more than 200 letters.",
    "case,A,Y\nx,perhaps,1\n": "Line 2: “perhaps” under “A” is neither a figure nor yes or no.",
    "case,A*B,Y\nx,1,1\n": "“A*B” has one of the signs *, +, ~ or brackets in its head; rename it.",
    "case,A,Y\nx,,1\n": "“A” has no figure at all.",
    "case,A,Y\nx,0.5,1\n": "“x” is exactly half in “A” (0.5)",
    "case,A,Y\nx,17,1\n": "“A” holds 17: it is neither 0 and 1, nor whole numbers up to 9",
    "case,A,Y\nx,1,2\n": "“Y” has 3 values; say which is the outcome: “Y[1]”.",
    'case,A,Y\n"x,1,1\n': "It cannot be read as CSV",
    "case,A,Y\nx,1,1\ny,,0\n": "“y” has no figure for “A”. Find it out",
    "case,A,Y\nx,1e99,1\n": "“A” holds 1e+99",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_read_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        sets.chosen(table.parse(text.encode()), outcome="Y").cases()
    assert REFUSED[text] in refused.value.sentence


@pytest.mark.parametrize("raw", ["case,A\nx,1".encode("utf-16"), b"case,A\nx\0,1", b"x" * ((1 << 22) + 1)])
def test_what_is_no_table_is_refused(raw: bytes, tmp_path) -> None:  # type: ignore[no-untyped-def]
    place = tmp_path / "t.csv"
    place.write_bytes(raw)
    with pytest.raises(BadInput):
        table.read(place)


@given(raw=st.binary(max_size=200) | st.text(alphabet="aA01,;\t\n\"'.-~[]", max_size=200).map(str.encode))
def test_whatever_bytes_come_there_is_a_table_or_a_sentence(raw: bytes) -> None:
    with contextlib.suppress(BadInput):
        found = table.parse(raw)
        cases = sets.chosen(found, outcome=next(iter(found.columns), "")).cases()
        assert cases.names == found.names


def test_an_outcome_may_be_an_absence_or_one_value_of_several() -> None:
    read = table.parse(b"case,A,Y\nx,1,0\ny,0,1\nz,0,2\n")
    for outcome, held in {"Y[2]": [0, 0, 1], "~Y[2]": [1, 1, 0], "Y{0}": [1, 0, 0]}.items():
        assert sets.chosen(read, outcome=outcome).cases().memberships.tolist() == [one * UNIT for one in held]


def test_calibration_puts_anchors_where_they_belong() -> None:
    rising = calibration.parse("direct:10,50,90").of([Fraction(n) for n in (10, 50, 90, -(10**9), 10**9)])
    assert rising == [50_000, 500_000, 950_000, 0, UNIT]
    falling = calibration.parse("direct:90,50,10").of([Fraction(n) for n in (10, 50, 90)])
    assert falling == [950_000, 500_000, 50_000]
    assert calibration.parse("levels:5,10").of([Fraction(n) for n in (4, 5, 9, 10)]) == [0, 1, 1, 2]


@given(figures=st.lists(st.integers(0, 100), min_size=3, max_size=20).filter(lambda some: len(set(some)) > 1))
def test_calibration_keeps_the_order_of_figures(figures: list[int]) -> None:
    for way in ("direct:20,45,80", "indirect:20,45,80", "levels:20,45,80"):
        found = calibration.parse(way).of([Fraction(figure) for figure in figures])
        pairs = sorted(zip(figures, found, strict=True))
        assert all(low[1] <= high[1] for low, high in itertools.pairwise(pairs))


def test_indirect_calibration_follows_the_groups() -> None:
    """Groups at 0, 0.5 and 1 around thresholds: the middle comes near one half, the ends near theirs."""
    found = calibration.parse("indirect:30,60").of([Fraction(n) for n in (5, 15, 45, 75, 85)])
    assert found[0] < 100_000
    assert abs(found[2] - 500_000) < 20_000
    assert found[4] > 900_000


def test_what_could_stand_for_a_missing_figure_is_tried_both_ways() -> None:
    text = CAMPAIGNS.replace("Bow,1,0,1,0", "Bow,1,,1,0")
    found = bounded(sets.chosen(table.parse(text.encode()), outcome="Won"), Settings(solution="parsimonious"))
    assert (found.missing, found.completions, found.unsolved) == ((("Bow", "Users"),), 2, 0)
    sure = next(model for model in found.models if model.text == ("Union*Users",))
    assert sure.inclusion == (Fraction(3, 4), Fraction(1))
    assert sure.coverage == (Fraction(1), Fraction(1))


@given(data=st.data())
@settings(max_examples=40)
def test_no_value_of_a_missing_membership_leaves_the_range_of_figures(data: st.DataObject) -> None:
    cells = data.draw(st.lists(st.integers(1, 9).filter(lambda tenths: tenths != 5), min_size=9, max_size=9))
    rows = [[f"0.{cell}" for cell in cells[at : at + 3]] for at in (0, 3, 6)]
    hidden = data.draw(st.sampled_from((0, 2)))
    rows[1][hidden] = ""
    lines = [
        "case,A,B,Y",
        "lo,0.1,0.1,0.1",
        "hi,0.9,0.9,0.9",
        *(f"c{at},{','.join(row)}" for at, row in enumerate(rows)),
    ]
    chosen = sets.chosen(table.parse("\n".join(lines).encode()), outcome="Y")
    found = bounded(chosen, Settings())
    value = data.draw(st.integers(0, UNIT).filter(lambda some: some != UNIT // 2))
    cases = chosen.cases({chosen.missing[0]: value})
    names = [condition.name for condition in cases.conditions]
    for model in found.models:
        terms = [
            tuple(0 if f"~{name}" in text.split("*") else 1 if name in text.split("*") else -1 for name in names)
            for text in model.text
        ]
        fit = sufficiency(cases.union(terms), cases.memberships)
        for figure, limits in ((fit.inclusion, model.inclusion), (fit.pri, model.pri), (fit.coverage, model.coverage)):
            if figure is not None and limits is not None:
                assert limits[0] <= figure <= limits[1]


def test_too_many_missing_figures_are_refused_with_what_to_do() -> None:
    lines = "\n".join(f"c{at},,{at % 2}" for at in range(11))
    chosen = sets.chosen(table.parse(f"case,A,Y\nx,1,1\n{lines}\n".encode()), outcome="Y")
    with pytest.raises(BadInput, match="2,048 combinations"):
        bounded(chosen, Settings())
