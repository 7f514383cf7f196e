"""The lowest versions that ``pyproject.toml`` allows, as constraints: ``python -m tests.packaging.floors``.

Of the tools of tests any version will do; what users install is held to its floor.
"""

from __future__ import annotations

from packaging.requirements import Requirement

from tests.packaging.declared import direct

FOR_USERS = ("dashboard", "import", "events")
"""Extras that are held to their floors; that of notebooks has no other libraries of ours."""


def floor(requirement: Requirement) -> str:
    """One line of constraints.

    >>> floor(Requirement("numpy>=2,<3"))
    'numpy==2'
    """
    lowest = [one.version for one in requirement.specifier if one.operator in (">=", "~=", "==")]
    if len(lowest) != 1:
        raise ValueError(f"{requirement} in pyproject.toml has no lowest version: give one with >=")
    return f"{requirement.name}=={lowest[0]}"


def floors() -> list[str]:
    return sorted(map(floor, direct(*FOR_USERS).values()))


if __name__ == "__main__":
    print("\n".join(floors()))
