"""What an import did: every row accounted for, and what was mended or taken for granted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_NAMED = 8
"""Of a list in one line."""

NO_STOP = "dated in no stop"
"""Why a value is left out, whatever it is of."""


@dataclass
class Tally:
    """The rows of a table, or the cells of a wide one: those read are those used and those left out.

    Attributes
    ----------
    file, what : str
        The file, and what is counted: rows, values, events.
    read, used : int
    left_out : Counter of str
        How many, by the reason.
    """

    file: str
    what: str
    read: int = 0
    used: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def leave_out(self, reason: str, count: int = 1) -> None:
        """Count what is not used."""
        if count:
            self.left_out[reason] += count

    @property
    def adds_up(self) -> bool:
        """Whether nothing was lost without a word."""
        return self.read == self.used + sum(self.left_out.values())

    def lines(self) -> Iterator[str]:
        """In words."""
        gone = sum(self.left_out.values())
        yield f"{self.file}: {counted(self.read, self.what)} read = {self.used} used + {gone} left out"
        for reason, count in sorted(self.left_out.items(), key=lambda one: (-one[1], one[0])):
            yield f"  {count} left out: {reason}"


@dataclass
class ImportReport:
    """What an import read, left out, mended and took for granted.

    Attributes
    ----------
    tallies : list of Tally
        One for each table.
    mended : list of str
        What was changed in shapes, with km².
    inferred : list of str
        What no file says and was taken for granted.
    warnings : list of str
        What somebody should look at.
    made : dict of str to int
        How many rows each table of the atlas has.
    """

    tallies: list[Tally] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    made: dict[str, int] = field(default_factory=dict)

    def tally(self, file: str, what: str, read: int) -> Tally:
        """Begin to count a table."""
        self.tallies.append(Tally(file, what, read))
        return self.tallies[-1]

    def lines(self) -> Iterator[str]:
        """In words, a line each."""
        for tally in self.tallies:
            yield from tally.lines()
        for heading, told in (
            ("Mended in the shapes:", self.mended),
            ("Taken for granted:", self.inferred),
            ("Look at this:", self.warnings),
        ):
            if told:
                yield heading
                yield from (f"  {one}" for one in told)
        yield "Made: " + ", ".join(counted(count, name) for name, count in self.made.items())

    def __str__(self) -> str:
        return "\n".join(self.lines())


def counted(count: int, what: str) -> str:
    """A number of things, one of them without the s.

    Examples
    --------
    >>> counted(1, "rows"), counted(0, "rows")
    ('1 row', '0 rows')
    """
    return f"{count} {what[:-1] if count == 1 else what}"


def times(count: int) -> str:
    """How often something is so.

    Examples
    --------
    >>> times(1), times(2)
    ('once', '2 times')
    """
    return "once" if count == 1 else f"{count} times"


def some(names: list[str]) -> str:
    """Names as a list that ends.

    Examples
    --------
    >>> some([str(number) for number in range(10)])
    '0, 1, 2, 3, 4, 5, 6, 7 and 2 more'
    """
    shown = ", ".join(names[:MOST_NAMED])
    return shown if len(names) <= MOST_NAMED else f"{shown} and {len(names) - MOST_NAMED} more"
