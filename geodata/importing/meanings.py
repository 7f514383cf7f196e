"""Categories of data sets and what they say: one faction held it, or something else of one or several."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from geodata.errors import AtlasError, Problem
from geodata.importing.mapping import UNDECIDED, ImportMapping
from geodata.importing.report import times

ROLES = ("dominant", "strong", "present", "contested")
HELD = "dominant"


@dataclass(frozen=True)
class Meaning:
    """What a category says.

    Attributes
    ----------
    factions : tuple of str
        Whom it names; none where it is left out.
    role : str
        What it says of them.
    reason : str
        Why it is left out on purpose.
    """

    factions: tuple[str, ...] = ()
    role: str = HELD
    reason: str = ""

    @property
    def is_observation(self) -> bool:
        """Whether it says that one faction held the unit, which is all that a value of a data set can say."""
        return len(self.factions) == 1 and self.role == HELD


class Meanings:
    """Looks categories up, and keeps which have been met.

    Parameters
    ----------
    mapping : ImportMapping

    Raises
    ------
    AtlasError
        If a category names a faction that the mapping has not, or a role that there is not.
    """

    def __init__(self, mapping: ImportMapping) -> None:
        self._mapping = mapping
        self._left_out: Mapping[str, str] = mapping.content.get("categories_left_out", {})
        self._rest: str = mapping.content.get("categories_rest", "")
        self._known: dict[str, Meaning] = {}
        problems: list[Problem] = []
        told = mapping.content.get("categories", {})
        if not isinstance(told, Mapping):
            hint = "Give pairs, one a line: value: faction"
            raise AtlasError([mapping.problem("of the wrong kind", "categories", hint=hint)])
        for value, meaning in told.items():
            self._known[value] = self._read(value, meaning, problems)
        if problems:
            raise AtlasError(problems)
        self._met: set[str] = set()
        self._unknown: Counter[str] = Counter()
        self._where: dict[str, tuple[str, int]] = {}

    def look_up(self, value: str, file: str, row: int, count: int = 1) -> Meaning | None:
        """What a value says; None for one that the mapping lacks, which is kept for `problems`."""
        if value in self._known or value in self._left_out:
            self._met.add(value)
        if value in self._left_out:
            return Meaning(reason=self._left_out[value] or "left out by the mapping")
        if value in self._known:
            return self._known[value]
        if self._rest:
            return Meaning(reason=self._rest)
        self._unknown[value] += count
        self._where.setdefault(value, (file, row))
        return None

    def problems(self) -> Iterator[Problem]:
        """Values that the mapping lacks, each with its number and the nearest ones that it has."""
        for value, count in self._unknown.most_common():
            file, row = self._where[value]
            near = difflib.get_close_matches(value.casefold(), {one.casefold(): one for one in self._known}, 1)
            by_case = {one.casefold(): one for one in self._known}
            like = f" (it looks like {by_case[near[0]]!r})" if near else ""
            hint = f"Add it to `categories`{like}, or to `categories_left_out`"
            yield Problem(f"in no category of the mapping, {times(count)}", file, row, "category", value, hint)

    def unused(self) -> Iterator[str]:
        """Entries of the mapping that no table has."""
        for section, entries in (("categories", self._known), ("categories_left_out", self._left_out)):
            for value in entries:
                if value not in self._met:
                    line = self._mapping.lines.get(f"{section}.{value}", 1)
                    yield f"{self._mapping.path.name}, row {line}: {section} has {value!r}, which no table has"

    def _read(self, value: str, told: Any, problems: list[Problem]) -> Meaning:
        where = f"categories.{value}"
        if isinstance(told, str):
            meaning = Meaning((told,))
        elif isinstance(told, Mapping) and set(told) <= {"factions", "role"} and isinstance(told.get("factions"), list):
            meaning = Meaning(tuple(map(str, told["factions"])), str(told.get("role", HELD)))
        else:
            hint = "Give a faction, or {factions: [one, other], role: contested}"
            problems.append(self._mapping.problem("of the wrong kind", where, hint=hint))
            return Meaning()
        if meaning.role not in ROLES:
            hint = f"Allowed: {', '.join(ROLES)}"
            problems.append(self._mapping.problem("no such role", f"{where}.role", meaning.role, hint))
        known = self._mapping.content["factions"]
        for one in meaning.factions:
            if one in ("", UNDECIDED):
                hint = "Name the faction, or move the value to `categories_left_out` with the reason"
                problems.append(self._mapping.problem("not decided yet", where, hint=hint))
            elif one not in known:
                near = difflib.get_close_matches(one, known, 1)
                hint = f"Did you mean {near[0]}?" if near else "Add it to `factions`"
                problems.append(self._mapping.problem("unknown in factions", where, one, hint))
        return meaning
