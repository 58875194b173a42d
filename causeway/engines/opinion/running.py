"""Where the functions of an analysis run: here and at once, or (``cluster``) on other machines. No analysis asks which.

A handle is what a runner gives out for a result: here the result itself, on a cluster a claim to it. Handles are
arguments of further functions; what is fetched comes to this process.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, Protocol

Handle = Any
Part = tuple[Handle, ...]
WIDTH = 8


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
    """The summaries that the function makes of the parts, merged in a tree of ``WIDTH`` branches.

    Depth first: where one thing is done after the other, no more than ``WIDTH`` summaries wait at each level.
    """
    if len(parts) == 1:
        return runner.run(function, *parts[0], *shared)
    size = 1
    while size * WIDTH < len(parts):
        size *= WIDTH
    cuts = range(0, len(parts), size)
    sides = [gathered(runner, function, parts[cut : cut + size], *shared, merge=merge) for cut in cuts]
    return runner.run(merged, merge, *sides)


def merged(merge: Callable[[Any, Any], Any], *summaries: Any) -> Any:
    """All of them as one."""
    return reduce(merge, summaries)
