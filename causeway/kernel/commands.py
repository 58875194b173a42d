"""Commands: what can be changed, each with its policy, declared where it is defined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model

from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing
from causeway.kernel.events import Event
from causeway.kernel.policies import Policy

T = TypeVar("T")


class Command(Generic[T]):
    """The base of every command; a subclass is a frozen dataclass, and ``T`` is what performing it returns."""


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a command's function returns.

    ``value`` goes back to the caller; ``scope`` is the identifier of the body (alliance, organisation or
    person) in whose trail the change stands; ``about`` is the row it was about; ``named`` fills the gaps
    of the command's audit sentence, and never holds a private person's data. ``rows`` are new rows, and
    ``updates`` are rows that are there, each with the fields that have a new value: the door stores them in the same
    statement as the audit row. That is for what thousands do at once; elsewhere a command saves its rows itself.
    """

    value: T
    events: Sequence[Event] = ()
    rows: Sequence[Model] = ()
    updates: Sequence[tuple[Model, Sequence[str]]] = ()
    scope: UUID | None = None
    about: UUID | None = None
    named: dict[str, str] = field(default_factory=dict)


Finder = Callable[[Any], Any]


@dataclass(frozen=True)
class Declared:
    """A command as it was declared: its function, its policy, its audit sentence and what it finds first."""

    kind: type[Command[Any]]
    run: Callable[[Actor, Any, Any], Done[Any]]
    policy: Policy
    says: str
    finds: Finder
    to_the_day: bool
    at_once: bool


DECLARED: dict[type[Command[Any]], Declared] = {}


def nothing(_command: Any) -> None:
    """For commands that name no row."""


def locked(model: type[Model], by: str) -> Finder:
    """Find the row that the command's field ``by`` names, and lock it until the change is stored."""

    def find(command: Any) -> Model:
        row = model._default_manager.select_for_update(no_key=True).filter(pk=getattr(command, by)).first()
        if row is None:
            raise Missing
        return row

    return find


def found(model: type[Model], by: str, *related: str) -> Finder:
    """Find the row that the field ``by`` names without locking it: for commands that only add rows beside it."""

    def find(command: Any) -> Model:
        rows = model._default_manager.select_related(*related) if related else model._default_manager
        row = rows.filter(pk=getattr(command, by)).first()
        if row is None:
            raise Missing
        return row

    return find


def performs(
    kind: type[Command[T]],
    *,
    policy: Policy,
    says: str,
    finds: Finder = nothing,
    to_the_day: bool = False,
    at_once: bool = False,
) -> Callable[[Callable[[Actor, Any, Any], Done[T]]], Callable[[Actor, Any, Any], Done[T]]]:
    """Declare the function that performs a command.

    ``policy`` decides who may; ``says`` is the audit sentence after the actor's name, with ``{gaps}`` that
    ``Done.named`` fills; ``finds`` fetches (and locks) the row it is about; ``to_the_day`` keeps the
    time in the audit trail to the day only, for what must leave no finer trace. ``at_once`` spares a command that
    locks nothing and leaves all writing to the door what a transaction costs: its one statement is whole by itself.
    """

    def declare(run: Callable[[Actor, Any, Any], Done[T]]) -> Callable[[Actor, Any, Any], Done[T]]:
        if kind in DECLARED:
            raise TypeError(f"{kind.__name__} is declared twice.")
        if not isinstance(policy, Policy):
            raise TypeError(f"{kind.__name__} needs a policy.")
        DECLARED[kind] = Declared(kind, run, policy, says, finds, to_the_day, at_once)
        return run

    return declare
