"""The keys of this installation: from the environment, else made once and kept in ``var/secrets.json``."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import TypedDict


class Secrets(TypedDict):
    secret_key: str
    sealing_keys: dict[str, str]
    sealing_key_current: str
    blind_index_key: str


def load(folder: Path) -> Secrets:
    """The keys; the environment's ``CAUSEWAY_SECRETS`` (the same JSON) comes first."""
    given = os.environ.get("CAUSEWAY_SECRETS")
    if given:
        return json.loads(given)  # type: ignore[no-any-return]
    path = folder / "secrets.json"
    if not path.exists():
        _write_once(path)
    return json.loads(path.read_text())  # type: ignore[no-any-return]


def _write_once(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = Secrets(
        secret_key=_random(48),
        sealing_keys={"first": _random(32)},
        sealing_key_current="first",
        blind_index_key=_random(32),
    )
    draft = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(draft, os.O_CREAT | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(made, file, indent=1)
    try:
        os.link(draft, path)  # whoever is first wins; the others read what it wrote
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _random(size: int) -> str:
    return base64.b64encode(os.urandom(size)).decode()
