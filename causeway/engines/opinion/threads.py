"""Linear algebra on one core: small matrices gain little from more cores, and lose much where these are busy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def one_thread(function: Callable[Given, Made]) -> Callable[Given, Made]:
    """The function, with the linear algebra inside it on one core; so its sums come out the same on any machine with
    however many.
    """

    @wraps(function)
    def limited(*given: Given.args, **named: Given.kwargs) -> Made:
        with _pools().limit(limits=1, user_api="blas"):
            return function(*given, **named)

    return limited


@cache
def _pools() -> Any:
    """The thread pools of this process."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
