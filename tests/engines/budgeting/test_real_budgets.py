"""Real votes: the official outcome of every file that states its rule, and the recount of every column of votes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from causeway.engines.budgeting import Rules, allocate, pabulib

OFFICIAL = {
    "Netherlands_Assen_2024": Rules(rule="equal-shares", completion="add1"),
    "Poland_Katowice_2021_Dabrowka_Mala": Rules(rule="greedy", threshold=50),
    "Poland_Katowice_2023_Zaleze": Rules(rule="greedy", threshold=50),
    "Poland_Warszawa_2017_Marysin_Polnocny": Rules(rule="greedy"),
    "Poland_Warszawa_2019_Ursynow_Poludniowy": Rules(rule="greedy"),
}
STATED = {"equalshares/add1": "equal-shares", "greedy": "greedy", "greedy-threshold": "greedy"}


@pytest.mark.realdata
@pytest.mark.parametrize("name", OFFICIAL)
def test_the_official_outcome_comes_out(name: str, real_data: Path) -> None:
    vote = pabulib.read(real_data / "pb" / f"{name}.pb")
    official = {project.id for project in vote.projects if project.details["selected"] == "1"}
    assert STATED[vote.meta["rule"]] == OFFICIAL[name].rule
    assert vote.meta.get("min_project_score_threshold", "0") == str(OFFICIAL[name].threshold)
    assert set(allocate(vote, OFFICIAL[name]).selected) == official


@pytest.mark.realdata
def test_every_file_with_an_official_outcome_is_tested(real_data: Path) -> None:
    votes = {file.stem: pabulib.read(file) for file in (real_data / "pb").glob("*.pb")}
    decided = {name for name, vote in votes.items() if "selected" in vote.projects[0].details}
    assert decided == set(OFFICIAL)


@pytest.mark.realdata
def test_every_column_of_votes_and_points_is_what_the_ballots_say(real_data: Path) -> None:
    for file in sorted((real_data / "pb").glob("*.pb")):
        vote = pabulib.read(file)
        said = [int(project.details["votes"]) for project in vote.projects]
        assert vote.votes == said, file.name
        assert pabulib.remarks(vote) == [], file.name


@pytest.mark.realdata
def test_real_files_survive_a_round_trip(real_data: Path) -> None:
    for file in sorted((real_data / "pb").glob("*.pb")):
        vote = pabulib.read(file)
        again = pabulib.text(vote)
        assert pabulib.text(pabulib.read(BytesIO(again.encode()))) == again, file.name
