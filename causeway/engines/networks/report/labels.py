"""Names beside shapes: the most central first, and none over another name or over another organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

LETTER, LINE = 6.6, 14.0
LONGEST = (48, 26)
FIRST, SHORT = 20, 16
CELL = 64


class Box(NamedTuple):
    """A rectangle from its left upper to its right lower corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether they share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Label(NamedTuple):
    """A name as it is written, at the foot of its line, and the room that was kept for it."""

    text: str
    x: float
    y: float
    anchor: str
    box: Box


def labels(names: Sequence[str], bodies: Sequence[Box], frame: Box) -> list[Label]:
    """For each name in turn, the first place by its shape that is free; cut to 26 letters, the first twenty names to
    16, where it is too long for all of them; those without a place stay unwritten.

    The room for a name is reckoned for wide letters, so that it holds in any common font of 11 pixels.
    """
    taken = Room()
    for body in bodies:
        taken.add(body)
    placed = []
    for rank, (name, body) in enumerate(zip(names, bodies, strict=True)):
        lengths = (*LONGEST, SHORT) if rank < FIRST else LONGEST
        for one in (one for most in lengths for one in _places(cut(name, most), body)):
            if _within(one.box, frame) and not any(box.meets(one.box) for box in taken.near(one.box) if box != body):
                taken.add(one.box)
                placed.append(one)
                break
    return placed


def cut(name: str, most: int) -> str:
    """The name, or its beginning and an ellipsis."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


class Room:
    """What is taken, by cells of a grid, so that only neighbours are compared."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Take this room."""
        for cell in self._cells(box):
            self.cells.setdefault(cell, []).append(box)

    def near(self, box: Box) -> Iterator[Box]:
        """Whatever might share room with it."""
        for cell in self._cells(box):
            yield from self.cells.get(cell, ())

    def _cells(self, box: Box) -> Iterator[tuple[int, int]]:
        for across in range(int(box.left // CELL), int(box.right // CELL) + 1):
            for down in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
                yield across, down


def _places(text: str, body: Box) -> Iterator[Label]:
    """Right, left, below and above, then ever more aslant, at most a line away."""
    wide = LETTER * len(text)
    middle, centre = (body.top + body.bottom) / 2, (body.left + body.right) / 2
    beside = [("start", body.right + 2, middle + 4), ("end", body.left - 2, middle + 4)]
    under = [("middle", centre, body.bottom + 11), ("middle", centre, body.top - 4)]
    aslant = [
        (anchor, x, y)
        for away in (0, LINE / 2)
        for y in (body.bottom + 8 + away, body.top - 2 - away)
        for anchor, x in (("start", body.right), ("end", body.left), ("middle", centre))
    ]
    for anchor, x, y in (*beside, *under, *aslant):
        left = x - {"start": 0, "end": wide, "middle": wide / 2}[anchor]
        yield Label(text, x, y, anchor, Box(left, y - LINE + 3, left + wide, y + 3))


def _within(box: Box, frame: Box) -> bool:
    return frame.left <= box.left and frame.top <= box.top and box.right <= frame.right and box.bottom <= frame.bottom
