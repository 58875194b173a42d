"""The code on a voter's receipt, and on a slip that gives a voice: random, so that it says nothing of who or when."""

from __future__ import annotations

from causeway.kernel.codes import in_groups, new_code, plain_code

LENGTH, GROUP = 12, 4


def new_receipt() -> str:
    """A fresh code of 60 random bits: ``7K3Q-X2MD-0PTA``."""
    return new_code(LENGTH, group=GROUP)


def plain_receipt(typed: str) -> str:
    """A code as typed, in its one spelling; "" where it cannot be one."""
    return in_groups(plain_code(typed, LENGTH), group=GROUP)
