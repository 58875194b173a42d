"""`python -m bench [name …]`: run every benchmark in this folder that has a ``main``, or those named."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import bench


def main(wanted: list[str]) -> int:
    for module in sorted(pkgutil.iter_modules(bench.__path__), key=lambda found: found.name):
        if module.ispkg or module.name.startswith("_") or (wanted and module.name not in wanted):
            continue
        run = getattr(importlib.import_module(f"bench.{module.name}"), "main", None)
        if run is not None:
            print(f"\n== {module.name}")
            run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
