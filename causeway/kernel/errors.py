"""The errors that Causeway raises on purpose; the surfaces translate each of them once.

CausewayError          something that a person should be told, in a sentence
├── Refused            this actor may not do this; the sentence says who may, or what to do (403)
├── Missing            there is no such thing, or it is somebody else's private thing (404)
├── Invalid            what was filled in cannot be accepted; says which field and why (422)
├── Conflict           it has changed, or was done, in the meantime (409)
├── TooMany            too many tries in a short time; says when to try again (429)
└── Unreadable         a file or feed from outside cannot be read; says where and why (422)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class CausewayError(Exception):
    """The root. ``str(error)`` is a sentence that can be shown to a person."""

    status = 400

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Refused(CausewayError):
    """The actor may not do this."""

    status = 403


class Missing(CausewayError):
    """Not there, or not for this actor: both answer alike."""

    status = 404

    def __init__(self, sentence: str = "There is nothing at this address, or it is not open to you.") -> None:
        super().__init__(sentence)


class Invalid(CausewayError):
    """What was filled in cannot be accepted.

    ``fields`` maps a field's name to its sentences; ``""`` holds what concerns the whole.
    """

    status = 422

    def __init__(self, sentence: str = "", **fields: str | Sequence[str]) -> None:
        self.fields: Mapping[str, list[str]] = {
            name: [said] if isinstance(said, str) else list(said) for name, said in fields.items()
        }
        first = next((said[0] for said in self.fields.values() if said), "")
        super().__init__(sentence or first)


class Conflict(CausewayError):
    """It has changed, or was done already, in the meantime."""

    status = 409


class TooMany(CausewayError):
    """Too many tries in a short time."""

    status = 429


class Unreadable(CausewayError):
    """A file or feed from outside cannot be read."""

    status = 422
