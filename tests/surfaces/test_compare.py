"""`causeway compare`, as somebody uses it who has a table of campaigns from a spreadsheet."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CAMPAIGNS = """﻿Campaign;Union;Users;Early;Won
Ayr;yes;yes;no;yes
“Bow”;yes;no;yes;no
"Cove; north";no;yes;yes;no
Dale;no;no;no;no
Esk;yes;yes;yes;yes
"""


def causeway(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "causeway", "compare", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "campaigns.csv"
    place.write_text(CAMPAIGNS, encoding="utf-8")
    return place


def test_json_has_rows_models_and_necessity_with_the_cases_names(file: Path) -> None:
    done = causeway(file, "--outcome", "Won", "--solution", "parsimonious", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert said["digest"].startswith("sha256:")
    assert [condition["name"] for condition in said["conditions"]] == ["Union", "Users", "Early"]
    assert [(row["row"], row["out"], row["n"], row["cases"]) for row in said["truth_table"]] == [
        (1, 0, 1, ["Dale"]),
        (4, 0, 1, ["Cove; north"]),
        (6, 0, 1, ["“Bow”"]),
        (7, 1, 1, ["Ayr"]),
        (8, 1, 1, ["Esk"]),
    ]
    models = {" + ".join(model["terms"]): model for model in said["models"]}
    assert list(models) == ["Union*Users"]
    model = models["Union*Users"]
    assert (model["inclusion"], model["pri"], model["coverage"]) == (1.0, 1.0, 1.0)
    assert model["unique_coverage"] == {"Union*Users": 1.0}
    assert model["cases"] == {"Union*Users": ["Ayr", "Esk"]}
    union = next(one for one in said["necessity"] if one["expression"] == "Union")
    assert (union["inclusion"], union["ron"], union["coverage"]) == (1.0, 0.666667, 0.666667)
    assert union["necessary"] is True


def test_the_digest_does_not_depend_on_the_order_of_cases(file: Path) -> None:
    head, *lines = CAMPAIGNS.splitlines()
    first = json.loads(causeway(file, "--outcome", "Won", "--json").stdout)
    file.write_text("\n".join([head, *reversed(lines)]), encoding="utf-8")
    second = json.loads(causeway(file, "--outcome", "Won", "--json").stdout)
    assert first["digest"] == second["digest"]
    assert [model["terms"] for model in first["models"]] == [model["terms"] for model in second["models"]]
    stricter = json.loads(causeway(file, "--outcome", "Won", "--incl-cut", "0.9", "--json").stdout)
    assert stricter["digest"] != first["digest"]


def test_the_text_says_models_and_notes(file: Path) -> None:
    done = causeway(file, "--outcome", "Won", "--conditions", "Union,Users")
    assert done.returncode == 0
    assert "M1: Union*Users <-> Won" in done.stdout


def test_the_command_starts_without_django() -> None:
    code = "import causeway.surfaces.cli.compare, sys; print({'django', 'numpy'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"


REFUSED = {
    "FILE": "Missing option '--outcome'.",
    "FILE --outcome Lost": "There is no column “Lost”; the file has Union, Users, Early, Won.",
    "FILE --outcome Won --conditions Won": "“Won” cannot be outcome and condition at once.",
    "FILE --outcome Won --solution intermediate": (
        "An intermediate solution rests on expectations: say how a condition should help the outcome."
    ),
    "FILE --outcome Won --solution intermediate --expect Gnu=1": (
        "“Gnu” is expected to matter, but is not among the conditions."
    ),
    "FILE --outcome Won --expect Union": "--expect needs A=1,B=0; “Union” is not of that form.",
    "FILE --outcome Won --incl-cut 1.5": "The cuts of inclusion and PRI must lie between 0 and 1.",
    "FILE --outcome Won --incl-cut high": "“high” is no figure for --incl-cut; write it as 0.8.",
    "FILE --outcome Won --calibrate Union=direct:1,2": (
        "Direct calibration needs three anchors in order: full non-membership, crossover, full membership."
    ),
    "FILE --outcome Won --freq-cut 0": "The cut of frequency must be at least 1 case.",
    "nowhere.csv --outcome Won": "The file nowhere.csv cannot be read: No such file or directory.",
}


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_is_wrong_ends_in_one_sentence_and_status_2(arguments: str, file: Path) -> None:
    done = causeway(*(str(file) if part == "FILE" else part for part in arguments.split()))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"causeway: {REFUSED[arguments]}\n")
