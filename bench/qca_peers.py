"""The Python peers that minimise truth tables, behind one door: `python -m bench.qca_peers NAME FILE`.

Runs in the environment of the peers, so imports nothing of Causeway. FILE is a crisp table; prints a line of JSON with
the seconds from a data frame to the parsimonious solution, how many terms it has, and how many models are given.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable

import pandas

Measured = tuple[float, int, int]


def pyqca(frame: pandas.DataFrame, names: list[str]) -> Measured:
    """pyQCA's crisp-set engine with its standard minimiser; it gives one model."""
    from qca import CSQCA

    started = time.perf_counter()
    found = CSQCA(frame, outcome="Y", conditions=names, case_id="case").fit(consistency_cutoff=0.8)
    return time.perf_counter() - started, found.formulas["parsimonious"].count("(") or 1, 1


def setqca(frame: pandas.DataFrame, names: list[str]) -> Measured:
    """setqca's crisp-set engine, which gives all models up to a cap of its own (256)."""
    from setqca import CSQCA

    started = time.perf_counter()
    found = CSQCA(consistency=0.8).fit(frame, outcome="Y", conditions=names, case_id="case").parsimonious
    return time.perf_counter() - started, len(found[0].boolean.implicants), len(found)


PEERS: dict[str, Callable[[pandas.DataFrame, list[str]], Measured]] = {"pyQCA": pyqca, "setqca": setqca}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    table = pandas.read_csv(sys.argv[2])
    conditions = [name for name in table.columns if name not in {"case", "Y"}]
    seconds, terms, models = PEERS[sys.argv[1]](table, conditions)
    print(json.dumps({"seconds": seconds, "terms": terms, "models": models}), flush=True)
