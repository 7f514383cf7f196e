"""Where the columns of Trends stand, and which of their labels fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

LABEL_WIDTH, MOST_LABEL_WIDTH = 180, 320
"""Pixels for the labels beside the last column, at least and at most; many columns leave no more than the least."""
MANY = 37
"""With more of them a picture of the usual width would have no room for ribbons beside the longest labels."""

GAP = 3
"""Pixels between the blocks of a column, where they take no more than `MOST_GAPS` of it."""

COLUMN_SHARE = 0.6
"""Of the room for a column and what is between it and the next one, the widest that the column may be."""
RIBBON_ROOM = 9
"""Pixels between columns in which a ribbon can be told from the next one."""
LABEL_ROOM = 70
CODE_ROOM = 26
"""Pixels for the label of a block: beside a column, and in it."""

LETTER = 0.58
"""Of the size of the letters: how wide one is, at most, in a line of some."""

LABEL_GAP = 6
"""Pixels between a column and its labels."""

LETTERS, HEADING = 13, 15
"""Pixels; a narrow picture has smaller ones."""


@dataclass(frozen=True)
class Columns:
    """Where the columns of the periods stand: as wide as they may be, and narrower where there are many.

    Attributes
    ----------
    first : float
        Left edge of the first one.
    apart : float
        From one to the next.
    wide : float
    number : int
        How many there are.
    narrow : bool
        Whether labels stand in the columns, and not beside them.
    """

    first: float
    apart: float
    wide: float
    number: int
    narrow: bool

    @classmethod
    def of(cls, number: int, width: int, narrow: bool, labels: Collection[str] = ()) -> Columns:
        """Fit a number of columns into a picture, with the labels of the last one beside it."""
        widest = 46.0 if narrow else 84.0
        first, beside = (12.0, 12.0) if narrow else (16.0, _beside(labels, number))
        room = width - first - beside
        wide = min(widest, room * COLUMN_SHARE / number)
        return cls(first, (room - wide) / max(1, number - 1), wide, number, narrow)

    @property
    def has_ribbons(self) -> bool:
        """Whether there is room between two columns for what went from one to the other."""
        return self.apart - self.wide >= RIBBON_ROOM

    def left(self, number: int) -> float:
        """Left edge of a column."""
        return self.first + number * self.apart

    def label(self, number: int, told: str, code: str) -> str:
        """What there is room for of the label of a block: all that is told, its code alone, or nothing."""
        if self.narrow:
            return code if self.wide >= CODE_ROOM else ""
        if number == self.number - 1:
            return _cut(told, LETTERS, _most(self.number) - 2 * LABEL_GAP)
        between = self.apart - self.wide
        if between < LABEL_ROOM:
            return ""
        return next((one for one in (told, code) if fits(one, LETTERS, between - GAP)), "")


def _most(number: int) -> float:
    return MOST_LABEL_WIDTH if number <= MANY else LABEL_WIDTH


def _beside(labels: Collection[str], number: int) -> float:
    longest = max((len(one) for one in labels), default=0) * LETTERS * LETTER
    return min(max(LABEL_WIDTH, 2 * LABEL_GAP + longest), _most(number))


def _cut(text: str, size: float, room: float) -> str:
    """As many letters of a line as go into some pixels."""
    return text if fits(text, size, room) else text[: max(0, int(room / size / LETTER) - 1)].rstrip() + "…"


def fits(text: str, size: float, room: float) -> bool:
    """Whether a line of letters of a size goes into some pixels."""
    return len(text) * size * LETTER <= room


def smaller(size: int, narrow: bool) -> int:
    """The size of letters in a picture, narrow or wide."""
    return size - 2 if narrow else size


def headings(labels: Sequence[str], columns: Columns) -> list[tuple[str, float, str]]:
    """Text, place and anchor of the heading of each column, or of as many at equal distances as fit.

    The first and the last stay within the picture.
    """
    steps = range(1, len(labels))
    return next(
        (found for one in steps if _is_free(found := _headings(labels, columns, one), columns.narrow)),
        _headings(labels, columns, len(labels)),
    )


def _headings(labels: Sequence[str], columns: Columns, step: int) -> list[tuple[str, float, str]]:
    size, found = smaller(HEADING, columns.narrow), []
    for number in range(0, len(labels), step):
        x, overhang = columns.left(number), len(labels[number]) * size * LETTER / 2 - columns.wide / 2
        if overhang > columns.first and number in (0, len(labels) - 1):
            found.append((labels[number], x, "start") if number == 0 else (labels[number], x + columns.wide, "end"))
        else:
            found.append((labels[number], x + columns.wide / 2, "middle"))
    return found


def _is_free(headings: Sequence[tuple[str, float, str]], narrow: bool) -> bool:
    """Whether no heading reaches into the next one."""
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}
    wide = [len(label) * smaller(HEADING, narrow) * LETTER for label, _, _ in headings]
    left = [x - share[anchor] * width for (_, x, anchor), width in zip(headings, wide, strict=True)]
    return all(at + width + GAP <= after for at, width, after in zip(left, wide, left[1:], strict=False))
