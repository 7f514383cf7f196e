"""Find a Chromium for the browser tests, or install one: ``python -m tests.browser.chromium``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
VARIABLE = "CHROMIUM"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
"""Whatever a page asks for, no host but this machine is found."""


def installed() -> str | None:
    """Path of a Chromium: the variable ``CHROMIUM``, one on the search path, or Playwright's own; None without one."""
    named = os.environ.get(VARIABLE)
    if named:
        return named
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    return _of_playwright()


def _of_playwright() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install() -> None:
    """Playwright's own first, then the system's package."""
    attempts = [[sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]]
    if shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        attempts = [
            [sys.executable, "-m", "playwright", "install", "chromium"],
            [*root, "apt-get", "update"],
            [*root, "apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
        ]
    for attempt in attempts:
        print("$", " ".join(attempt), flush=True)
        done = subprocess.run(attempt, check=False).returncode == 0
        if done and installed():
            return


def main() -> int:
    """Exit code 0 if a Chromium is at hand afterwards."""
    if installed() is None:
        _install()
    path = installed()
    if path is None:
        print(
            f"No Chromium found and none could be installed. Install Chromium or set {VARIABLE} to its path.",
            file=sys.stderr,
        )
        return 1
    print(f"Chromium: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
