"""The maps of the register, drawn on the server as SVG: an outline of the four nations, and circles on it."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.db.models import F
from django.db.models.expressions import Combinable
from django.db.models.functions import Floor
from django.utils.translation import gettext as _

from causeway.domains.services.places import nearest_town

OUTLINE = Path(__file__).parent / "static" / "services" / "uk-outline.geojson"
NORTH, SOUTH, WEST, EAST = 60.95, 49.8, -8.3, 1.9
HEIGHT = 1000.0
SCALE = HEIGHT / (NORTH - SOUTH)
SQUEEZE = math.cos(math.radians(54.8))  # a degree of longitude is that much shorter here
WIDTH = (EAST - WEST) * SCALE * SQUEEZE
CELL_LATITUDE, CELL_LONGITUDE = 0.25, 0.4
AREAS_SHOWN = 3


class Dot(NamedTuple):
    """A circle on the map, in the map's own units."""

    x: float
    y: float
    radius: float
    threatened: bool


@dataclass(frozen=True)
class Cell:
    """One square of the map with services in it: the name of its ``only`` one, the ``areas`` that they name."""

    row: int
    column: int
    count: int
    threatened: int
    only: str = ""
    areas: tuple[str, ...] = ()

    @staticmethod
    def row_of(latitude: F) -> Combinable:
        """The row that a latitude lies in, in the database."""
        return Floor(latitude / CELL_LATITUDE)

    @staticmethod
    def column_of(longitude: F) -> Combinable:
        """The column that a longitude lies in, in the database."""
        return Floor(longitude / CELL_LONGITUDE)

    @property
    def key(self) -> str:
        """How an address names this square."""
        return f"{self.row}_{self.column}"

    @property
    def middle(self) -> tuple[float, float]:
        """Its latitude and longitude."""
        return (self.row + 0.5) * CELL_LATITUDE, (self.column + 0.5) * CELL_LONGITUDE

    @property
    def in_words(self) -> str:
        """What people call the place: its only service, else the areas that its services name, else a town nearby."""
        if self.count == 1 and self.only:
            return self.only
        if self.areas:
            return ", ".join(self.areas[:AREAS_SHOWN])
        return _("Near %(town)s") % {"town": nearest_town(*self.middle).name}

    @property
    def dot(self) -> Dot:
        """Its circle: the area grows with the number of services."""
        x, y = projected(*self.middle)
        return Dot(x, y, min(28.0, 5 + 2.2 * math.sqrt(self.count)), self.threatened > 0)


def cell_bounds(key: str) -> tuple[float, float, float, float] | None:
    """South, north, west and east of the square that an address names; None for nonsense."""
    row, _, column = key.partition("_")
    try:
        south, west = int(row) * CELL_LATITUDE, int(column) * CELL_LONGITUDE
    except ValueError:
        return None
    if not (-90 <= south <= 90 and -180 <= west <= 180):
        return None
    return south, south + CELL_LATITUDE, west, west + CELL_LONGITUDE


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees to the map's units: x to the right, y downwards."""
    return round((longitude - WEST) * SCALE * SQUEEZE, 1), round((NORTH - latitude) * SCALE, 1)


@lru_cache(maxsize=1)
def outlines() -> tuple[tuple[str, str], ...]:
    """The nations' names, each with the path of its coast and borders."""
    features = json.loads(OUTLINE.read_text())["features"]
    return tuple((feature["properties"]["name"], _path(feature["geometry"]["coordinates"])) for feature in features)


def _path(polygons: list[list[list[list[float]]]]) -> str:
    rings = [ring for polygon in polygons for ring in polygon]
    return " ".join("M" + " L".join("{},{}".format(*projected(y, x)) for x, y in ring) + "Z" for ring in rings)


@dataclass(frozen=True)
class Drawing:
    """A map ready for ``services/_map.html``."""

    dots: tuple[Dot, ...]
    summary: str
    outlines: tuple[tuple[str, str], ...]
    width: int = math.ceil(WIDTH)
    height: int = math.ceil(HEIGHT)


def drawing(dots: list[Dot], summary: str) -> Drawing:
    """A map with these circles; ``summary`` says in a sentence what it shows."""
    return Drawing(tuple(dots), summary, outlines())


def locator(latitude: float, longitude: float, summary: str) -> Drawing:
    """A map with one place."""
    x, y = projected(latitude, longitude)
    return drawing([Dot(x, y, 16, False)], summary)
