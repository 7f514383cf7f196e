"""What goes wrong with an atlas, said to the person who must mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


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

    def __str__(self) -> str:
        place = [
            part
            for part in (
                self.file,
                None if self.row is None else f"row {self.row}",
                None if self.column is None else f"column {self.column}",
                None if self.value is None else f'value "{self.value}"',
            )
            if part is not None
        ]
        text = f"{', '.join(place)}: {self.message}" if place else self.message
        return f"{text}. {self.hint}" if self.hint else text


class AtlasError(Exception):
    """An atlas that can't be used as it stands; carries every problem found.

    Parameters
    ----------
    problems : sequence of Problem
        All problems, not only the first.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        count = len(self.problems)
        heading = "1 problem in the atlas:" if count == 1 else f"{count} problems in the atlas:"
        super().__init__("\n".join([heading, *(f"- {problem}" for problem in self.problems)]))
