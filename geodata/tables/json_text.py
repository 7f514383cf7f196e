"""JSON of a stranger: what the standard allows and no more, and every fault with its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from geodata.errors import AtlasError, Problem
from geodata.tables.files import read_text

MOST_DIGITS = 300
"""Of a whole number: no coordinate and no year has more."""


_REFUSE = object()


class _RefusedError(ValueError):
    """Something that Python would read and JSON does not have, or that nobody can mean."""


def read_json(folder: Path, name: str, kind: str, missing: str = "Add the file", no_number: Any = _REFUSE) -> Any:
    """Read a JSON file of an atlas.

    Parameters
    ----------
    folder, name, kind, missing
        As for `geodata.tables.files.read_bytes`.
    no_number : Any, optional
        What NaN and the infinities are read as, which other programs write though JSON has none; if left out, they are
        refused.

    Returns
    -------
    Any

    Raises
    ------
    AtlasError
        If the file can't be read, is no JSON in UTF-8, is nested too deeply, has a number that is none or is endless,
        or names a key twice in one object, so that one of the two would be lost.
    """
    text = read_text(folder, name, kind, missing)
    try:
        constant = _no_number if no_number is _REFUSE else lambda _: no_number
        return json.loads(text, parse_constant=constant, parse_int=_whole_number, object_pairs_hook=_every_key_once)
    except json.JSONDecodeError as error:
        message, row = f"not valid JSON ({error.msg}: column {error.colno})", error.lineno
        raise AtlasError([Problem(message, file=name, row=row, hint="Mend the syntax", kind="json")]) from None
    except _RefusedError as error:
        raise AtlasError(
            [Problem(f"not valid JSON ({error})", file=name, hint="Mend or remove it", kind="json")]
        ) from None
    except (RecursionError, MemoryError):
        hint = "No table, shape or descriptor needs so many brackets in each other"
        raise AtlasError([Problem("nested too deeply", file=name, hint=hint, kind="json")]) from None


def _no_number(name: str) -> NoReturn:
    raise _RefusedError(f"{name} is no number")


def _whole_number(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise _RefusedError(f"a number of {len(digits)} digits")
    return int(digits)


def _every_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RefusedError("a key stands twice in one object")
    return found
