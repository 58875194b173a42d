"""A release package, taken apart: limited in size and depth, and going on after what is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from causeway.domains.services.ocds.releases import Problem, Release, read_release
from causeway.kernel.errors import Unreadable

LARGEST_PACKAGE = 20_000_000  # bytes
LARGEST_RELEASE = 2_000_000  # characters
DEEPEST = 40  # levels within one release; the standard's own stay below 10
MOST_RELEASES = 20_000

_SPACE = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_PLAIN = re.compile(r"[^\s,\]}]*")


@dataclass
class Package:
    """What was read: the releases, in the order of the file, the problems, and where the feed goes on."""

    releases: list[Release] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    found: int = 0
    lost: int = 0
    next_url: str = ""


def read_package(body: bytes) -> Package:
    """Read a release package. What is wrong with one release is reported, and the others are kept.

    Raises Unreadable where it is no release package at all, or too large.
    """
    if len(body) > LARGEST_PACKAGE:
        raise Unreadable(f"The file is larger than {LARGEST_PACKAGE // 1_000_000} MB. Ask for a shorter time span.")
    package = Package()
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
        package.problems.append(Problem(0, sentence="Some letters are not UTF-8; they are shown as �."))
    start = _skip(text, 0)
    if not text.startswith("{", start):
        raise Unreadable("This is not an OCDS release package: it does not begin with “{”.")
    seen_releases = _members(text, start + 1, package)
    if not seen_releases:
        raise Unreadable("This is not an OCDS release package: it has no list of releases.")
    return package


def _members(text: str, at: int, package: Package) -> bool:
    """Go through the members of the package; True where one of them was the list of releases."""
    seen = False
    while True:
        at = _skip(text, at)
        if text.startswith(",", at):
            at += 1
            continue
        if text.startswith("}", at):
            return seen
        key, at = _key(text, at)
        if key is None:
            if seen:
                package.problems.append(Problem(package.found, sentence="The file breaks off or is broken at its end."))
            return seen
        if key == "releases" and text.startswith("[", at):
            seen = True
            at = _releases(text, at + 1, package)
            continue
        end, _depth = _end_of(text, at)
        if key == "links" and 0 < end - at < 10_000:
            package.next_url = _next_of(text[at:end])
        if end <= at:
            if seen:
                package.problems.append(Problem(package.found, sentence="The file breaks off or is broken at its end."))
            return seen
        at = end


def _releases(text: str, at: int, package: Package) -> int:
    """Read the list's elements one by one; returns the place after it."""
    for start, end, depth in _elements(text, at):
        if end < 0 and start < len(text):
            package.found += 1
            _lose(package, "The file breaks off in the middle of this release.")
            return len(text)
        if end < 0:
            return len(text)
        if depth < 0:
            return end
        package.found += 1
        if package.found > MOST_RELEASES:
            _lose(package, f"The file holds more than {MOST_RELEASES} releases; the rest was not read.")
            return len(text)
        if depth > DEEPEST:
            _lose(package, "This release is nested too deeply to be real; it was left out.")
        elif end - start > LARGEST_RELEASE:
            _lose(package, "This release is too long; it was left out.")
        else:
            _read_one(text[start:end], package)
    return len(text)


def _elements(text: str, at: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and depth of each element; depth -1 at the list's end, end -1 where the text breaks off."""
    while True:
        at = _skip(text, at)
        if at >= len(text):
            yield at, -1, 0
            return
        if text[at] == "]":
            yield at, at + 1, -1
            return
        if text[at] == ",":
            at += 1
            continue
        end, depth = _end_of(text, at)
        if end <= at:
            yield at, -1, 0
            return
        yield at, end, depth
        at = end


def _read_one(text: str, package: Package) -> None:
    try:
        raw = json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=str, strict=False)
    except (ValueError, RecursionError, ArithmeticError):
        _lose(package, "This release is not valid JSON; it was left out.")
        return
    release, problems = read_release(raw, package.found)
    package.problems += problems
    if release is None:
        package.lost += 1
    else:
        package.releases.append(release)


def _lose(package: Package, sentence: str) -> None:
    package.lost += 1
    package.problems.append(Problem(package.found, sentence=sentence, is_lost=True))


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _key(text: str, at: int) -> tuple[str | None, int]:
    """The member's name, and the place of its value."""
    match = _TOKEN.match(text, at)
    if match is None or not match.group().startswith('"'):
        return None, at
    colon = _skip(text, match.end())
    if not text.startswith(":", colon):
        return None, at
    return match.group()[1:-1], _skip(text, colon + 1)


def _end_of(text: str, at: int) -> tuple[int, int]:
    """The place after the value that begins at ``at``, and how deep it goes; -1 where the text breaks off."""
    if at < len(text) and text[at] not in '{["':
        match = _PLAIN.match(text, at)
        return (match.end() if match else -1), 0
    depth = deepest = 0
    for match in _TOKEN.finditer(text, at):
        sign = match.group()[0]
        if sign in "{[":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "}]":
            depth -= 1
        if depth <= 0:
            return match.end(), deepest
    return -1, deepest


def _next_of(links: str) -> str:
    try:
        found: Any = json.loads(links)
    except (ValueError, RecursionError):
        return ""
    address = found.get("next") if isinstance(found, dict) else None
    return address if isinstance(address, str) else ""
