"""Ties are broken by an order that was declared before the count, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from causeway.engines.exact.errors import BadInput, Tied


@dataclass(frozen=True)
class TieOrder:
    """An order of all candidates or projects, favourite first, named as it was declared.

    ``order`` holds their places from 0; ``None`` refuses: what the votes cannot decide ends the count with ``Tied``.
    """

    name: str
    order: tuple[int, ...] | None

    @classmethod
    def refuse(cls) -> TieOrder:
        """No order: a tie that the rule itself cannot break is an error."""
        return cls("refuse", None)

    @classmethod
    def listed(cls, order: Sequence[int], *, size: int, name: str = "listed") -> TieOrder:
        """An order that somebody wrote down; it must name each of the ``size`` places once."""
        if sorted(order) != list(range(size)):
            raise BadInput(f"The tie order must name each of the {size} once; it names {len(set(order))} of them.")
        return cls(name, tuple(order))

    @classmethod
    def drawn(cls, seed: str, *, size: int) -> TieOrder:
        """An order drawn by a seed that was published before the count.

        Place ``p`` (from 1) draws the SHA-256 of ``causeway tie order 1``, the seed and ``p``, joined by line feeds;
        the smallest digest stands first. Anybody can draw it again with any SHA-256 tool.
        """

        def lot(place: int) -> bytes:
            return hashlib.sha256(f"causeway tie order 1\n{seed}\n{place + 1}".encode()).digest()

        return cls(f"drawn:{seed}", tuple(sorted(range(size), key=lot)))

    def first(self, tied: Collection[int], *, what: str, names: Sequence[str] | None = None) -> int:
        """The one of the tied whom the order favours. ``what`` ends the sentence of a refusal: “tied for …”."""
        return self.ranked(tied, what=what, names=names)[0]

    def last(self, tied: Collection[int], *, what: str, names: Sequence[str] | None = None) -> int:
        """The one of the tied whom the order favours least."""
        return self.ranked(tied, what=what, names=names)[-1]

    def ranked(self, tied: Collection[int], *, what: str, names: Sequence[str] | None = None) -> list[int]:
        """The tied, favourite first. One alone is never tied, whatever the order."""
        if len(tied) < 2:
            return list(tied)
        if self.order is None:
            *others, last = (names[place] if names else str(place + 1) for place in sorted(tied))
            shown = f"{', '.join(others)} and {last}"
            sentence = f"{shown} are tied for {what}, and the declared tie order is to refuse."
            raise Tied(sentence, tied=sorted(tied))
        return sorted(tied, key=self.order.index)
