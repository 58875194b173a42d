"""``causeway count``: the command that a returning officer runs."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from causeway.engines import stv
from causeway.surfaces.cli.count import RULES

COMMAND = Path(sys.executable).parent / "causeway"
BALLOTS = """4 2
9 1 3 0
5 2 0
4 3 0
3 4 3 0
0
"Ann & Co"
"Ben <b>"
"Cat"
"Dan"
"Ward & Town"
"""


@pytest.fixture
def ballots(tmp_path: Path) -> Path:
    path = tmp_path / "ward.blt"
    path.write_text(BALLOTS)
    return path


def run(*arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(COMMAND), "count", *map(str, arguments)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == status, done.stderr
    return done


def test_json_says_what_every_program_needs(ballots: Path) -> None:
    document = json.loads(run(ballots, "--rule", "scottish", "--json").stdout)
    assert document["rule"] == "scottish"
    assert document["version"] == "1"
    assert document["digest"].startswith("sha256:")
    assert document["quota"] == "8"
    assert document["elected"] == [
        {"position": 1, "name": "Ann & Co", "stage": 1},
        {"position": 3, "name": "Cat", "stage": 4},  # 4 + 9 x 0.11111 + 3 = 7.99999 at stage 3 is not enough
    ]
    assert document["stages"][0]["totals"] == {"1": "9.00000", "2": "5.00000", "3": "4.00000", "4": "3.00000"}
    assert [stage["action"] for stage in document["stages"]] == [
        "first-preferences", "surplus", "exclusion", "exclusion",
    ]  # fmt: skip
    assert document["stages"][1]["transfers"] == [
        {"from": 1, "to": 3, "papers": 9, "value": "0.11111", "votes": "0.99999"}
    ]
    assert document["stages"][1]["lost_by_rounding"] == "0.00001"
    assert all(stage["ground"] for stage in document["stages"])


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_gives_text_json_and_a_page_of_one_result(rule: str, ballots: Path, tmp_path: Path) -> None:
    seats = ["--seats", 1 if rule == "irv" else 2]
    document = json.loads(run(ballots, "--rule", rule, *seats, "--json").stdout)
    text = run(ballots, "--rule", rule, *seats).stdout
    run(ballots, "--rule", rule, *seats, "--html", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    assert document["digest"] in text
    assert document["digest"] in page
    for one in document["elected"]:
        assert f"{one['name']} (stage {one['stage']})" in text


def test_the_rules_of_the_command_are_those_of_the_engine() -> None:
    assert tuple(stv.RULES) == RULES


class Outside(HTMLParser):
    """Collects whatever a page would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "link", "iframe", "img"} or any(name in {"src", "href"} for name, _ in attrs):
            self.found.append(tag)


def test_the_page_stands_alone_and_shows_names_as_text(ballots: Path, tmp_path: Path) -> None:
    run(ballots, "--rule", "scottish", "--html", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    outside = Outside()
    outside.feed(page)
    assert not outside.found
    assert "Ben &lt;b&gt;" in page
    assert "<b>" not in page
    assert "Ben &lt;b&gt;</dt><dd>Was still in the count" in page or "Ben &lt;b&gt;</dt><dd>Was excluded" in page


@pytest.mark.parametrize(
    ("content", "arguments", "sentence"),
    [
        ("4 2\n9 1 7 0\n", [], "Line 2: There is no candidate 7; there are 4."),
        (BALLOTS, ["--seats", "0"], "There must be between 1 and 1,000 places to fill, not 0."),
        (BALLOTS, ["--seats", "1" + "0" * 30], "There must be between 1 and 1,000 places to fill, not 1000"),
        (BALLOTS, ["--withdrawn", "9"], "There is no candidate 9; there are 4."),
        (BALLOTS, ["--withdrawn", "Eve"], "“Eve” is no candidate's position or name."),
        (BALLOTS.replace("Cat", "Dan"), ["--withdrawn", "Dan"], "2 candidates are named “Dan”; give the position."),
        (BALLOTS, ["--tie-order", "drawn:"], "The tie order needs a seed: drawn:SEED, published before the count."),
        (BALLOTS, ["--vacate", "Dan"], "Dan was not elected, so leaves no vacancy."),
        (BALLOTS, ["--stays", "Dan"], "--stays and --stands-down go with --vacate."),
        (BALLOTS.replace("Cat", "\x1b[2J"), [], "The name “�[2J” has signs that cannot be shown"),
        (BALLOTS, ["--tie-order", "nowhere.txt"], "“nowhere.txt” cannot be read: No such file or directory."),
        (BALLOTS.replace("5 2 0", "4 2 0\n1 4 0"), [], "are tied for exclusion at stage"),
    ],
)
def test_bad_input_ends_in_one_sentence_and_status_2(
    content: str, arguments: list[str], sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "bad.blt"
    path.write_text(content)
    done = run(path, "--rule", "scottish", *arguments, status=2)
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not done.stdout


def test_a_tie_order_may_be_a_file_of_names_or_positions_or_drawn_by_a_seed(ballots: Path, tmp_path: Path) -> None:
    tied = tmp_path / "tied.blt"
    tied.write_text(BALLOTS.replace("3 4 3 0", "4 4 3 0").replace("5 2 0", "8 2 0"))
    order = tmp_path / "order.txt"
    order.write_text("Cat\n4\nAnn & Co\n2\n")
    assert "chose Dan" in run(tied, "--rule", "irv", "--seats", 1, "--tie-order", order).stdout
    drawn = [run(tied, "--rule", "irv", "--seats", 1, "--tie-order", "drawn:2026").stdout for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert "(drawn:2026) chose" in drawn[0]
    order.write_text("Cat\nNobody\n")
    assert "Line 2: “Nobody” is no candidate's" in run(tied, "--rule", "irv", "--tie-order", order, status=2).stderr


def test_a_tie_order_names_everybody_once_or_its_line_is_said(ballots: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    for content, sentence in {
        "1\n2\n\n9\n": "Line 4: There is no candidate 9; there are 4.",
        "1\n2\n3\nCat\n": "Line 4: “Cat” stands in the tie order twice.",
        "1\n2\n": "The tie order must name each of the 4 once; it names 2 of them.",
    }.items():
        order.write_text(content)
        assert sentence in run(ballots, "--rule", "irv", "--tie-order", order, status=2).stderr


def test_a_vacancy_is_filled_by_countback_from_the_same_papers(ballots: Path, tmp_path: Path) -> None:
    given = [ballots, "--rule", "scottish", "--vacate", "Ann & Co"]
    document = json.loads(run(*given, "--json").stdout)
    assert document["vacancy"] == {
        "left": {"position": 1, "name": "Ann & Co"},
        "stay": [{"position": 3, "name": "Cat"}],
        "stood_down": [],
        "filled_by": {"position": 2, "name": "Ben <b>"},
    }
    text = run(*given, "--stands-down", "Ben <b>").stdout
    assert "A place fell vacant: Ann & Co left. Cat stays in office; Dan fills it." in text
    assert "All papers were counted again without Ann & Co and Ben <b>, and nobody who stays could be excluded." in text
    others = run(*given, "--stays", "4").stdout
    assert "Dan stays in office; Cat fills it." in others
    run(*given, "--stays", 3, "--html", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    assert "Cat stays in office; Ben &lt;b&gt; fills it." in page
    assert "causeway count ward.blt --rule scottish --vacate &#x27;Ann &amp; Co&#x27; --stays 3</code>" in page


def test_a_countback_keeps_the_conditions_of_the_election(ballots: Path, tmp_path: Path) -> None:
    conditions = tmp_path / "conditions.csv"
    conditions.write_text("Founders,,1,2 3\n")
    given = [ballots, "--rule", "scottish", "--vacate", 1, "--stays", 3, "--conditions", conditions, "--json"]
    document = json.loads(run(*given).stdout)
    assert document["conditions"] == ["Those who stay in office: at least 1", "Founders: at most 1"]
    assert document["vacancy"]["filled_by"] == {"position": 4, "name": "Dan"}


def test_two_candidates_of_one_name_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "ward.blt"
    path.write_text(BALLOTS.replace("Dan", "Cat"))
    text = run(path, "--rule", "scottish").stdout
    assert "Cat (candidate 4) has the fewest votes (3) and is excluded." in text
    assert "1. Ann & Co (stage 1)" in text
    assert json.loads(run(path, "--rule", "scottish", "--json").stdout)["elected"][1]["name"] == "Cat"


def test_text_and_page_say_what_moved_and_at_which_value(ballots: Path, tmp_path: Path) -> None:
    assert "  9 of Ann & Co to Cat, 0.11111 each: 0.99999\n" in run(ballots, "--rule", "scottish").stdout
    run(ballots, "--rule", "scottish", "--html", tmp_path / "page.html")
    row = '<td>2</td><td class="t">Ann &amp; Co</td><td class="t">Cat</td><td>9</td><td>0.11111</td><td>0.99999</td>'
    assert row in (tmp_path / "page.html").read_text()
    assert "Kept of each paper: Ann & Co 0." in run(ballots, "--rule", "meek").stdout


def test_when_everybody_has_withdrawn_nobody_is_elected_and_it_is_said(ballots: Path) -> None:
    text = run(ballots, "--rule", "scottish", *(f"--withdrawn={position}" for position in range(1, 5))).stdout
    assert "2 places stay empty: nobody is left who could fill them." in text
    assert "Elected\n  nobody\n" in text


def test_reserved_places_come_from_a_file(ballots: Path, tmp_path: Path) -> None:
    conditions = tmp_path / "conditions.csv"
    conditions.write_text("name,minimum,maximum,positions\nNewcomers,1,,2 4\n")
    document = json.loads(run(ballots, "--rule", "scottish", "--conditions", conditions, "--json").stdout)
    assert document["conditions"] == ["Newcomers: at least 1"]
    assert {one["position"] for one in document["elected"]} & {2, 4}
    conditions.write_text("Newcomers,3,,2 4\n")
    assert "No choice of 2" in run(ballots, "--rule", "scottish", "--conditions", conditions, status=2).stderr
    for content, sentence in {
        "": "“conditions.csv” holds no condition.",
        "name,minimum,maximum,positions\n\nOld,1,,9\n": "Line 3: “Old” names a position that no candidate has.",
        "Old,x,,1\n": "Line 1: A condition is “name,minimum,maximum,positions”.",
        "Old,2,1,1 2\n": "The condition “Old” asks for at least 2 and at most 1.",
        "Old,-2,,1 2\n": "The condition “Old” asks for at least -2, which is less than nobody.",
        ",1,,1 2\n": "A condition needs a name that can be shown",
    }.items():
        conditions.write_text(content)
        assert sentence in run(ballots, "--rule", "scottish", "--conditions", conditions, status=2).stderr


def test_neither_django_nor_numpy_is_imported_to_start(ballots: Path) -> None:
    program = (
        "import sys\n"
        "from causeway.project.cli import causeway\n"
        "causeway.main(['count', '--help'], standalone_mode=False)\n"
        "assert not {'django', 'numpy'} & set(sys.modules), 'heavy'\n"
        "causeway.main([*sys.argv[1:]], standalone_mode=False)\n"
        "assert 'django' not in sys.modules, 'django'"
    )
    subprocess.run(
        [sys.executable, "-c", program, "count", str(ballots), "--rule", "irv", "--seats", "1"],
        check=True,
        capture_output=True,
    )
