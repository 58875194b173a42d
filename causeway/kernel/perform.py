"""The one door: every change, from site, API, command line and job alike, comes through ``perform``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.errors import ExclusionViolation, UniqueViolation

from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import DECLARED, Command, Declared, Done
from causeway.kernel.errors import Conflict
from causeway.kernel.policies import Verdict
from causeway.kernel.reading import reading
from causeway.kernel.record import write_down

T = TypeVar("T")


def perform(actor: Actor, command: Command[T]) -> T:
    """Let ``actor`` carry out ``command``, wholly or not at all, and return what it made.

    In one transaction: find and lock what the command names, ask its policy, run its function, write the
    audit row, store its events. The events are handed over after the commit, by the worker. What a command ``at_once``
    looked up for its policy is not looked up again by its function: only its one statement changes anything.

    Raises Refused, Missing, Invalid, Conflict or TooMany (see ``kernel.errors``); then nothing has changed.
    """
    declared = _declaration(command)
    with reading() if declared.at_once else transaction.atomic(), told_as_conflict():
        subject = declared.finds(command)
        declared.policy.require(actor, subject)
        done: Done[T] = declared.run(actor, command, subject)
        write_down(actor, declared, done, at=_moment(declared))
    return done.value


@contextmanager
def told_as_conflict() -> Iterator[None]:
    """What somebody else stored a moment before, past every check, ends as a Conflict and not as a fault of ours."""
    try:
        yield
    except IntegrityError as error:
        if not isinstance(error.__cause__, UniqueViolation | ExclusionViolation):
            raise
        raise Conflict(_("This was done a moment ago. Look at it again before you try once more.")) from error


def may(actor: Actor, command: Command[Any]) -> Verdict:
    """Whether the policy would let ``actor`` perform ``command`` now: for pages that offer or explain it.

    In a transaction of its own, because finding what a command names locks it.
    """
    declared = _declaration(command)
    with transaction.atomic():
        return declared.policy(actor, declared.finds(command))


def _declaration(command: Command[Any]) -> Declared:
    try:
        return DECLARED[type(command)]
    except KeyError:
        raise TypeError(f"{type(command).__name__} declares no policy, so it cannot be performed.") from None


def _moment(declared: Declared) -> datetime:
    if not declared.to_the_day:
        return clock.now()
    return timezone.make_aware(datetime.combine(clock.today(), time.min))
