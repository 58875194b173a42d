"""`causeway opinions`, as an organiser uses it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from fractions import Fraction
from math import prod
from pathlib import Path
from typing import Any

import pytest

CONVERSATIONS = ["15-per-hour-seattle", "london.youth.policing", "scoop-hivemind.biodiversity", "vtaiwan.uberx"]


def causeway(*arguments: object, seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "causeway", "opinions", *map(str, arguments)]
    environment = {"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def votes() -> list[tuple[str, str, int]]:
    """Sixty people: thirty for and thirty against the first four statements; all for the last four."""
    return [
        (f"p{person}", f"s{statement}", 1 if statement >= 4 or (person < 30) == (statement % 2 == 0) else -1)
        for person in range(60)
        for statement in range(8)
        if (person * 7 + statement) % 10
    ]


def write_log(place: Path, rows: list[tuple[str, str, int]]) -> Path:
    lines = ["participant,statement,vote", *(f"{who},{what},{vote}" for who, what, vote in rows)]
    place.write_text("\n".join(lines) + "\n")
    return place


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return write_log(tmp_path / "votes.csv", votes())


@pytest.fixture
def sectors(tmp_path: Path) -> Path:
    """Users, workers, three carers, and ten people who said nothing."""
    place = tmp_path / "sectors.csv"
    named = ["users"] * 27 + ["workers"] * 20 + ["carers"] * 3
    rows = [f"p{person},{name}" for person, name in enumerate(named)]
    place.write_text("\n".join(["participant,sector", *rows]) + "\n")
    return place


def said(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_json_has_the_fields_that_are_promised(log: Path) -> None:
    found = said(causeway(log, "--json"))
    assert (found["participants"], found["statements"], found["votes"]) == (60, 8, len(votes()))
    assert [(group["id"], group["size"]) for group in found["groups"]] == [("A", 30), ("B", 30)]
    assert {one["statement"] for one in found["bridges"]} == {"s4", "s5", "s6", "s7"}
    assert set(found["divides"]) == {"s0", "s1", "s2", "s3"}
    assert [len(one) for one in found["components"]] == [8, 8]
    for one in found["statement_results"]:
        for name in ("agree_share", "disagree_share", "consensus", "consensus_against", "bridging", "gap"):
            low, high = one[f"{name}_interval"]
            assert low <= one[name] <= high
        exact = prod(Fraction(agrees + 1, seen + 2) for agrees, _, seen in one["groups"].values())
        assert one["consensus"] == pytest.approx(float(exact), rel=1e-15)
    assert sum(one["ask_next"] for one in found["statement_results"]) == pytest.approx(1)


def test_nobodys_own_place_or_name_is_published(log: Path, sectors: Path) -> None:
    done = causeway(log, "--sectors", sectors, "--json")
    assert '"p1"' not in done.stdout
    assert all(crowd["people"] >= 10 for crowd in said(done)["map"])
    assert sum(crowd["people"] for crowd in said(done)["map"]) == 60


def test_the_same_votes_in_another_order_and_process_print_the_same(log: Path, tmp_path: Path) -> None:
    turned = write_log(tmp_path / "turned.csv", votes()[::-1])
    assert causeway(log, "--json", seed="1").stdout == causeway(turned, "--json", seed="2").stdout


def test_small_sectors_are_withheld_in_json_and_text(log: Path, sectors: Path) -> None:
    found = said(causeway(log, "--sectors", sectors, "--json"))
    assert {one["name"]: one["size"] for one in found["sectors"]} == {"carers": "withheld", "users": 27, "workers": 20}
    for one in found["statement_results"]:
        assert one["sectors"]["carers"] == "withheld"
        if one["sector_bridging"] is not None:
            assert "withheld" not in (one["sectors"]["users"], one["sectors"]["workers"])
    assert any(one["sector_bridging"] is not None for one in found["statement_results"])
    text = causeway(log, "--sectors", sectors).stdout
    assert "carers: withheld" in text
    assert "A sector of fewer than 10 people is withheld" in text


def test_the_digest_does_not_tell_who_is_in_a_sector_that_is_withheld(log: Path, sectors: Path) -> None:
    """One more of those who said nothing is a carer: nothing that is printed may change."""
    before = causeway(log, "--sectors", sectors, "--json").stdout
    with sectors.open("a") as stream:
        stream.write("p55,carers\n")
    assert causeway(log, "--sectors", sectors, "--json").stdout == before
    with sectors.open("a") as stream:
        stream.write("p56,users\n")
    assert said(causeway(log, "--sectors", sectors, "--json"))["digest"] != json.loads(before)["digest"]


def test_consensus_is_of_the_groups_that_are_given(log: Path, tmp_path: Path) -> None:
    groups = tmp_path / "wards.csv"
    groups.write_text(
        "participant,group\n" + "".join(f"p{one},{'east' if one < 40 else 'west'}\n" for one in range(60))
    )
    found = said(causeway(log, "--groups", groups, "--json"))
    assert [(one["id"], one["size"]) for one in found["groups"]] == [("east", 40), ("west", 20)]
    assert found["groups_given"]


def test_a_given_group_of_few_people_is_remarked_on(log: Path, tmp_path: Path) -> None:
    groups = tmp_path / "wards.csv"
    groups.write_text(
        "participant,group\n" + "".join(f"p{one},{'east' if one < 55 else 'west'}\n" for one in range(60))
    )
    done = causeway(log, "--groups", groups, "--json")
    assert done.returncode == 0
    assert "west has fewer than 10 people, whose votes can be worked out. Use --sectors" in done.stderr


@pytest.mark.realdata
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_with_the_published_groups_consensus_is_that_of_the_published_matrix(
    name: str, real_data: Path, tmp_path: Path
) -> None:
    folder = real_data / "opinion" / name
    with (folder / "participants-votes.csv").open(newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["group-id"]]
    groups = tmp_path / "groups.csv"
    groups.write_text("participant,group\n" + "".join(f"{row['participant']},{row['group-id']}\n" for row in rows))
    found = json.loads(causeway(folder, "--groups", groups, "--json").stdout)
    ids = {column for column in rows[0] if column.isdigit()}
    assert ids <= {str(one["id"]) for one in found["statement_results"]}
    for one in found["statement_results"]:
        if str(one["id"]) not in ids:
            continue
        cells = [(row["group-id"], row[str(one["id"])]) for row in rows]
        exact = prod(
            Fraction(cells.count((group, "1")) + 1, sum(cell[0] == group and cell[1] != "" for cell in cells) + 2)
            for group in {row["group-id"] for row in rows}
        )
        assert one["consensus"] == pytest.approx(float(exact), rel=1e-15), one["id"]


def test_it_starts_without_django(log: Path) -> None:
    code = (
        "import sys; sys.argv = ['causeway', 'opinions', sys.argv[1]]\n"
        "from causeway.project.cli import main\n"
        "try:\n    main()\nfinally:\n    assert 'django' not in sys.modules, 'Django was imported'"
    )
    done = subprocess.run([sys.executable, "-c", code, str(log)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "What bridges all groups:" in done.stdout


def test_its_help_is_shown_before_numpy_is_imported() -> None:
    code = (
        "import sys; sys.argv = ['causeway', 'opinions', '--help']\n"
        "from causeway.project.cli import main\n"
        "try:\n    main()\nfinally:\n    assert 'numpy' not in sys.modules, 'numpy was imported'"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_page_says_how_to_make_it_again(log: Path, sectors: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = causeway(log, "--sectors", sectors, "--html", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = out.read_text()
    assert "<code>causeway opinions votes.csv --sectors sectors.csv</code>" in text
    assert said(causeway(log, "--sectors", sectors, "--json"))["digest"] in text


REFUSED = {
    "nowhere.csv": "“nowhere.csv” cannot be read: No such file or directory.",
    "": "Missing argument 'PATH...'.",
    "LOG --groups nowhere.csv": "“nowhere.csv” cannot be read: No such file or directory.",
    "LOG --sectors LOG": "In “votes.csv”: Line 1: There is no column “group”.",
    "LOG --html /nowhere/a.html": "The page cannot be written to /nowhere/a.html: No such file or directory.",
    "LOG --least-people 2": "Invalid value for '--least-people': 2 is not in the range 3<=x<=1000.",
}


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_is_wrong_ends_in_one_sentence_and_status_2(arguments: str, log: Path) -> None:
    done = causeway(*(log if argument == "LOG" else argument for argument in arguments.split()))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"causeway: {REFUSED[arguments]}\n")


HOSTILE = {
    "no votes": b"participant,statement,vote\n",
    "empty": b"",
    "huge vote": b"participant,statement,vote\na,b,99999999999999999999999999\n",
    "zero bytes": b"participant,statement,vote\na,b\0,1\n",
    "utf-16": "participant,statement,vote\na,b,1\n".encode("utf-16"),
    "long field": b"participant,statement,vote\na," + b"b" * 100_000 + b",1\n",
    "quotes": b'participant,statement,vote\n"a,b,1\n' * 50,
    "parquet that is none": b"PAR1 nothing PAR1",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_end_in_one_sentence(kind: str, tmp_path: Path) -> None:
    place = tmp_path / ("votes.parquet" if "parquet" in kind else "votes.csv")
    place.write_bytes(HOSTILE[kind])
    done = causeway(place, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("causeway: ")
    assert done.stderr.count("\n") == 1


def test_markup_in_statements_and_names_stays_text(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    rows = [f"1,,{statement},{person},{1 if statement else -1}" for person in range(20) for statement in range(3)]
    (folder / "votes.csv").write_text("\n".join(["timestamp,datetime,comment-id,voter-id,vote", *rows]) + "\n")
    (folder / "comments.csv").write_text(
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        '1,,0,1,0,0,1,"<script>alert(1)</script>"\n1,,1,1,0,0,1,"a & b"\n1,,2,1,0,0,-1,"<b>rejected</b>"\n'
    )
    (folder / "summary.csv").write_text("topic,<img src=x>\n")
    out = tmp_path / "page.html"
    assert causeway(folder, "--html", out).returncode == 0
    text = out.read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<h1>&lt;img src=x&gt;</h1>" in text
    assert "rejected</b>" not in text
    assert not any(mark in text for mark in ("<script", "<img", "src=x>\n"))
