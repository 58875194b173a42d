"""The picture: it stays put as the network grows, and is readable with 300 organisations."""

from __future__ import annotations

import itertools
import json
import math
import re

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.networks import Chance, Findings, Network, Point, layout, measure, network, place
from causeway.engines.networks.layout import HEIGHT, LONE_STEP, MARGIN, MOST_MOVE, WIDTH
from causeway.engines.networks.report import Picture, arrange, as_plain, earlier, svg
from causeway.engines.networks.report.labels import Box, cut, labels
from causeway.engines.networks.report.picture import look, square
from causeway.engines.networks.report.shapes import LOOKS, shape
from tests.engines.networks.worlds import KINDS, grown

FEW = Chance(draws=9, rewirings=3)


@pytest.fixture(scope="module")
def large() -> Findings:
    return measure(grown(300), FEW)


@pytest.fixture(scope="module")
def large_picture(large: Findings) -> Picture:
    return arrange(large)


def moved(before: dict[str, Point], after: dict[str, Point]) -> float:
    return max(math.dist(before[name], after[name]) for name in before if name in after)


@pytest.mark.parametrize(("size", "later"), [(5, 6), (20, 60), (100, 200)])
def test_whoever_stood_in_the_picture_stays_within_a_fiftieth_of_its_width(size: int, later: int) -> None:
    before = place(grown(size).contacts())
    after = place(grown(later).contacts(), before)
    assert set(before) < set(after)
    assert moved(before, after) <= MOST_MOVE == 0.02


@given(first=st.integers(2, 12), more=st.integers(0, 8), seed=st.integers(0, 999))
@settings(max_examples=40)
def test_new_ties_and_newcomers_never_make_the_known_jump(first: int, more: int, seed: int) -> None:
    graph = nx.relabel_nodes(nx.gnp_random_graph(first + more, 0.3, seed=seed), str)
    old = nx.Graph(graph.subgraph(sorted(graph)[:first]))
    old.remove_edges_from(list(old.edges)[::3])
    before = place(old)
    after = place(graph, before)
    stayed = {name: spot for name, spot in before.items() if old.degree(name)}
    assert not stayed or moved(stayed, after) <= MOST_MOVE


def test_growing_one_by_one_the_picture_drifts_but_never_jumps() -> None:
    """Forty pictures, each from the one before."""
    places: dict[str, Point] = {}
    for size in range(3, 43):
        now = place(grown(size).contacts(), places)
        assert not places or moved(places, now) <= MOST_MOVE
        places = now


def test_those_without_contacts_keep_their_place_in_the_rows_at_the_bottom() -> None:
    lone = nx.empty_graph(["Chess club", "Allotments", "Walkers"])
    before = place(lone)
    assert all(spot.y > HEIGHT for spot in before.values())
    after = place(nx.empty_graph(["Allotments", "Brass band", "Chess club", "Walkers"]), before)
    assert {name: after[name] for name in before} == before
    assert after["Brass band"] not in before.values()
    joined = place(nx.Graph([("Chess club", "Walkers")]), before)
    assert all(spot.y <= HEIGHT for spot in joined.values())


@pytest.mark.parametrize("size", [2, 30, 300])
def test_everybody_stands_in_the_frame_and_apart(size: int, large_picture: Picture) -> None:
    spots = large_picture.places if size == 300 else place(grown(size).contacts())
    assert len(spots) == size
    assert all(MARGIN <= spot.x <= WIDTH - MARGIN and MARGIN <= spot.y <= HEIGHT - MARGIN for spot in spots.values())
    least = min(math.dist(one, other) for one, other in itertools.combinations(spots.values(), 2))
    assert least > 0.012, "two shapes of 300 would lie on each other: 0.012 of 1,400 pixels is 17"


def test_those_in_contact_stand_nearer_than_those_who_are_not() -> None:
    graph = grown(60).contacts()
    spots = place(graph)
    far = {pair: math.dist(spots[pair[0]], spots[pair[1]]) for pair in itertools.combinations(sorted(graph), 2)}
    tied = [away for (one, other), away in far.items() if graph.has_edge(one, other)]
    apart = [away for (one, other), away in far.items() if not graph.has_edge(one, other)]
    assert sum(tied) / len(tied) < 0.75 * sum(apart) / len(apart)


def test_the_same_network_has_the_same_picture_whatever_the_order_of_lines() -> None:
    one = grown(40)
    other = Network(tuple(reversed(one.organisations)), tuple(reversed(one.ties)))
    assert place(one.contacts()) == place(other.contacts())


def test_a_later_picture_starts_from_what_an_earlier_one_wrote() -> None:
    before = measure(grown(25), FEW)
    picture = arrange(before)
    written = json.loads(json.dumps(as_plain(before, picture)))
    again = earlier(written)
    assert dict(again.places) == dict(picture.places)
    after = arrange(measure(grown(30), FEW), again)
    assert moved(dict(picture.places), dict(after.places)) <= MOST_MOVE
    assert after.kinds[: len(picture.kinds)] == picture.kinds


def test_kinds_keep_their_shapes_when_others_come_before_them_in_the_alphabet() -> None:
    tie = [("A", "B", "support")]
    before = arrange(measure(network(tie, {"A": "Users", "B": "Workers"}), FEW))
    after = arrange(measure(network(tie, {"A": "Users", "B": "Workers", "C": "Carers"}), FEW), before)
    assert [look(after, kind) for kind in ("Users", "Workers", "Carers")] == [1, 2, 3]


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        {},
        {"picture": {}},
        {"picture": {"kinds": [], "places": {"A": [1]}}},
        {"picture": {"kinds": [], "places": {"A": ["x", 2]}}},
        {"picture": {"kinds": [], "places": {"A": [float("nan"), 0]}}},
        {"picture": {"kinds": [], "places": {"A": [7, 0]}}},
        {"picture": {"kinds": 3, "places": {}}},
        {"picture": {"kinds": [], "places": {"A": [10**400, 0]}}},
    ],
)
def test_an_earlier_result_that_is_none_is_refused(said: object) -> None:
    with pytest.raises(BadInput):
        earlier(said)


def test_of_300_organisations_no_name_lies_on_another_or_on_a_shape_and_the_most_central_have_theirs(
    large_picture: Picture,
) -> None:
    spots = list(large_picture.places.items())
    bodies = [Box(1400 * p.x - 8, 1400 * p.y - 8, 1400 * p.x + 8, 1400 * p.y + 8) for _, p in spots]
    names = [name for name, _ in spots]
    placed = labels(names, bodies, Box(0, 0, 1400, 1100))
    for one, other in itertools.combinations(placed, 2):
        assert not one.box.meets(other.box)
    for one in placed:
        assert sum(one.box.meets(body) for body in bodies) <= 1, "only its own shape may touch its room"
    assert len(placed) >= 150
    assert {cut(name, 16)[:15] for name in names[:10]} <= {one.text[:15] for one in placed[:10]}, "the first ten"


def test_every_organisation_of_300_has_a_shape_that_says_its_name_and_square(
    large: Findings, large_picture: Picture
) -> None:
    drawn, kinds = svg(large, large_picture), large.network.kinds
    titles = set(re.findall(r"<g><title>([^<]+)</title>", drawn))
    assert titles == {f"{name}, {kinds[name]}, {square(spot)}" for name, spot in large_picture.places.items()}
    assert drawn.count("<line ") == large.pairs


def test_above_300_only_the_most_central_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    assert layout.MOST_PLACED == 300
    monkeypatch.setattr(layout, "MOST_PLACED", 30)
    network = grown(40)
    picture = arrange(measure(network, FEW))
    assert len(picture.places) == 30
    left = set(network.names) - set(picture.places)
    standing = measure(network, FEW).holding.standing
    assert max(standing[name].between for name in left) <= min(standing[name].between for name in picture.places) + 1e-9


def test_every_kind_has_a_shape_of_its_own_up_to_ten() -> None:
    outlines = {re.sub(r'class="[^"]*"', "", shape(number, 0, 0, 10)) for number in range(LOOKS + 1)}
    assert len(outlines) == LOOKS + 1
    assert len({shape(number, 0, 0, 10).split('"')[1] for number in range(LOOKS + 1)}) == LOOKS + 1


def test_squares_are_lettered_from_the_left_and_numbered_from_the_top() -> None:
    assert [square(Point(x, y)) for x, y in ((0, 0), (0.13, 0), (0.99, 0.7), (1, 0.79))] == ["A1", "B1", "H6", "H7"]
    assert len(KINDS) < LOOKS
    assert LONE_STEP < 0.125
