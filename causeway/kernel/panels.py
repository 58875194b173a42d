"""Panels: what a higher room adds to a lower room's page, without the lower one knowing it.

``project/panels.py`` is the one table: the name of a page, and the functions that make its panels. Each takes the
actor and the row that the page is about, and returns a panel, or None where it has nothing to show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from causeway.kernel.actors import Actor


@dataclass(frozen=True)
class Panel:
    """A fragment of a page: its template, which finds ``context`` under the name ``panel``.

    ``entries`` are dated things for the page's own timeline, in the form that the lower room's timeline takes.
    """

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    entries: Sequence[Any] = ()


PanelMaker = Callable[[Actor, Any], Panel | None]
Panels = Mapping[str, Sequence[PanelMaker]]

_panels: dict[str, tuple[PanelMaker, ...]] = {}


def offer(panels: Panels) -> None:
    """Called once at start, with the table of ``project/panels.py``."""
    _panels.clear()
    _panels.update({page: tuple(makers) for page, makers in panels.items()})


def panels_for(page: str, actor: Actor, about: Model) -> list[Panel]:
    """The panels of one page, in the order of the table."""
    made = (make(actor, about) for make in _panels.get(page, ()))
    return [panel for panel in made if panel is not None]


def entries_of(panels: Sequence[Panel]) -> list[Any]:
    """What these panels bring for the page's timeline."""
    return [entry for panel in panels for entry in panel.entries]
