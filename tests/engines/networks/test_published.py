"""Values that were published, or that a person can check on paper."""

from __future__ import annotations

from fractions import Fraction

import networkx as nx
import numpy as np
import pytest

from causeway.engines.networks import Chance, measure, network
from causeway.engines.networks.brokerage import brokerage
from causeway.engines.networks.mixing import Kinds, assortativity, ei_index
from causeway.engines.networks.reciprocity import returned_weight, rho
from tests.engines.networks.worlds import contacts, knoke

FEW = Chance(draws=9, rewirings=3)


def test_of_knokes_32_pairs_17_are_returned() -> None:
    """Hanneman and Riddle (2005), chapter 8: 49 ties, a density of 0.5444; 0.5313 of tied pairs are reciprocated."""
    found = measure(knoke(), FEW).reciprocity
    assert (found.arcs, found.returned) == (49, 34)
    assert round(Fraction(found.returned, 2) / (found.arcs - Fraction(found.returned, 2)), 4) == Fraction("0.5312")
    assert rho(49, 34, 10) == (Fraction(34, 49) - Fraction(49, 90)) / Fraction(41, 90)


@pytest.mark.parametrize(("arcs", "returned", "size", "expected"), [(2, 2, 3, 1), (3, 0, 3, -1), (6, 6, 4, 1)])
def test_rho_is_1_where_all_is_returned_and_minus_1_where_half_is_given_and_nothing_comes_back(
    arcs: int, returned: int, size: int, expected: int
) -> None:
    """Garlaschelli and Loffredo (2004): rho_min = -a / (1 - a), which is -1 for a = 1/2."""
    assert rho(arcs, returned, size) == expected


def test_without_ties_or_with_all_of_them_rho_has_no_meaning() -> None:
    assert rho(0, 0, 5) is None
    assert rho(20, 20, 5) is None


def test_returned_weight_of_three_pairs() -> None:
    """5 against 3, 2 against nothing, 4 against 4: 2 (3 + 0 + 4) of 18."""
    ties = np.array([(0, 1), (1, 0), (1, 2), (0, 2), (2, 0)])
    assert returned_weight(ties, np.array([5, 3, 2, 4, 4]), 3) == Fraction(14, 18)
    assert returned_weight(ties[:0], np.array([], dtype=np.int64), 3) is None


def test_the_medici_stood_between_the_florentine_families() -> None:
    """M. Jackson (2008), “Social and Economic Networks”, section 1.2.1: Medici .522, Guadagni .255, Strozzi .103."""
    standing = measure(contacts(nx.florentine_families_graph()), FEW).holding.standing
    found = {name: round(standing[name].between, 3) for name in ("Medici", "Guadagni", "Strozzi")}
    assert found == {"Medici": 0.522, "Guadagni": 0.255, "Strozzi": 0.103}


def test_whom_the_florentine_marriages_could_not_lose() -> None:
    losses = measure(contacts(nx.florentine_families_graph()), FEW).holding.losses
    assert {one.name: one.cut_off for one in losses} == {
        "Medici": ("Acciaiuoli", "Pazzi", "Salviati"),
        "Albizzi": ("Ginori",),
        "Guadagni": ("Lamberteschi",),
        "Salviati": ("Pazzi",),
    }
    assert losses[0].pieces == (("Pazzi", "Salviati"), ("Acciaiuoli",))


def test_zacharys_club_hangs_on_its_instructor() -> None:
    """W. Zachary (1977): actor 1 (here 0) alone ties in actor 12 and the five around 5, 6, 7, 11 and 17. The 4-core has
    ten members (the core-periphery of that club, as in networkx's documentation of k_core)."""
    held = measure(contacts(nx.karate_club_graph()), FEW).holding
    [loss] = held.losses
    assert (loss.name, set(loss.cut_off)) == ("0", {"11", "4", "5", "6", "10", "16"})
    core = {int(name) for name, one in held.standing.items() if one.core == 4}
    assert core == {0, 1, 2, 3, 7, 8, 13, 30, 32, 33}


def test_the_two_sides_of_zacharys_club_kept_to_themselves() -> None:
    """Of 78 friendships 11 crossed the split as networkx keeps it, so E-I = (11 - 67) / 78. Modularity, which is the
    numerator of assortativity, is 0.3582."""
    club = nx.karate_club_graph()
    side = {str(name): str(said) for name, said in club.nodes(data="club")}
    found = measure(network([(str(a), str(b), "joint action") for a, b in club.edges], side), Chance(rewirings=3))
    assert found.ei.value == pytest.approx((11 - 67) / 78)
    assert (found.ei.verdict, found.ei.p) == ("less", 2 / 1000)
    halves = [{name for name in side if side[name] == kind} for kind in set(side.values())]
    graph = nx.relabel_nodes(nx.Graph(club.edges), str)
    modularity = nx.community.modularity(graph, halves)
    ends = [sum(graph.degree(name) for name in half) / 156 for half in halves]
    assert found.assortativity.value == pytest.approx(modularity / (1 - sum(part**2 for part in ends)))


def test_roles_of_four_as_two_other_programs_count_them() -> None:
    """The example in the documentation of R's cograph, checked there against sna: gatekeeper 1, 0, 1, 0; no liaison."""
    graph = nx.DiGraph([("A", "B"), ("A", "C"), ("B", "C"), ("B", "D"), ("C", "D"), ("D", "A")])
    found = brokerage(graph, {"A": "1", "B": "1", "C": "2", "D": "2"}, 9, np.random.RandomState(1))
    counts = {(one.name, one.role): one.pairs for one in found.brokers}
    assert {name: counts.get((name, "gatekeeper"), 0) for name in "ABCD"} == {"A": 1, "B": 0, "C": 1, "D": 0}
    assert not any(role == "liaison" for _, role in counts)


@pytest.mark.parametrize(
    ("kinds", "role"),
    [
        ("aaa", "coordinator"),
        ("bab", "itinerant"),
        ("baa", "gatekeeper"),
        ("aab", "representative"),
        ("bac", "liaison"),
    ],
)
def test_each_role_is_what_gould_and_fernandez_drew(kinds: str, role: str) -> None:
    """Gould and Fernandez (1989), figure 1: one giver, one broker, one receiver."""
    ties = [("giver", "broker", "support"), ("broker", "receiver", "support")]
    found = measure(network(ties, dict(zip(("giver", "broker", "receiver"), kinds, strict=True))), FEW)
    [one] = found.brokerage.brokers
    assert (one.name, one.role, one.pairs) == ("broker", role, 1)


def test_kinds_that_only_mix_or_never_mix_have_the_extreme_indexes() -> None:
    """Krackhardt and Stern (1988): from -1 to 1. Newman (2003): 1 for perfect assortativity."""

    def indexes(ties: list[tuple[str, str]]) -> tuple[float, float]:
        kinds = {"a": "x", "b": "x", "c": "y", "d": "y"}
        dealt = Kinds.of(nx.Graph(ties), kinds, frozenset(), 0, np.random.RandomState(1))
        return float(ei_index(dealt)[0]), float(assortativity(dealt)[0])

    assert indexes([("a", "b"), ("c", "d")]) == (-1, 1)
    assert indexes([("a", "c"), ("b", "d")]) == (1, -1)
