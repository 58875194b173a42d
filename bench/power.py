"""Voting power: the Council of the EU by population, and two hundred members with ten million votes.

`python -m bench.power [small]`: `small` leaves the two out that take a minute each. Populations of 1 January 2024 in
thousands, rounded (Eurostat, demo_gind). No Python package that pip installs measures double majorities; the figures
stand alone. Seconds of processor time.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace

from bench.stv_peers import most_memory
from causeway.engines.power import Game, Power, measure

COUNCIL = {
    "Germany": 83_456, "France": 68_467, "Italy": 58_971, "Spain": 48_620, "Poland": 36_621, "Romania": 19_068,
    "Netherlands": 17_943, "Belgium": 11_833, "Czechia": 10_901, "Sweden": 10_552, "Portugal": 10_640,
    "Greece": 10_401, "Hungary": 9_585, "Austria": 9_159, "Bulgaria": 6_446, "Denmark": 5_961, "Finland": 5_604,
    "Slovakia": 5_425, "Ireland": 5_351, "Croatia": 3_862, "Lithuania": 2_886, "Slovenia": 2_124, "Latvia": 1_872,
    "Estonia": 1_375, "Cyprus": 966, "Luxembourg": 672, "Malta": 563,
}  # fmt: skip
SEED = 20261122


def council(**heads: int) -> Game:
    """The 27 states, 65 in 100 of the population."""
    weights = tuple(COUNCIL.values())
    return Game(weights=weights, quota=-(-sum(weights) * 65 // 100), names=tuple(COUNCIL), **heads)


def federation(members: int, most: int) -> Game:
    """Members with up to so many votes, two thirds needed."""
    drawn = random.Random(SEED)
    weights = tuple(drawn.randint(1, most) for _ in range(members))
    return Game(weights=weights, quota=sum(weights) * 2 // 3)


def timed(name: str, game: Game) -> Power:
    """Measure, and print a line."""
    started = time.process_time()
    power = measure(game)
    first = power.members[0]
    error = max(float(member.shapley_error) for member in power.members)
    print(
        f"{name:<44}{time.process_time() - started:>9.2f}   {power.method:<20}"
        f"{float(first.banzhaf):>9.5f}{float(first.shapley):>9.5f}{error:>10.1e}{most_memory():>7.0f}",
        flush=True,
    )
    return power


def main(*, large: bool) -> None:
    """Measure, and print the table."""
    print(f"{'':<44}{'seconds':>9}   {'way':<20}{'Banzhaf':>9}{'Shapley':>9}{'error':>10}{'MB':>7}   of the first")
    timed("EU Council, 65 % of the population", council())
    timed("the same, 15 states, or 24 whatever", council(heads=15, enough_heads=24))
    timed("100 members, up to 1,000 votes", federation(100, 1_000))
    timed("200 members, up to 1,000 votes", federation(200, 1_000))
    if large:
        ten_million = federation(200, 100_000)
        timed("200 members, up to 100,000 votes", ten_million)
        half = sum(ten_million.weights) // 2 + 1
        timed("the same, half of votes and of heads", replace(ten_million, quota=half, heads=101))


if __name__ == "__main__":
    main(large="small" not in sys.argv[1:])
