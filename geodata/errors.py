"""What goes wrong with an atlas, said to the person who must mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning"]

Edit = Mapping[str, Any]
"""One step of a fix: ``do`` says what is done, the other keys to what; see `geodata.tables.mending`."""

MOST_SHOWN = 500
"""Of a value or message, in characters: what is longer is cut."""

JOINERS = "\u200c\u200d"
"""Marks without a width that scripts are written with."""


@dataclass(frozen=True)
class Problem:
    """One fault in an atlas, precise enough to be mended.

    Parameters
    ----------
    message : str
        What is wrong and what was expected.
    file : str, optional
        File name relative to the atlas folder.
    row : int, optional
        Line of the file, the header being line 1; feature number in a GeoJSON file, the first being 1.
    column : str, optional
        Column or property.
    value : str, optional
        The offending value as it stands in the file.
    hint : str, optional
        What to do.
    kind : str, optional
        What sort of fault it is, in a word that stays the same whatever the message says.
    severity : {"error", "warning"}, optional
        Whether it keeps the atlas from being used.
    place : tuple of float, optional
        Longitude and latitude of a fault in a shape.
    area_km2 : float, optional
        Its size.
    about : Mapping, optional
        What the fault is about besides, by name, for what works out the fix.
    fix : tuple of Mapping, optional
        Edits that make this place valid; empty where none is known.
    certain : bool, optional
        Whether the fix guesses nothing and loses nothing.
    decide : str, optional
        What only a person can say; with a fix that is not certain: what it takes for granted.

    Examples
    --------
    >>> print(Problem("not a known faction", file="claims.csv", row=7, column="faction_id", value="jamiaat"))
    claims.csv, row 7, column faction_id, value "jamiaat": not a known faction
    """

    message: str
    file: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    hint: str | None = None
    kind: str = "other"
    severity: Severity = "error"
    place: tuple[float, float] | None = None
    area_km2: float | None = None
    about: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    fix: tuple[Edit, ...] = field(default=(), compare=False, repr=False)
    certain: bool = field(default=False, compare=False, repr=False)
    decide: str | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        place = [
            part
            for part in (
                None if self.file is None else shown(self.file),
                None if self.row is None else f"row {self.row}",
                None if self.column is None else f"column {shown(self.column)}",
                None if self.value is None else f'value "{shown(self.value)}"',
            )
            if part is not None
        ]
        text = f"{', '.join(place)}: {shown(self.message)}" if place else shown(self.message)
        return f"{text}. {shown(self.hint)}" if self.hint else text


def shown(text: str) -> str:
    r"""Make a text of a stranger fit for a terminal: one line, no control characters, not without end.

    Examples
    --------
    >>> shown("two\nlines \x1b[2J")
    'two\\nlines \\x1b[2J'
    """
    cut = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
    return "".join(one if one.isprintable() or one in JOINERS else repr(one)[1:-1] for one in cut)


def counted(number: int) -> str:
    """A number of problems in words.

    Examples
    --------
    >>> counted(1), counted(2)
    ('1 problem', '2 problems')
    """
    return "1 problem" if number == 1 else f"{number} problems"


class AtlasError(Exception):
    """An atlas that can't be used as it stands; carries every problem found.

    Parameters
    ----------
    problems : sequence of Problem
        All problems, not only the first.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        heading = f"{counted(len(self.problems))} in the atlas:"
        super().__init__("\n".join([heading, *(f"- {problem}" for problem in self.problems)]))
