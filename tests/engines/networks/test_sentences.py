"""What is said of networks large enough to say something, and of those with next to nothing in them."""

from __future__ import annotations

import pytest

from causeway.engines.networks import Chance, Findings, Network, Organisation, measure, network
from causeway.engines.networks.report import arrange, as_plain, as_text, page
from causeway.engines.networks.report.sentences import amount, counted, decimal, listed, percent

KINDS = ("Union branch", "User group")


def two_camps() -> Network:
    """Two rings of ten, each of one kind, joined by one forum; each gives support to the next, who gives it back."""
    names = {kind: [f"{kind} {number}" for number in range(10)] for kind in KINDS}
    ties = [(ring[n], ring[(n + 1) % 10], "joint action") for ring in names.values() for n in range(10)]
    ties += [(ring[n], ring[n - 1], "support") for ring in names.values() for n in range(10)]
    ties += [(ring[n - 1], ring[n], "support") for ring in names.values() for n in range(10)]
    ties += [("Forum", ring[0], "affiliation") for ring in names.values()]
    kinds = {name: kind for kind, ring in names.items() for name in ring} | {"Forum": "Trades council"}
    return network(ties, kinds)


@pytest.fixture(scope="module")
def camps() -> Findings:
    return measure(two_camps(), Chance(draws=499, rewirings=99))


@pytest.mark.parametrize(
    "sentence",
    [
        "If Forum left, these ten would be cut off from the rest: User group 0, User group 1, User group 2, "
        "User group 3, User group 4, User group 5, User group 6, User group 7 and two more.",
        "The densest part is broad: 21 organisations of 21, each in contact with at least two others of them.",
        "One organisation supports another in 40 cases; in 40 of these the other supports it too. By weight, 100% of "
        "all support is returned.",
        "More pairs in contact are of one kind than of two: the E-I index is -0.82",
        "Joint action and support share 20 of 20 pairs.",
        "Within kinds (bonding): 20 of 90 possible pairs are in contact, 22%.",
    ],
)
def test_two_camps_are_told_apart(camps: Findings, sentence: str) -> None:
    assert f"- {sentence}" in as_text(camps)


def test_what_goes_beyond_chance_is_said_to(camps: Findings) -> None:
    assert [one.verdict for one in (camps.reciprocity.rho, camps.ei, camps.capital["bonding"].share)] == [
        "more",
        "less",
        "more",
    ]
    said = as_text(camps)
    assert said.count("this is more than chance") >= 3
    assert "this is less than chance (p 0.004)" in said


@pytest.mark.parametrize(
    ("empty", "sentence"),
    [
        (Network((Organisation("A"),), ()), "No ties are recorded."),
        (network([("A", "B", "affiliation")]), "Nobody said of what kind organisations are"),
        (network([("A", "B", "affiliation")]), "Whoever left, nobody else would be cut off by that alone."),
        (network([("A", "B", "affiliation")], {"A": "x"}), "The kind of one organisation is not known"),
        (network([("A", "B", "affiliation"), ("C", "D", "affiliation")]), "of 2 and 2."),
        (network([("A", "B", "affiliation")], {"C": "x"}), "One organisation has no contact at all."),
        (network([("A", "B", "affiliation")], {"A": "x", "B": "x"}), "Between kinds (bridging): no such pair"),
    ],
)
def test_networks_with_next_to_nothing_are_described_too(empty: Network, sentence: str) -> None:
    found = measure(empty, Chance(draws=9, rewirings=3))
    assert sentence in as_text(found)
    picture = arrange(found)
    assert set(as_plain(found, picture)["picture"]["places"]) == set(empty.names)
    assert sentence in page(found, picture, title="x", checked_with="x")


def test_numbers_read_as_people_write_them() -> None:
    assert [amount(one) for one in (100, 250, 123456700)] == ["1", "2.50", "1,234,567"]
    assert [percent(one) for one in (0, 0.004, 0.1, 0.996)] == ["0%", "0.4%", "10%", "100%"]
    assert [decimal(one) for one in (-0.001, -0.25, 1)] == ["0.00", "-0.25", "1.00"]
    assert [counted(one, "pair", "pairs") for one in (0, 1, 10, 11)] == [
        "no pairs",
        "one pair",
        "ten pairs",
        "11 pairs",
    ]
    assert listed(["A"]) == "A"
    assert listed(list("ABCDEFGHIJ")) == "A, B, C, D, E, F, G, H and two more"
