"""Where the money goes as a picture: boxes as large as the amounts (a squarified treemap), drawn as SVG.

Bruls, Huizing and van Wijk, “Squarified treemaps” (2000): rows of boxes are laid along the shorter side of what is
left, as long as the boxes become no longer and thinner by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

WIDTH, HEIGHT = 340, 230
LETTER = 5.8  # the width of a letter at the size below, in the picture's own units
LEAST_HEIGHT, LEAST_LETTERS = 15, 6
NAMED = 3


@dataclass(frozen=True)
class Box:
    """One box: which amount it is, and where it lies."""

    place: int
    x: float
    y: float
    width: float
    height: float


def boxes_of(amounts: Sequence[int], width: float = WIDTH, height: float = HEIGHT) -> list[Box]:
    """Boxes that fill the picture, as large as the amounts, the largest first. Amounts of nought and less have none."""
    wanted = sorted((place for place, amount in enumerate(amounts) if amount > 0), key=lambda place: -amounts[place])
    total = sum(amounts[place] for place in wanted)
    areas = [(place, amounts[place] / total * width * height) for place in wanted]
    boxes: list[Box] = []
    x = y = 0.0
    while areas:
        side = min(width - x, height - y)
        row = _row(areas, side)
        areas = areas[len(row) :]
        thick = sum(area for _place, area in row) / side if side else 0.0
        along = 0.0
        for place, area in row:
            long = area / thick if thick else 0.0
            if width - x >= height - y:
                boxes.append(Box(place, x, y + along, thick, long))
            else:
                boxes.append(Box(place, x + along, y, long, thick))
            along += long
        x, y = (x + thick, y) if width - x >= height - y else (x, y + thick)
    return boxes


def _row(areas: Sequence[tuple[int, float]], side: float) -> list[tuple[int, float]]:
    """The next boxes to be laid side by side: as many as make the thinnest of them no thinner."""
    row = [areas[0]]
    for one in areas[1:]:
        if _thinnest([*row, one], side) > _thinnest(row, side):
            break
        row.append(one)
    return row


def _thinnest(row: Sequence[tuple[int, float]], side: float) -> float:
    """How much longer than wide the thinnest box of a row is."""
    sizes = [area for _place, area in row]
    whole = sum(sizes) ** 2
    return max(side**2 * max(sizes) / whole, whole / (side**2 * min(sizes))) if min(sizes) and side else float("inf")


def picture_of(named: Sequence[tuple[str, int]]) -> SafeString | str:
    """The picture, with its largest parts in words for those who do not see it; nothing where there is no money."""
    boxes = boxes_of([amount for _name, amount in named])
    if not boxes:
        return ""
    total = sum(amount for _name, amount in named if amount > 0)
    largest = [(named[box.place][0], 100 * named[box.place][1] // total) for box in boxes[:NAMED]]
    parts = ", ".join(_("%(name)s %(share)s %%") % {"name": name, "share": share} for name, share in largest)
    drawn = format_html_join("", "{}", ((_drawn(box, named[box.place][0]),) for box in boxes))
    label = _("Where the money goes, as boxes. The largest: %(parts)s.") % {"parts": parts}
    return format_html(
        '<svg class="treemap" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>', WIDTH, HEIGHT, label, drawn
    )


def _drawn(box: Box, name: str) -> SafeString:
    letters = int((box.width - 8) / LETTER)
    fits = box.height >= LEAST_HEIGHT and letters >= min(LEAST_LETTERS, len(name))
    short = name if len(name) <= letters else f"{name[: max(letters - 1, 1)].rstrip()}…"
    words = format_html('<text x="{}" y="{}">{}</text>', _at(box.x + 4), _at(box.y + 12), short) if fits else ""
    return format_html(
        '<g><title>{}</title><rect x="{}" y="{}" width="{}" height="{}"></rect>{}</g>',
        name,
        _at(box.x),
        _at(box.y),
        _at(box.width),
        _at(box.height),
        words,
    )


def _at(number: float) -> str:
    return f"{number:.2f}"
