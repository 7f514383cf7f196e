"""What ``pyproject.toml`` declares, and which modules of this environment come of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


@cache
def project() -> dict[str, Any]:
    """The table ``project``."""
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"])


def left_out_of_the_wheel(path: Path) -> bool:
    """Whether a file is for maintainers alone."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    patterns = tools["hatch"]["build"]["targets"]["wheel"]["exclude"]
    return any(fnmatch(str(one), pattern) for one in (path, *path.parents) for pattern in patterns)


def extras() -> list[str]:
    return list(project()["optional-dependencies"])


def direct(*names: str) -> dict[str, Requirement]:
    """Distributions that we ask for ourselves: those of the base, and of extras with the extras they are made of."""
    found: dict[str, Requirement] = {}
    waiting = list(project()["dependencies"])
    for name in names:
        waiting += project()["optional-dependencies"][name]
    while waiting:
        one = Requirement(waiting.pop())
        if canonicalize_name(one.name) == project()["name"]:
            for name in one.extras:
                waiting += project()["optional-dependencies"][name]
        else:
            found[canonicalize_name(one.name)] = one
    return found


def installed_by(*names: str) -> set[str]:
    """Distributions of an environment into which the base and these extras were installed, and nothing else."""
    found: set[tuple[str, str]] = set()
    waiting = [(name, extra) for name, one in direct(*names).items() for extra in ("", *one.extras)]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += _asked_for(*one)
    return {name for name, _ in found}


def _asked_for(name: str, extra: str) -> Iterator[tuple[str, str]]:
    try:
        lines = requires(name) or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, lines):
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            for wanted in ("", *requirement.extras):
                yield canonicalize_name(requirement.name), wanted


@cache
def distributions_of() -> dict[str, set[str]]:
    """Distributions that bring each importable name."""
    return {module: set(map(canonicalize_name, names)) for module, names in packages_distributions().items()}


def modules_missing_in(installed: Iterable[str]) -> set[str]:
    """Importable names of this environment that one with these distributions would not have."""
    there = {*installed, project()["name"]}
    return {module for module, names in distributions_of().items() if not names & there}
