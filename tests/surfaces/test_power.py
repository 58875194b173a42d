"""`causeway power`, as somebody uses it who prepares a statute."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


def causeway(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "causeway", "power", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_json_has_exact_and_decimal_shares() -> None:
    done = causeway("--quota", 12, 4, 4, 4, 2, 2, 1, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert (said["quota"], said["total"]) == (12, 17)
    germany, luxembourg = said["members"][0], said["members"][5]
    assert (germany["banzhaf"], germany["banzhaf_exact"]) == ("0.238095", "5/21")
    assert (germany["shapley_exact"], germany["shapley_error"], germany["swings"]) == ("7/30", "0", "10")
    assert luxembourg["dummy"] is True


def test_members_come_from_csv_with_their_names(tmp_path: Path) -> None:
    file = tmp_path / "council.csv"
    file.write_text("name,weight\nFrance,4\nItaly,4\nLuxembourg,1\n")
    done = causeway("--quota", ">50%", "--csv", file, "--heads", 2)
    assert done.returncode == 0
    assert "Quota 5 of 9 votes, and at least 2 members." in done.stdout
    assert done.stdout.splitlines()[3].split()[:3] == ["France", "4", "0.444444"]
    file.write_text("weight;name\n4;France\n4;Italy\n1;Luxembourg\n")
    assert causeway("--quota", ">50%", "--csv", file, "--heads", 2).stdout == done.stdout


def test_a_page_stands_alone_and_says_who_decides_blocks_and_never_matters(tmp_path: Path) -> None:
    file, place = tmp_path / "board & co.csv", tmp_path / "page.html"
    file.write_text("name,weight\nTrust <b>,6\nUnion,3\nTown,1\n")
    done = causeway("--quota", ">50%", "--csv", file, "--html", place)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    page = place.read_text()
    assert "<p>Can win alone: Trust &lt;b&gt;.</p>" in page
    assert "<p>Can block alone: Trust &lt;b&gt;.</p>" in page
    assert "<p>Never decisive: Union and Town.</p>" in page
    assert 'aria-label="60.0 in 100 of the votes, 100.0 in 100 of the say"' in page
    assert "<code>causeway power --quota &#x27;&gt;50%&#x27; --csv &#x27;board &amp; co.csv&#x27;</code>" in page
    assert not any(mark in page for mark in ("<b>", "<script", "http:", "https:", "src=", "url("))


def test_what_does_not_fit_into_memory_comes_with_its_bound(tmp_path: Path) -> None:
    done = causeway("--quota", ">50%", *range(1, 41), "--memory", 0)
    assert done.returncode == 0
    assert "Shapley-Shubik is off by at most" in done.stdout
    refused = causeway("--quota", ">50%", "--heads", 21, *range(1, 41), "--memory", 0)
    assert refused.returncode == 2
    assert "A double majority of 40 members with 820 votes is too large to count: it takes 0.0 GB" in refused.stderr


REFUSED = {
    "--quota 12": "Give the weights either as arguments or with --csv.",
    "--quota 99 1 2": "The quota must lie between 1 and the sum of the weights, 3.",
    "--quota 2/3 1 2": "“2/3” is not a quota; write 12, 65% or >50%.",
    "--quota 2 1 x": "“x” is not a number.",
    "1 2": "Missing option '--quota'.",
    "--quota 2 --csv nowhere.csv": "The file nowhere.csv cannot be read: No such file or directory.",
    "--quota 2 --csv FILE": "Line 3: “many” is not a number.",
}


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_is_wrong_ends_in_one_sentence_and_status_2(arguments: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text("name,weight\nFrance,4\nItaly,many\n")
    done = causeway(*arguments.replace("FILE", str(file)).split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"causeway: {REFUSED[arguments]}\n")
