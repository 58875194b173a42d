"""The errors of the engines. Each carries one sentence for the person who asked.

EngineError
├── BadInput      a file, an argument or an election that cannot be read as it stands; names the line where there is one
├── Tied          the votes decide nothing, and the declared order is to refuse
└── Impossible    no result can satisfy what was asked
"""

from __future__ import annotations

from collections.abc import Sequence


class EngineError(Exception):
    """What went wrong, in a sentence that a person can act on (``sentence``).

    What it quotes may come from a stranger's file: signs that cannot be shown, which could steer a terminal, are
    replaced by “�”.
    """

    def __init__(self, sentence: str) -> None:
        shown = sentence if sentence.isprintable() else "".join(s if s.isprintable() else "\ufffd" for s in sentence)
        super().__init__(shown)
        self.sentence = shown


class BadInput(EngineError):
    """Input that cannot be used. ``line`` counts from 1 and is ``None`` where the fault is in no one line."""

    def __init__(self, sentence: str, *, line: int | None = None) -> None:
        super().__init__(sentence if line is None else f"Line {line}: {sentence}")
        self.line = line


class Tied(EngineError):
    """A tie that the declared order refuses to break. ``tied`` are the places of the tied, from 0."""

    def __init__(self, sentence: str, *, tied: Sequence[int]) -> None:
        super().__init__(sentence)
        self.tied = tuple(tied)


class Impossible(EngineError):
    """No result can satisfy the conditions that were set."""
