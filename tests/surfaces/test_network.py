"""`causeway network`, as a coordinator uses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TIES = """from,to,tie,date,weight
Library staff,Readers,support,2026-03-02,4
Readers,Library staff,support,2026-05-01,1
Readers,Carers,joint action,2026-05-20,
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "ties.csv"
    place.write_text(TIES)
    return place


def causeway(*arguments: object, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "causeway", "network", *map(str, arguments)]
    settings = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings)


def test_it_says_in_sentences_what_the_network_means(file: Path) -> None:
    done = causeway(file)
    assert (done.returncode, done.stderr) == (0, "")
    assert "- If Readers left, Library staff would be cut off.\n" in done.stdout


def test_any_hash_seed_gives_the_same_json_to_the_last_letter(file: Path) -> None:
    one, other = (causeway(file, "--json", hash_seed=seed).stdout for seed in ("1", "2"))
    assert one == other
    assert json.loads(one)["pairs"] == 2


def test_it_starts_without_django(file: Path) -> None:
    code = (
        "import sys; sys.argv = ['causeway', 'network', sys.argv[1]]\n"
        "from causeway.project.cli import main\n"
        "try:\n    main()\nfinally:\n    assert 'django' not in sys.modules, 'Django was imported'"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_help_needs_neither_networkx_nor_numpy() -> None:
    code = (
        "import sys; sys.argv = ['causeway', 'network', '--help']\n"
        "from causeway.project.cli import main\n"
        "try:\n    main()\nfinally:\n    assert not {'networkx', 'numpy'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_page_a_graph_and_json_come_from_one_call_and_the_page_says_how_to_check_it(file: Path) -> None:
    kinds, page, graph = (file.parent / name for name in ("kinds of ours.csv", "page.html", "network.graphml"))
    kinds.write_text("organisation,kind\nReaders,User group\nCarers,User group\nLibrary staff,Union branch\n")
    done = causeway(file, "--organisations", kinds, "--draws", 99, "--json", "--html", page, "--graphml", graph)
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert said["bonding"] | {"p": None} == said["bonding"]
    assert (said["bonding"]["tied"], said["bonding"]["possible"], said["draws"]) == (1, 1, 99)
    written = page.read_text(encoding="utf-8")
    assert "causeway network ties.csv --organisations &#x27;kinds of ours.csv&#x27; --draws 99" in written
    assert said["digest"] in written
    assert "<graphml" in graph.read_text(encoding="utf-8")


def test_only_the_ties_of_some_days_are_measured(file: Path) -> None:
    said = json.loads(causeway(file, "--since", "2026-05-01", "--until", "2026-05-10", "--json").stdout)
    assert said["ties"] == 1
    assert len(said["organisations"]) == 3


def test_an_earlier_result_keeps_everybody_in_their_place(file: Path) -> None:
    before = file.parent / "before.json"
    before.write_text(causeway(file, "--json").stdout)
    file.write_text(f"{TIES}Tenants,Carers,support,,\n")
    after = json.loads(causeway(file, "--json", "--before", before).stdout)["picture"]["places"]
    for name, (x, y) in json.loads(before.read_text())["picture"]["places"].items():
        assert abs(after[name][0] - x) <= 0.02
        assert abs(after[name][1] - y) <= 0.02


REFUSED = {
    "": "Missing argument 'FILE'.",
    "nowhere.csv": "The file nowhere.csv cannot be read: No such file or directory.",
    "FILE --organisations nowhere.csv": "The file nowhere.csv cannot be read: No such file or directory.",
    "FILE --json --before nowhere.json": "The file nowhere.json cannot be read: No such file or directory.",
    "FILE --json --before FILE": "The file FILE is not JSON.",
    "FILE --html /nowhere/a.html": "The file /nowhere/a.html cannot be written: No such file or directory.",
    "FILE --seed -1": "The seed must lie between 0 and 4294967295.",
    "FILE --draws 1000000": "There can be between 0 and 99,999 draws.",
}


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_is_wrong_ends_in_one_sentence_and_status_2(arguments: str, file: Path) -> None:
    done = causeway(*(str(file) if argument == "FILE" else argument for argument in arguments.split()))
    sentence = REFUSED[arguments].replace("FILE", str(file)) if "JSON" in REFUSED[arguments] else REFUSED[arguments]
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"causeway: {sentence}\n")


def test_a_wrong_line_is_named(file: Path) -> None:
    file.write_text(f"{TIES}Readers,Readers,,,\n")
    done = causeway(file)
    assert (done.returncode, done.stderr) == (2, "causeway: Line 5: “Readers” cannot be tied to itself.\n")
