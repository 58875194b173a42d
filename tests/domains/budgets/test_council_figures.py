"""Figures from outside: whatever is in the file, it ends in lines and sentences, never in a crash or a wrong amount."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.budgets.council_figures.cells import amount_of
from causeway.domains.budgets.council_figures.headers import letters
from causeway.domains.budgets.council_figures.reading import Found, Wanted, read_figures
from causeway.domains.budgets.council_figures.statutes import mark_for
from causeway.domains.budgets.council_figures.tables import LARGEST_BYTES
from causeway.domains.budgets.models import Item, Line
from causeway.kernel.errors import Unreadable
from tests.domains.budgets.scene import FIGURES

WESTBURY = Wanted(name="Westbury")


def nets(found: Found) -> dict[str, int | None]:
    return {line["name"]: line["net_pounds"] for line in found.lines}


@pytest.mark.parametrize(
    ("cell", "pounds"),
    [
        ("8168.73015377779", 8_168_730),
        ("1,234", 1_234_000),
        ("£12", 12_000),
        ("-5.5", -5_500),
        ("−5.5", -5_500),
        ("(300)", -300_000),
        ("0.0005", 0),  # halves go to the even pound
        ("0.0015", 2),
        (12.25, 12_250),
        ("1.5E3", 1_500_000),
    ],
)
def test_an_amount_is_exact_to_the_pound(cell: Any, pounds: int) -> None:
    assert amount_of(cell).pounds == pounds


@pytest.mark.parametrize("cell", ["[x]", "[c]", "c", "x", "..", "...", "…", "-", "n/a", "", "  ", "#REF!", "#DIV/0!"])
def test_what_stands_for_no_figure_is_known_and_is_never_nought(cell: str) -> None:
    amount = amount_of(cell)
    assert (amount.pounds, amount.understood) == (None, True)


@pytest.mark.parametrize("cell", ["twelve", "1e99", "12.3.4", "0x10", "١٢", "nan", "inf", True, None, "9" * 60, 1e300])
def test_what_is_no_amount_is_said_so(cell: Any) -> None:
    amount = amount_of(cell)
    assert (amount.pounds, amount.understood) == (None, False)


@given(st.integers(-(10**11), 10**11), st.integers(0, 999))
def test_thousands_with_three_places_come_back_to_the_pound(thousands: int, rest: int) -> None:
    written = f"{thousands}.{rest:03}"
    assert amount_of(written).pounds in {int(Decimal(written) * 1000), None}


def test_the_council_is_found_by_its_name_or_either_code() -> None:
    for wanted in (WESTBURY, Wanted(name="?", code="e9901"), Wanted(name="?", code="E06999901")):
        assert read_figures(FIGURES, wanted).council == "Westbury UA"


def test_a_council_that_is_not_there_is_told_with_those_that_are_near() -> None:
    with pytest.raises(Unreadable, match="Did you mean Westbury UA"):
        read_figures(FIGURES, Wanted(name="Westberry"))


def test_lines_amounts_and_reserves_go_where_they_belong() -> None:
    found = read_figures(FIGURES, WESTBURY)
    assert found.councils == 2
    assert nets(found)["Environmental and regulatory services"] is None
    assert [line["missing"] for line in found.lines if line["missing"]] == ["[x]"]
    assert [(item["kind"], item["amount_pounds"]) for item in found.items] == [(Item.Kind.GRANTS, 20_000_000)]
    assert found.reserves_pounds == 5_000_000


def test_a_total_that_is_not_the_sum_of_its_lines_is_noticed() -> None:
    found = read_figures(FIGURES.replace(b"72000.75", b"79000"), WESTBURY)
    assert any("add up to £72,000,750, and the file says £79,000,000" in row["sentence"] for row in found.report)


def test_one_line_a_row_with_all_seven_columns() -> None:
    table = (
        'Line,Service,Employees,Running expenses,Total expenditure,"Sales, fees and charges",Other income,'
        "Total income,Net current expenditure (£ thousand)\n"
        "501,Library service,100,50,150,20,5,25,125\n"
        "502,Parks and open spaces,80,40,120,30,c,30,90\n"
        "509,TOTAL CULTURAL SERVICES,180,90,270,50,5,55,215\n"
    )
    found = read_figures(table.encode(), WESTBURY)
    library = found.lines[0]
    assert (library["employees_pounds"], library["fees_pounds"], library["net_pounds"]) == (100_000, 20_000, 125_000)
    assert found.lines[1]["other_income_pounds"] is None
    assert [line["role"] for line in found.lines] == [Line.Role.SERVICE, Line.Role.SERVICE, Line.Role.TOTAL]


def test_a_file_in_whole_pounds_is_not_multiplied() -> None:
    found = read_figures(FIGURES, Wanted(name="Westbury", unit_pounds=1))
    assert nets(found)["Adult Social Care"] == 30_000


def test_the_newest_year_of_a_council_is_taken() -> None:
    older = FIGURES.splitlines()[1].replace(b",2026", b",2025").replace(b"30000", b"1")
    found = read_figures(FIGURES + older + b"\n", WESTBURY)
    assert nets(found)["Adult Social Care"] == 30_000_000
    assert len(found.lines) == 5


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "No figures were found"),
        (b"\x00\x01\x02" * 50, "neither"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "old Excel"),
        (b"PK\x03\x04 not a zip at all", "cannot be read"),
        (b"x" * (LARGEST_BYTES + 1), "larger than 20 MB"),
        (b"%PDF-1.7 something", "No figures were found"),
    ],
)
def test_a_file_without_figures_ends_in_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_figures(raw, WESTBURY)


def test_a_spreadsheet_that_would_unpack_to_too_much_is_refused_before_it_is_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file, file.open("xl/sheet.xml", "w") as part:
        for _part in range(25):
            part.write(b"0" * 10_000_000)
    with pytest.raises(Unreadable, match="too large when unpacked"):
        read_figures(packed.getvalue(), WESTBURY)


@given(st.binary(max_size=400))
def test_spoilt_bytes_end_in_lines_or_a_sentence(noise: bytes) -> None:
    for raw in (noise, FIGURES[:200] + noise + FIGURES[200:], b"PK\x03\x04" + noise):
        try:
            found = read_figures(raw, WESTBURY)
        except Unreadable:
            continue
        assert found.lines


@given(st.lists(st.lists(st.text(max_size=12), max_size=12), max_size=6))
def test_any_cells_below_the_headings_end_in_lines_or_a_sentence(rows: list[list[str]]) -> None:
    head = FIGURES.decode().splitlines()[0]
    body = "\n".join(",".join('"' + cell.replace('"', '""').replace("\0", "") + '"' for cell in row) for row in rows)
    try:
        found = read_figures(
            f"{head}\n{body}\n1,E9901,,Westbury,UA,1,2,3,4,10,-1,0,2026\n".encode(errors="replace"), WESTBURY
        )
    except Unreadable:
        return
    for line in found.lines:
        assert line["net_pounds"] is None or isinstance(line["net_pounds"], int)
        assert len(line["name"]) <= 160


def test_columns_are_named_as_spreadsheets_do() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_the_law_is_named_where_we_know_it_and_nothing_is_said_for_scotland() -> None:
    assert mark_for("england", "501", "Library service").statute == "Public Libraries and Museums Act 1964, s. 7"
    assert mark_for("wales", "360", "Adult Social Care").statute.startswith("Social Services and Well-being (Wales)")
    assert mark_for("scotland", "360", "Adult Social Care").statutory == Line.Statutory.UNKNOWN
    assert mark_for("england", "504", "Parks and open spaces").statutory == Line.Statutory.POWER


def workbook(rows: list[list[str]], more: str = "") -> bytes:
    """A spreadsheet with one sheet, written by hand; ``more`` is put among its cells as it is."""
    cells = more + "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{kinds}/relationships"><Relationship Id="a" '
        f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{links}"><sheets>'
        '<sheet name="Figures" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{kinds}/relationships"><Relationship Id="b" '
        f'Type="{links}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, text in parts.items():
            file.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return packed.getvalue()


def test_a_spreadsheet_says_the_sheet_and_the_cell_of_each_figure() -> None:
    rows = [
        ["Net current expenditure"],
        ["", "", "", "190", "360"],
        ["E-code", "ONS Code", "Local authority", "Education services", "Adult Social Care"],
        ["E9901", "E06999901", "Westbury UA", "12.5", "…"],
    ]
    found = read_figures(workbook(rows), WESTBURY)
    assert nets(found) == {"Education services": 12_500, "Adult Social Care": None}
    assert [line["cell"] for line in found.lines] == ["Figures!D4", "Figures!E4"]
    assert [line["code"] for line in found.lines] == ["190", "360"]


@pytest.mark.parametrize(
    "more",
    [
        '<row><c r="XFD1048576"><v>1</v></c></row>',  # would be half a terabyte
        '<row r="99999999999999999999"><c r="A1"><v>1</v></c></row>',
        '<row><c r="A1" t="s"><v>99999999</v></c></row>',
        "<row><c><v>&bomb;</v></c></row>",
        "<row><c",
    ],
)
def test_a_spreadsheet_that_lies_about_itself_harms_nobody(more: str) -> None:
    head = ["E-code", "ONS Code", "Local authority", "190: Education services"]
    try:
        found = read_figures(workbook([head, ["E9901", "E06999901", "Westbury UA", "12.5"]], more), WESTBURY)
    except Unreadable:
        return
    assert nets(found) == {"Education services": 12_500}


def test_rows_left_empty_above_the_figures_do_not_shift_their_places() -> None:
    head = ["E-code", "ONS Code", "Local authority", "190: Education services"]
    cells = "".join(
        f'<row r="{number}">'
        + "".join(f'<c r="{letters(place)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for place, cell in row)
        + "</row>"
        for number, row in (
            (3, list(enumerate(head, start=1))),
            (4, list(enumerate(["E9901", "E06999901", "Westbury UA", "12.5"], start=1))),
        )
    )
    assert [line["cell"] for line in read_figures(workbook([], cells), WESTBURY).lines] == ["Figures!E4"]


@pytest.mark.realdata
def test_every_council_of_the_outturn_of_2016_is_read_to_the_pound(real_data: Path) -> None:
    raw = (real_data / "budgets" / "ro-2016-17.csv").read_bytes()
    bath = read_figures(raw, Wanted(name="Bath & North East Somerset"))
    assert bath.councils == 152
    assert len(bath.lines) == 11
    missing = read_figures(raw, Wanted(name="?", code="E06000023"))
    assert nets(missing)["Children Social Care"] == 72_975_000


@pytest.mark.realdata
@pytest.mark.parametrize("name", ["Salford", "Bristol", "Cambridgeshire", "Newcastle upon Tyne", "Allerdale"])
def test_a_real_return_adds_up_to_its_own_totals(real_data: Path, name: str) -> None:
    found = read_figures((real_data / "budgets" / "RS_2017-18_data_by_LA.xlsx").read_bytes(), Wanted(name=name))
    assert not [row for row in found.report if "add up to" in row["sentence"]]
    spent = sum(line["net_pounds"] or 0 for line in found.lines if line["role"] != Line.Role.TOTAL)
    income = {"grants", "rates", "reserves_used", "other_in"}
    weighed = sum(-item["amount_pounds"] if item["kind"] in income else item["amount_pounds"] for item in found.items)
    requirement = next(line["net_pounds"] for line in found.lines if line["code"] == "890")
    assert abs(spent + weighed - requirement) < 3_000  # the return itself is rounded to thousands
