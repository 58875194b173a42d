"""`causeway allocate`, as a returning officer uses it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

VOTE = """META
description;Spring budget
budget;1200
vote_type;approval
PROJECTS
project_id;cost;votes;name;selected
hall;600;3;The <hall> & stage;0
path;300;3;Path;0
garden;450;3;Garden;0
VOTES
voter_id;vote
1;hall,path
2;hall,path
3;hall
4;garden,path
5;garden
6;garden
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "spring.pb"
    place.write_text(VOTE)
    return place


def with_column(name: str, values: list[str]) -> str:
    """The vote with something said of each voter."""
    each = iter(values)
    lines = [f"{line};{next(each)}" if line[:1].isdigit() else line for line in VOTE.splitlines()]
    return "\n".join(lines).replace("voter_id;vote", f"voter_id;vote;{name}")


def causeway(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "causeway", "allocate", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_json_has_the_fields_that_are_promised(file: Path) -> None:
    done = causeway(file, "--rule", "equal-shares", "--completion", "add1", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert said["selected"] == ["path", "garden"]
    assert (said["spent"], said["budget"]) == (750, 1200)
    assert [(one["project"], one["payment"], one["payers"]) for one in said["rounds"]] == [
        ("path", "100.0000", 3),
        ("garden", "150.0000", 3),
    ]
    [hall] = said["rejected"]
    assert (hall["project"], hall["lacked"], hall["supporters_needed"]) == ("hall", "2.0000", 1)


def test_it_starts_without_django(file: Path) -> None:
    code = (
        "import sys; sys.argv = ['causeway', 'allocate', sys.argv[1]]\n"
        "from causeway.project.cli import main\n"
        "try:\n    main()\nfinally:\n    assert 'django' not in sys.modules, 'Django was imported'"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Chosen:" in done.stdout


def test_a_changed_cost_and_a_guarantee_change_the_outcome(file: Path) -> None:
    dearer = causeway(file, "--rule", "greedy", "--cost", "garden=1000.50", "--json")
    assert json.loads(dearer.stdout)["selected"] == ["path", "hall"]
    assert causeway(file, "--guarantee", "west=10").stderr == "causeway: No project belongs to the section “west”.\n"


def test_a_changed_cost_says_what_it_brings_in_and_drops(file: Path) -> None:
    dearer = causeway(file, "--rule", "greedy", "--cost", "garden=1000.50", "--json")
    assert json.loads(dearer.stdout)["recount"] == {"costs": {"garden": 1000.5}, "gained": ["hall"], "lost": ["garden"]}
    assert "Against the costs in the file, gained: hall; lost: garden." in (
        causeway(file, "--rule", "greedy", "--cost", "garden=1000.50").stdout
    )


def test_the_outcome_says_what_it_means_for_people(file: Path) -> None:
    file.write_text(with_column("age", ["old", "old", "young", "young", "young", "young"]))
    said = json.loads(causeway(file, "--by", "age", "--json").stdout)["measures"]
    assert (said["voters"], said["excluded"], said["exclusion"]) == (6, 1, "0.1666")
    assert (said["gini"], said["sections"]) == ("0.3222", {"": "1.0000"})
    assert (said["groups"]["old"]["voters"], said["groups"]["old"]["worth"]) == (2, "200.0000")
    text = causeway(file, "--by", "age").stdout
    assert "1 of 6 voters (16.7 in 100) have none of their projects chosen." in text
    assert "old: 0 of 2 left out, 200 falls to them." in text
    assert causeway(file, "--by", "sex").stderr == "causeway: The ballots do not say “sex” of the voters.\n"


def test_a_voter_sees_what_they_paid(file: Path) -> None:
    assert json.loads(causeway(file, "--voter", "4", "--json").stdout)["voter"] == {
        "id": "4",
        "payments": [
            {"project": "path", "stage": "", "paid": "100.0000", "left": "100.0000"},
            {"project": "garden", "stage": "", "paid": "100.0000", "left": "0.0000"},
        ],
    }
    text = causeway(file, "--voter", "4").stdout
    assert "Voter 4 paid:\n    path: paid 100.0000, had 100.0000 left\n" in text
    assert causeway(file, "--voter", "9").stderr == "causeway: No ballot in the file is of voter “9”.\n"


def test_sections_of_voters_may_hold_shares(file: Path) -> None:
    file.write_text(with_column("home", list("nnnsss")))
    done = causeway(file, "--share", "n=2/3", "--share", "s=1/3", "--voter-section", "home", "--json")
    said = json.loads(done.stdout)
    assert said["voter_money"] == {"n": "266.6666", "s": "133.3333"}
    assert said["shares"] == {"n": "2/3", "s": "1/3"}


def test_a_vote_of_few_with_much_money_may_have_a_larger_unit(file: Path) -> None:
    file.write_text(VOTE.replace("budget;1200", "budget;999999999").replace("hall;600", "hall;3333333330"))
    done = causeway(file, "--completion", "add1", "--unit", "1000000", "--json")
    said = json.loads(done.stdout)
    assert (said["selected"], said["raised_units"], said["unit"]) == (["path", "garden"], 945, 1000000)


REFUSED = {
    "FILE --completion add1 --unit 0": "The unit by which money is raised must be at least a penny.",
    "FILE --share n=1e9": "--share needs SECTION=PART, such as north=1/3; “n=1e9” is not of that form.",
    "nowhere.pb": "The file nowhere.pb cannot be read: No such file or directory.",
    "": "Missing argument 'FILE'.",
    "FILE --ties votes": "A tie order must end in “list”, in “refuse” or in “drawn:” and a seed.",
    "FILE --cost hall": "--cost needs NAME=AMOUNT; “hall” is not of that form.",
    "FILE --html /nowhere/a.html": "The page cannot be written to /nowhere/a.html: No such file or directory.",
    "FILE --rule greedy --ties refuse": (
        "Projects hall, path, garden are tied, and the declared tie order is to refuse."
    ),
}


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_is_wrong_ends_in_one_sentence_and_status_2(arguments: str, file: Path) -> None:
    done = causeway(*(file if argument == "FILE" else argument for argument in arguments.split()))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"causeway: {REFUSED[arguments]}\n")


def test_the_text_says_how_many_more_supporters_were_needed(file: Path) -> None:
    assert "its supporters had not enough money left to pay for it. 1 more supporter would have been enough." in (
        causeway(file).stdout
    )
    assert "1 more supporter, each with as much money as everybody held in the end, could have bought it." in (
        causeway(file, "--completion", "add1").stdout
    )


def test_a_wrong_file_is_named_with_its_line(file: Path) -> None:
    file.write_text(VOTE.replace("6;garden", "6;moat"))
    done = causeway(file)
    assert (done.returncode, done.stderr) == (2, "causeway: Line 17: There is no project “moat”.\n")


def test_a_file_that_contradicts_itself_is_remarked_on(file: Path) -> None:
    file.write_text(VOTE.replace("path;300;3", "path;300;9"))
    assert causeway(file, "--json").stderr == (
        "causeway: The file says votes 9 for project path, but its ballots say 3.\n"
    )
