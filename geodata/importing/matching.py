"""Names and identifiers of tables joined with units: nothing by a guess, and nothing to two."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from geodata.errors import Problem
from geodata.frames import split_list
from geodata.importing.mapping import ImportMapping
from geodata.importing.slugs import folded

MOST_NEAR = 5_000
"""Up to so many known names the nearest ones are looked for."""

MOST_OFFERED = 200
"""For so many values: who has more that fit nowhere has named the wrong column."""

Key = tuple[str, str]
"""A name and what it lies in; the second is empty where a table does not tell."""


@dataclass
class Joined:
    """What a value was joined with.

    Attributes
    ----------
    ids : tuple of str
        Units of this name: one, or several that stood at different times; several at once are joined with none.
    reason : str
        Why it is left out on purpose; empty if it is not.
    how : {"exact", "spelling", "alike", ""}
        By its letters, by the mapping, or alike but for marks, case, blanks and punctuation.
    near : tuple of str
        Names like it, where it is joined with none.
    """

    ids: tuple[str, ...] = ()
    reason: str = ""
    how: str = ""
    near: tuple[str, ...] = ()


@dataclass
class Matcher:
    """Finds the units that names mean.

    Parameters
    ----------
    units : pandas.DataFrame
        ``province_id, key, name, parent, other_names``.
    mapping : ImportMapping
        ``units`` of it: spellings, and names left out on purpose.
    """

    units: pd.DataFrame
    mapping: ImportMapping
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        told = self.mapping.content.get("units", {})
        self.spellings: Mapping[str, str] = told.get("spellings", {})
        self.left_out: Mapping[str, str] = told.get("left_out", {})
        self._names: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        self._alike: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        self._keys: defaultdict[str, dict[str, None]] = defaultdict(dict)
        columns = ("province_id", "key", "name", "parent", "other_names")
        self._offered = 0
        for province_id, key, name, parent, others in zip(*(self.units[one] for one in columns), strict=True):
            self._keys[province_id][province_id] = None
            if key:
                self._keys[key][province_id] = None
            for spelling in (name, *split_list(others)):
                for within in {parent, ""}:
                    self._names[spelling, within][province_id] = None
                    self._alike[folded(spelling), folded(within)][province_id] = None

        self._by_fold = {folded(name): name for name, _ in self._names}

    def join(self, value: str, parent: str, by: str) -> Joined:
        """Join one value.

        Parameters
        ----------
        value, parent : str
            The cell, and what it lies in, if the table tells.
        by : {"name", "id"}
        """
        if value in self.left_out:
            self.used.add(value)
            return Joined(reason=self.left_out[value] or "left out by the mapping")
        if value in self.spellings:
            self.used.add(value)
            meant = self.spellings[value]
            found = tuple(self._keys.get(meant) or self._names.get((meant, parent)) or ())
            return Joined(found, how="spelling", near=() if found else self._near(meant))
        if by == "id":
            found = tuple(self._keys.get(value) or ())
            return Joined(
                found, how="exact", near=() if found else tuple(difflib.get_close_matches(value, self._keys, 3))
            )
        if found := tuple(self._names.get((value, parent)) or ()):
            return Joined(found, how="exact")
        if found := tuple(self._alike.get((folded(value), folded(parent))) or ()):
            return Joined(found, how="alike")
        return Joined(near=self._near(value))

    def lost_spelling(self, name: str, near: tuple[str, ...]) -> Problem:
        """A spelling of the mapping that leads to no unit."""
        hint = f"Did you mean {', '.join(near)}?" if near else "Give a name or an identifier that the shapes have"
        meant = self.spellings[name]
        return self.mapping.problem("no unit of the shapes", f"units.spellings.{name}", meant, hint)

    def unused(self) -> Iterator[str]:
        """Entries of the mapping that no table has."""
        for section in ("spellings", "left_out"):
            for name in self.mapping.content.get("units", {}).get(section, {}):
                if name not in self.used:
                    line = self.mapping.lines.get(f"units.{section}.{name}", 1)
                    yield f"{self.mapping.path.name}, row {line}: units.{section} has {name!r}, which no table has"

    def _near(self, value: str) -> tuple[str, ...]:
        self._offered += 1
        if self._offered > MOST_OFFERED or len(self._by_fold) > MOST_NEAR:
            return ()
        return tuple(self._by_fold[one] for one in difflib.get_close_matches(folded(value), self._by_fold, 3))
