"""Reports: pictures and pages say what was found, and nothing of a file becomes markup."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from causeway.engines.qca import Settings, compare, report, sets, table
from causeway.engines.qca.missing import bounded
from causeway.engines.qca.report import plots, venn
from causeway.engines.qca.robustness import robustness
from tests.engines.qca.scenes import CAMPAIGNS, crisp


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_every_part_of_a_venn_diagram_exists(count: int) -> None:
    assert len(venn.label_places(count)) == 2**count


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_the_label_of_a_part_stands_inside_its_sets_and_outside_the_others(count: int) -> None:
    for row, (x, y) in venn.label_places(count).items():
        inside = tuple(int(one.holds(x, y)) for one in venn.shapes(count))  # type: ignore[arg-type]
        assert inside == row


def test_the_pictures_are_right_xml_with_every_row_and_case() -> None:
    found = compare(crisp(["110", "101", "000", "111"], "1001"), Settings(solution="parsimonious"))
    drawn = ElementTree.fromstring(plots.table_svg(found))
    circles = [one.get("class") for one in drawn.iter("{http://www.w3.org/2000/svg}circle")]
    assert circles.count("there") == 2 + 2 + 0 + 3
    assert circles.count("absent") == 12 - 7
    assert "case 4" in "".join(ElementTree.fromstring(venn.venn_svg(found)).itertext())
    across = ElementTree.fromstring(plots.xy_svg(found, found.cases.term((1, 1, -1)), name="A*B", number=0))
    titles = [title.text for title in across.iter("{http://www.w3.org/2000/svg}title")]
    assert titles == ["A*B against Y", "case 2, case 3", "case 1, case 4"]


def test_a_page_holds_no_markup_from_the_file() -> None:
    text = CAMPAIGNS.replace("Ayr", '"<script>alert(1)</script>"').replace("Union", "<b>U</b>").replace("Won", "Won<i>")
    found = compare(sets.chosen(table.parse(text.encode()), outcome="Won<i>").cases())
    page = report.as_page(found, robustness(found), checked_with="causeway compare <x>.csv")
    assert not re.search(r"<script|<b>|<i>|<x>", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_page_text_and_plain_values_say_the_same() -> None:
    cases = sets.chosen(table.parse(CAMPAIGNS.encode()), outcome="Won").cases()
    found = compare(cases, Settings(solution="parsimonious"))
    tried = robustness(found)
    plain = report.as_plain(found, tried)
    page = report.as_page(found, tried, checked_with="causeway compare campaigns.csv --outcome Won")
    text = report.as_text(found, tried)
    assert plain["models"][0]["terms"] == ["Union*Users"]
    assert "Won goes with: Union and Users." in page
    assert "M1: Union*Users <-> Won" in text
    for said in (page, text):
        assert found.digest in said
        assert "Without Bow" in said
    assert [case["without"] for case in plain["robustness"]["cases"]] == ["Bow", "Cove"]


def test_bounds_are_shown_as_ranges() -> None:
    text = CAMPAIGNS.replace("Bow,1,0,1,0", "Bow,1,,1,0")
    bounds = bounded(sets.chosen(table.parse(text.encode()), outcome="Won"), Settings(solution="parsimonious"))
    plain = report.bounds_as_plain(bounds)
    ours = next(model for model in plain["models"] if model["terms"] == ["Union*Users"])
    assert ours["inclusion"] == [0.75, 1.0]
    assert plain["missing"] == [{"case": "Bow", "column": "Users"}]
    assert "0.750–1.000" in report.bounds_as_text(bounds)
    assert "0.750–1.000" in report.bounds_as_page(bounds, checked_with="again")
