"""Sharing budgets beside pabutools: reading and deciding apart, each in a process of its own.

`python -m bench.budgeting [SECONDS]` (how long each may take, 120). Votes are generated, seed 20261122: as many voters
and projects as Wieliczka 2023, Łódź 2022 and a large city; popularity falling as a power of the rank, costs lognormal,
so that the cheapest and the dearest differ by two orders; 8, 5 and 10 approvals a voter on average; a fifth of
all costs as the budget. Figures are seconds of processor time, since the machine may be shared (the best of three runs,
where a run takes less than 10 seconds), and the most memory that the process held. Where pabutools is not installed it
is left out: `python3 tools/bootstrap.py --dev --peers`. The JavaScript worker of equalshares.net is quoted: its seconds
for Łódź 2022 with `add1`, and for 100,000 voters and 1,000 projects, were measured on another day.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from bench.stv_peers import Measured, report

ROOT = Path(__file__).resolve().parent.parent
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
SEED = 20261122
SIZES = {"6,586 x 64": (6_586, 64, 8), "90,494 x 160": (90_494, 160, 5), "100,000 x 1,000": (100_000, 1_000, 10)}
QUOTED = {"90,494 x 160": 25.0, "100,000 x 1,000": 96.0}
SHORT = 10.0
RULES = ("greedy", "phragmen", "equal-shares", "add1")
HEAD = "description;Generated\ncountry;None\nunit;None\ninstance;1\nrule;unknown\ndate_begin;2026\ndate_end;2026\n"


def write_vote(place: Path, voters: int, projects: int, approvals: int) -> None:
    """A Pabulib file of that size."""
    import numpy as np

    random = np.random.default_rng(SEED)
    popularity = random.permutation(1.0 / np.arange(1, projects + 1) ** 0.7)
    steps = np.cumsum(popularity / popularity.sum())
    costs = np.round(np.exp(random.normal(11.0, 1.0, projects))).astype(int)
    lengths = np.minimum(random.poisson(approvals - 1, voters) + 1, projects)
    with place.open("w") as file:
        file.write(f"META\nkey;value\n{HEAD}num_projects;{projects}\nnum_votes;{voters}\nvote_type;approval\n")
        file.write(f"budget;{costs.sum() // 5}\nPROJECTS\nproject_id;cost\n")
        file.writelines(f"{number};{cost}\n" for number, cost in enumerate(costs))
        file.write("VOTES\nvoter_id;vote\n")
        for voter, length in enumerate(lengths):
            chosen: set[int] = set()
            while len(chosen) < length:
                drawn = np.searchsorted(steps, random.random(length - len(chosen)), side="right")
                chosen.update(np.minimum(drawn, projects - 1).tolist())
            file.write(f"{voter};{','.join(map(str, sorted(chosen)))}\n")


def ours(place: Path, rule: str) -> Measured:
    """Causeway: all rounds, payments and explanations."""
    from causeway.engines.budgeting import Rules, allocate, pabulib

    rules = Rules(completion="add1") if rule == "add1" else Rules(rule=rule)
    started = time.process_time()
    vote = pabulib.read(place)
    read = time.process_time()
    result = allocate(vote, rules)
    return read - started, time.process_time() - read, sorted(result.selected)


def pabutools(place: Path, rule: str) -> Measured:
    """Pabutools: the projects chosen."""
    from pabutools import rules
    from pabutools.election import Cardinality_Sat, Cost_Sat, parse_pabulib

    started = time.process_time()
    instance, profile = parse_pabulib(str(place))
    read = time.process_time()
    if rule == "greedy":
        chosen = rules.greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat)
    elif rule == "greedy-per-cost":
        chosen = rules.greedy_utilitarian_welfare(instance, profile, sat_class=Cardinality_Sat)
    elif rule == "cardinality":
        chosen = rules.method_of_equal_shares(instance, profile, Cardinality_Sat)
    elif rule == "phragmen":
        chosen = rules.sequential_phragmen(instance, profile)
    else:
        step = 1 if rule == "add1" else None
        chosen = rules.method_of_equal_shares(instance, profile, Cost_Sat, voter_budget_increment=step)
    return read - started, time.process_time() - read, sorted(str(project) for project in chosen)


PROGRAMS = {"causeway": ours, "pabutools": pabutools}


def measured(program: str, place: Path, rule: str, limit: float, short: float = SHORT) -> dict[str, Any] | None:
    """One program's figures, or None where it did not end in time."""
    python = PEERS_PYTHON if program == "pabutools" else Path(sys.executable)
    command = [str(python), "-m", "bench.budgeting", "--one", program, str(place), rule, str(short)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=limit, cwd=ROOT)
    except subprocess.TimeoutExpired:
        return None
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def main(limit: float = 120.0) -> int:
    """Measure, and print the table; returns how many aims were missed."""
    peer, missed = PEERS_PYTHON.exists(), 0
    heads = f"{'causeway reads':>15}{'decides':>9}{'MB':>6}{'pabutools reads':>17}{'decides':>9}{'MB':>6}{'ratio':>7}"
    print(f"{'':<18}{'rule':<14}{heads}  same")
    with tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            place = Path(folder) / "vote.pb"
            write_vote(place, *size)
            for rule in RULES:
                mine = measured("causeway", place, rule, limit)
                theirs = measured("pabutools", place, rule, limit) if peer else None
                print(row(name, rule, mine, theirs, limit, peer), flush=True)
                missed += judged(name, mine, theirs) if rule == "add1" else 0
    return missed


def row(
    name: str, rule: str, mine: dict[str, Any] | None, theirs: dict[str, Any] | None, limit: float, peer: bool
) -> str:
    """A line of the table; what took too long is shown as more than the limit."""
    left = _figures(mine, 15) if mine else f"{'':>15}{f'>{limit:.0f}':>9}{'':>6}"
    if theirs:
        right = _figures(theirs, 17)
        ratio = f"{theirs['count'] / mine['count']:>7.0f}" if mine else ""
        same = ("yes" if mine["winners"] == theirs["winners"] else "no") if mine else ""
    else:
        right = f"{'':>17}{f'>{limit:.0f}' if peer else '-':>9}{'':>6}"
        at_least = f">{limit / mine['count']:.0f}" if mine and peer else ""
        ratio, same = f"{at_least:>7}", ""
    return f"{name:<18}{rule:<14}{left}{right}{ratio}  {same}"


def _figures(one: dict[str, Any], width: int) -> str:
    return f"{one['read']:>{width}.2f}{one['count']:>9.2f}{one['mb']:>6.0f}"


def judged(name: str, mine: dict[str, Any] | None, theirs: dict[str, Any] | None) -> int:
    """Say whether the aims of this size are met; returns how many are not."""
    aims = []
    if theirs and name == next(iter(SIZES)):
        aims.append(("pabutools", theirs["count"], 100))
    if name in QUOTED:
        aims.append((f"the JavaScript worker, quoted at {QUOTED[name]:.0f} s", QUOTED[name], 20))
    missed = 0
    for peer, seconds, aim in aims:
        ratio = seconds / mine["count"] if mine else 0.0
        print(f"aim: {aim} times {peer}: {ratio:.0f} times{'' if ratio >= aim else ': MISSED'}", flush=True)
        missed += ratio < aim
    return missed


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        program, file, rule, short = sys.argv[2:]
        print(report(partial(PROGRAMS[program], rule=rule), Path(file), float(short)))
    else:
        sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 120.0))
