"""Make sure that a headless Chromium is there for the browser tests, and print its path.

In this order: the one that CAUSEWAY_BROWSER names, one on the machine, the distribution's package
when we are root, else Playwright's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def found() -> str | None:
    named = os.environ.get("CAUSEWAY_BROWSER")
    if named:
        return named
    on_machine = next(filter(None, map(shutil.which, NAMES)), None)
    return on_machine or playwrights_own()


def playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def install() -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {
            "stdout": subprocess.DEVNULL,
            "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        }
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        done = subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, **quiet)
        if done.returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main() -> int:
    path = found()
    if path is None:
        print("No Chromium on this machine: installing one for the browser tests.")
        install()
        path = found()
    if path is None:
        print("No browser could be installed. Set CAUSEWAY_BROWSER to the path of a Chromium.")
        return 1
    print(f"Browser tests use {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
