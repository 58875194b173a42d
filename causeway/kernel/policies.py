"""Policies: sentences that say who may do something, with the function that decides it.

A policy is declared once and asked everywhere: the door asks it before a command runs, a page asks it
before it shows a button, and the permission matrix of the tests asks it for the whole cast.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing, Refused


@dataclass(frozen=True)
class Verdict:
    """What a policy decides: yes, no with a sentence, or "there is nothing here" (``hidden``)."""

    allowed: bool
    why_not: str = ""
    hidden: bool = False

    def __bool__(self) -> bool:
        return self.allowed


YES = Verdict(allowed=True)
HIDDEN = Verdict(allowed=False, hidden=True)


def no(why_not: str) -> Verdict:
    """A refusal. ``why_not`` is a sentence that the person can act on."""
    return Verdict(allowed=False, why_not=why_not)


@dataclass(frozen=True)
class Policy:
    """Who may do one thing: ``sentence`` for people, ``decide`` for the machine."""

    name: str
    sentence: str
    decide: Callable[[Actor, Any], Verdict]

    def __call__(self, actor: Actor, subject: Any = None) -> Verdict:
        return self.decide(actor, subject)

    def require(self, actor: Actor, subject: Any = None) -> None:
        """Raise what the surfaces know how to tell, unless it is allowed."""
        verdict = self.decide(actor, subject)
        if verdict.hidden:
            raise Missing
        if not verdict.allowed:
            raise Refused(verdict.why_not or self.sentence)


def policy(sentence: str) -> Callable[[Callable[[Actor, Any], Verdict]], Policy]:
    """Declare a policy: the decorated function decides, ``sentence`` says it to people."""

    def declare(decide: Callable[[Actor, Any], Verdict]) -> Policy:
        return Policy(name=decide.__name__, sentence=sentence, decide=decide)

    return declare


Row = TypeVar("Row", bound=Model)


def sees(sentence: str, visible: Callable[[Actor], QuerySet[Row]]) -> Policy:
    """A policy for seeing, made from the list of what the actor sees: so list and check cannot disagree."""

    def decide(actor: Actor, subject: Any) -> Verdict:
        return YES if visible(actor).filter(pk=subject.pk).exists() else HIDDEN

    return Policy(name=f"may_see_{visible.__name__}", sentence=sentence, decide=decide)
