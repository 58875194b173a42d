"""The example in ``docs/engines/networks.md``, as somebody works it on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from causeway.engines.networks import Findings, measure, read
from causeway.engines.networks.report import arrange, as_plain, as_text, page

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "engines" / "networks.md"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    [example] = re.findall(r"```csv\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.S)
    file = tmp_path_factory.mktemp("paper") / "ties.csv"
    file.write_text(example, encoding="utf-8")
    return measure(read(file))


def test_whom_it_could_not_lose(found: Findings) -> None:
    assert {one.name: one.pieces for one in found.holding.losses} == {
        "Readers": (("Carers", "Food bank", "Tenants"),),
        "Library staff": (("Bin crews",), ("Council",)),
        "Carers": (("Food bank", "Tenants"),),
        "Food bank": (("Tenants",),),
    }
    assert found.holding.losses[0].name == "Readers"


def test_who_stands_between(found: Findings) -> None:
    between = {name: round(15 * one.between, 9) for name, one in found.holding.standing.items() if one.between}
    assert between == {"Readers": 9, "Library staff": 9, "Carers": 8, "Food bank": 5}


def test_what_support_is_returned(found: Findings) -> None:
    assert (found.reciprocity.arcs, found.reciprocity.returned) == (3, 2)
    assert found.reciprocity.rho.value == pytest.approx(25 / 39)
    assert found.reciprocity.weighted.value == pytest.approx(2 / 7)
    assert [(one.giver, one.given, one.returned) for one in found.reciprocity.one_sided] == [
        ("Library staff", 400, 100),
        ("Carers", 200, 0),
    ]


def test_how_kinds_mix(found: Findings) -> None:
    assert found.ei.value == pytest.approx(1 / 3)
    assert found.assortativity.value == pytest.approx(1 / 49)
    assert {name: (one.tied, one.possible) for name, one in found.capital.items()} == {
        "bonding": (2, 4),
        "bridging": (3, 11),
        "linking": (1, 6),
    }


def test_who_brokers(found: Findings) -> None:
    staff = {one.role: one.pairs for one in found.brokerage.brokers if one.name == "Library staff"}
    assert staff == {"gatekeeper": 2, "representative": 2, "liaison": 2}
    assert found.brokerage.pairs == 10


def test_and_that_it_is_too_little_to_say(found: Findings) -> None:
    figures = [found.ei, found.assortativity, found.reciprocity.rho, found.holding.cut_points]
    figures += [one.share for one in found.capital.values()]
    assert {one.verdict for one in figures} == {"too few to say"}


def test_the_sentences_say_so_to_people_who_organise(found: Findings) -> None:
    said = as_text(found)
    for sentence in (
        "There are seven organisations, of four kinds.",
        "Six pairs are in contact, none of them in more than one way: four joint actions and three gifts of support, "
        "from 2 March 2026 to 20 June 2026.",
        "All hang together.",
        "If Readers left, these three would be cut off from the rest: Carers, Food bank and Tenants.",
        "If Library staff left, these two would be cut off from the rest, in two parts: Bin crews and Council.",
        "If Food bank left, Tenants would be cut off.",
        "One organisation supports another in three cases; in two of these the other supports it too. "
        "By weight, 29% of all support is returned.",
        "One case has had nothing in return. The widest gaps:",
        "Library staff gave Readers 4 and got 1 back.",
        "Carers gave Food bank 2 and got nothing back.",
        "There is no dense part: take any group, and somebody in it has but one contact there.",
        "Within kinds (bonding): 2 of 4 possible pairs are in contact, 50%. Too few to say more (4 possible pairs).",
        "There are too few to say whether anybody has a role of its own; the table has the counts.",
    ):
        assert f"- {sentence}" in said


def test_the_page_says_the_same_and_how_to_check_it(found: Findings) -> None:
    written = page(found, arrange(found), title="Ours & theirs", checked_with="causeway network <ties>.csv")
    assert "If Readers left, these three would be cut off from the rest: Carers, Food bank and Tenants." in written
    assert "<h1>Ours &amp; theirs</h1>" in written
    assert "<code>causeway network &lt;ties&gt;.csv</code>" in written
    assert found.digest in written
    assert "<script" not in written
    assert not re.search(r"(src|href)=", written)


def test_names_from_a_hostile_file_stay_text(tmp_path: Path) -> None:
    file = tmp_path / "ties.csv"
    file.write_text('from,to\n<script>alert(1)</script>,"A & B"\n')
    found = measure(read(file))
    written = page(found, arrange(found), title="x", checked_with="x")
    assert "<script" not in written
    assert "A &amp; B" in written


def test_json_holds_each_figure_with_its_test_and_the_places(found: Findings) -> None:
    said = as_plain(found, arrange(found))
    assert (said["version"], said["digest"], said["seed"]) == ("1", found.digest, 1)
    assert said["reciprocity"]["rho"] == {
        "value": 0.641026,
        "sample": 3,
        "unit": "directed ties",
        "verdict": "too few to say",
        "expected": None,
        "p": None,
        "chance": "partners drawn by lot",
        "draws": 999,
    }
    assert (said["bridging"]["tied"], said["bridging"]["possible"]) == (3, 11)
    assert said["losses"][0] == {"organisation": "Readers", "cut_off": [["Carers", "Food bank", "Tenants"]]}
    assert set(said["picture"]["places"]) == set(found.network.names)
