"""Remember, while one page is read, what was looked up already: who stands where is asked by every policy on it.

Only within ``reading()``, which the site opens for GET requests. Reading changes nothing, so nothing can go stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_remembered: ContextVar[dict[Any, Any] | None] = ContextVar("_remembered", default=None)


@contextmanager
def reading() -> Iterator[None]:
    """Look-ups marked ``once_a_reading`` are made once within the block."""
    before = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(before)


def once_a_reading(look_up: Callable[P, T]) -> Callable[P, T]:
    """Mark a look-up whose arguments can be hashed and whose result nobody changes."""

    @wraps(look_up)
    def looked_up(*args: P.args, **kwargs: P.kwargs) -> T:
        known = _remembered.get()
        if known is None:
            return look_up(*args, **kwargs)
        key = (look_up, args, tuple(sorted(kwargs.items())))
        if key not in known:
            known[key] = look_up(*args, **kwargs)
        found: T = known[key]
        return found

    return looked_up
