"""A postcode or a town is enough to stand on the map."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.petitions import postcodes
from causeway.domains.services.map import Cell
from causeway.domains.services.places import AREAS, TOWNS, Place, nearest_town, place_of
from causeway.domains.services.web.register_forms import ServiceForm


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("M6 5FS", "Manchester"),
        ("m65fs", "Manchester"),
        ("L1", "Liverpool"),
        ("salford", "Salford"),
        ("Crescent, Salford", "Salford"),
        (" King’s   Lynn ", "King's Lynn"),
        ("Newcastle", "Newcastle upon Tyne"),
    ],
)
def test_a_postcode_or_a_town_is_found_however_it_is_typed(text: str, name: str) -> None:
    found = place_of(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", " ", "Harbourside", "QQ1 1AA", "53.4, -2.2", "M" * 500, "\0"])
def test_what_names_no_place_that_we_know_is_none(text: str) -> None:
    assert place_of(text) is None


@given(st.text(max_size=200))
def test_any_text_gives_a_place_or_none(text: str) -> None:
    found = place_of(text)
    assert found is None or found in TOWNS.values() or found in AREAS.values()


def test_every_postcode_area_of_the_petitions_has_a_place() -> None:
    assert set(AREAS) == set(postcodes.AREAS)


def test_the_nearest_town_to_a_town_is_itself() -> None:
    assert nearest_town(53.48, -2.29).name == "Salford"
    assert nearest_town(51.45, -2.59).name == "Bristol"


LARGE = {"Kirkwall", "Inverness", "Stornoway", "Belfast", "Perth", "Lerwick"}


def kilometres(place: Place, latitude: float, longitude: float) -> float:
    north = (place.latitude - latitude) * 111.2
    east = (place.longitude - longitude) * 111.2 * math.cos(math.radians(latitude))
    return math.hypot(north, east)


@pytest.mark.realdata
def test_real_postcodes_lie_near_the_town_of_their_area(real_data: Path) -> None:
    """Postcodes of the ideal-postcodes sample; the far north and the islands are large areas."""
    checked = 0
    with (real_data / "places" / "postcodes-sample.csv").open(newline="") as file:
        for postcode, *_, latitude, longitude in (row[:9] for row in csv.reader(file)):
            place = place_of(postcode)
            if place is None or not latitude:
                continue
            far = kilometres(place, float(latitude), float(longitude))
            assert far < (200 if place.name in LARGE else 110), f"{postcode} lies {far:.0f} km from {place.name}"
            checked += 1
    assert checked > 50


def form(given: dict[str, str], **initial: float) -> ServiceForm:
    return ServiceForm({"name": "Rowan", "reach": "universal", **given}, unions=[], initial=initial)


def test_a_form_takes_a_postcode_for_the_map() -> None:
    filled = form({"near": "BA14 8JN"})
    assert filled.is_valid(), filled.errors
    assert (filled.cleaned_data["latitude"], filled.cleaned_data["longitude"]) == (51.38, -2.36)
    assert "near" not in filled.cleaned_data


def test_the_exact_point_counts_rather_than_the_town() -> None:
    filled = form({"near": "Bath", "latitude": "51.26", "longitude": "-2.19"})
    assert filled.is_valid()
    assert filled.cleaned_data["latitude"] == 51.26


def test_a_town_moves_what_stood_elsewhere_and_without_one_it_stays() -> None:
    known = {"latitude": 53.48, "longitude": -2.29}
    as_text = {name: str(value) for name, value in known.items()}
    moved = form({"near": "Bath", **as_text}, **known)
    stays = form(as_text, **known)
    assert moved.is_valid()
    assert stays.is_valid()
    assert moved.cleaned_data["latitude"] == 51.38
    assert stays.cleaned_data["latitude"] == 53.48


def test_a_place_that_we_do_not_know_is_said_at_its_field() -> None:
    filled = form({"near": "Harbourside"})
    assert not filled.is_valid()
    assert "nearby" in filled.errors["near"][0]


def test_a_square_of_the_map_is_named_by_what_is_there() -> None:
    assert Cell(213, -6, 1, 0, "Rowan day centre", ("Salford",)).in_words == "Rowan day centre"
    assert Cell(213, -6, 3, 0, "Rowan day centre", ("Bury", "Salford")).in_words == "Bury, Salford"
    assert Cell(213, -6, 3, 0, "Rowan day centre").in_words == "Near Stockport"
