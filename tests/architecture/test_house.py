"""The house's rules, checked on the code itself. Each failure says the rule in a sentence."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, OneToOneField

import causeway.domains
from causeway.kernel.commands import DECLARED
from causeway.kernel.events import Event

ROOT = Path(__file__).resolve().parent.parent.parent
HOUSE = ROOT / "causeway"
DOMAINS = HOUSE / "domains"
SURFACE_FILES = sorted([*DOMAINS.glob("*/web/**/*.py"), *DOMAINS.glob("*/api*.py"), *DOMAINS.glob("*/cli*.py")])
WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete", "update"}
VAGUE = {"utils.py", "helpers.py", "manager.py", "managers.py", "data.py", "misc.py", "common.py"}

for module in pkgutil.walk_packages(causeway.domains.__path__, "causeway.domains."):
    if ".commands" in module.name:
        importlib.import_module(module.name)


def python_files() -> Iterator[Path]:
    return (path for path in sorted(HOUSE.rglob("*.py")) if "migrations" not in path.parts)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SURFACE_FILES, ids=name)
def test_the_surfaces_translate_and_never_touch_rows(path: Path) -> None:
    found = [
        f"line {node.lineno}"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "raw"}
    ]
    assert not found, f"{name(path)} reads or writes rows itself ({found}): use a query or a command."


def test_rows_are_written_in_commands_and_the_kernel_only() -> None:
    found = []
    for path in sorted(DOMAINS.rglob("*.py")):
        parts = path.relative_to(DOMAINS).parts
        if len(parts) < 2 or "migrations" in parts or parts[1].startswith(("models", "commands")):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
                on_rows = re.search(r"\.objects\b|_set\b", ast.unparse(node.func.value))
                if on_rows:
                    found.append(f"{name(path)}:{node.lineno}")
    assert not found, f"Every change goes through the door; these write outside a command: {found}"


def test_a_command_stands_in_a_file_of_its_own_name() -> None:
    for kind in DECLARED:
        if not kind.__module__.startswith("causeway."):
            continue
        file = kind.__module__.rsplit(".", 1)[1]
        snake = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
        assert file in {snake, "commands"}, f"{kind.__name__} is in {file}.py; look for it in {snake}.py."


def test_every_command_is_named_in_a_test() -> None:
    tests = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("*.py") if "matrix" not in path.name)
    untested = [
        kind.__name__
        for kind in DECLARED
        if kind.__module__.startswith("causeway.") and not re.search(rf"\b{kind.__name__}\b", tests)
    ]
    assert not untested, f"No test names these commands: {untested}"


def test_every_command_and_every_event_says_what_it_is() -> None:
    for kind in [*DECLARED, *Event.kinds.values()]:
        documented = kind.__doc__ and not kind.__doc__.startswith(f"{kind.__name__}(")
        assert documented or not kind.__module__.startswith("causeway."), f"{kind.__name__} has no docstring."


def test_a_foreign_key_to_another_room_leaves_no_name_there() -> None:
    found = []
    for model in apps.get_models():
        if not model.__module__.startswith("causeway.domains"):
            continue
        for field in model._meta.get_fields():
            if not isinstance(field, ForeignKey | ManyToManyField | OneToOneField):
                continue
            elsewhere = field.related_model._meta.app_label != model._meta.app_label  # type: ignore[union-attr]
            if elsewhere and not str(field.remote_field.related_name).endswith("+"):
                found.append(f"{model.__name__}.{field.name}")
    assert not found, f'These keys need related_name="+": {found}'


def test_nothing_listens_to_django_signals() -> None:
    found = [name(path) for path in python_files() if re.search(r"models\.signals|django\.dispatch", path.read_text())]
    assert not found, f"Use an event and project/subscriptions.py instead of a signal: {found}"


def test_the_present_moment_comes_from_the_clock() -> None:
    pattern = re.compile(r"timezone\.now\(|datetime\.now\(|date\.today\(|timezone\.localdate\(\)")
    found = [
        name(path)
        for path in python_files()
        if pattern.search(path.read_text())
        and path.parts[-2:] not in {("kernel", "clock.py"), ("project", "backup.py")}
    ]
    assert not found, f"Ask kernel.clock for the time: {found}"


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert not [name(path) for path in python_files() if path.name in VAGUE]


def test_no_file_is_longer_than_one_thing() -> None:
    long = {name(path): len(path.read_text().splitlines()) for path in python_files()}
    assert not {path: lines for path, lines in long.items() if lines > 400}


def templates() -> list[Path]:
    return sorted(HOUSE.rglob("templates/**/*.html"))


def test_no_form_sits_inside_a_region_that_refreshes_itself() -> None:
    region = re.compile(r"<(\w+)[^>]*hx-trigger=\"[^\"]*every [^>]*>.*?</\1>", re.DOTALL)
    for path in templates():
        for match in region.finditer(path.read_text()):
            assert "<form" not in match.group(), f"{name(path)} would wipe a half-filled form."


def test_no_page_holds_a_script_or_a_style_of_its_own() -> None:
    for path in templates():
        if "mail" in path.parts or "letters" in path.parts:
            continue
        text = path.read_text()
        assert not re.search(r"<script(?![^>]*(src=|application/json))|\son\w+=\"|<style|\sstyle=\"", text), name(path)


def test_every_form_that_changes_something_carries_its_token() -> None:
    open_to_the_cookieless = ("unsubscribe", "stop", "tip", "source")  # their secret stands in the address or the form
    for path in templates():
        if path.stem.startswith(open_to_the_cookieless):
            continue
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text(), re.DOTALL | re.IGNORECASE):
            assert "csrf_token" in form, f"{name(path)} has a form without a token."
