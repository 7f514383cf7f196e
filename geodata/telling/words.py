"""Words of printed figures, from their catalogue ``words.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).parent / "words.toml"


def word(name: str, /, **values: object) -> str:
    """A text of the catalogue.

    Parameters
    ----------
    name : str
        Its name.
    **values
        What stands in its places.

    Raises
    ------
    KeyError
        If there is no such text, or a value is missing.

    Examples
    --------
    >>> word("call-held", factions="The Greens", grade="direct evidence")
    'The Greens, held, direct evidence'
    """
    return catalogue()[name].format(**values)


def and_list(names: Sequence[str]) -> str:
    """Names as one phrase.

    Examples
    --------
    >>> and_list(["A", "B", "C"])
    'A, B and C'
    """
    if len(names) < 2:
        return "".join(names)
    return word("and-list", first=", ".join(names[:-1]), last=names[-1])


@cache
def catalogue() -> dict[str, str]:
    """All texts by name."""
    return tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
