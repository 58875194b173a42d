"""Where the functions of an analysis run: here and at once, or (``cluster``) on other machines. No analysis asks which.

A handle is what a runner gives out for a result: here the result itself, on a cluster a claim to it. Handles are
arguments of further functions; what is fetched comes to this process.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any, Protocol

Handle = Any
Part = tuple[Handle, ...]


class Runner(Protocol):
    """Runs pure functions on values and handles."""

    def run(self, function: Callable[..., Any], *arguments: object) -> Handle:
        """Begin the function; its result stays where it is made."""

    def fetch(self, handle: Handle) -> Any:
        """Wait for a result, and bring it here. What the function raised is raised."""


class Here:
    """Runs everything at once in this process."""

    def run(self, function: Callable[..., Any], *arguments: object) -> Handle:
        """The result itself."""
        return function(*arguments)

    def fetch(self, handle: Handle) -> Any:
        """It is here already."""
        return handle


def each(runner: Runner, function: Callable[..., Any], parts: Sequence[Part], *shared: object) -> list[Handle]:
    """The function on every part, with the same further arguments."""
    return [runner.run(function, *part, *shared) for part in parts]


def gathered(
    runner: Runner,
    function: Callable[..., Any],
    parts: Sequence[Part],
    *shared: object,
    merge: Callable[[Any, Any], Any] = operator.add,
) -> Handle:
    """The summaries that the function makes of the parts, merged two by two in a tree.

    Depth first: of n parts no more than log2 n + 1 summaries wait at once where one thing is done after the other.
    """
    if len(parts) == 1:
        return runner.run(function, *parts[0], *shared)
    half = len(parts) // 2
    sides = (gathered(runner, function, side, *shared, merge=merge) for side in (parts[:half], parts[half:]))
    return runner.run(merge, *sides)
