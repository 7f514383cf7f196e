"""Small made-up atlases: a country in memory for the rule, a folder on disk for everything that reads one."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import geodata
from geodata.errors import Problem
from geodata.rule import STANDARD, Call, Evidence, Reading, Rule, decide
from geodata.tables.template import write_template

Days = tuple[date, date]

PARTIES = {
    "reds": "resistance",
    "greens": "resistance",
    "crown": "government",
    "guard": "government",
    "loners": "other",
}
UNNAMED = {"rebels": "resistance", "league": "resistance", "militia": "government"}
SIDES = PARTIES | UNNAMED
FACTIONS = pd.DataFrame(
    [(name, side, "party") for name, side in PARTIES.items()]
    + [(name, side, "umbrella" if name == "league" else "unstated") for name, side in UNNAMED.items()],
    columns=["faction_id", "side", "kind"],
    dtype=object,
).assign(alliance_id=lambda table: ["big-alliance" if name == "league" else "" for name in table["faction_id"]])


CLAIM_COLUMNS = [
    "claim_id", "sentence_id", "faction_id", "domain", "role", "date", "basis", "source_id",
]  # fmt: skip


def year(number: int) -> Days:
    return date(number, 1, 1), date(number, 12, 31)


YEAR_1900 = year(1900)


TWO_YEARS = 730


@dataclass
class Country:
    """A made-up country, filled claim by claim.

    `lineage` holds (later province, made from, since). Each claim has a source of its own, independent and not thin, if
    none is named; `source` makes others.
    """

    provinces: Sequence[str] = ("north", "south", "coast")
    lineage: Sequence[tuple[str, str, str]] = ()
    claims: list[dict[str, str]] = field(default_factory=list)
    scopes: list[dict[str, Any]] = field(default_factory=list)
    sources: list[dict[str, Any]] = field(default_factory=list)

    def source(
        self,
        source_id: str,
        *,
        independent: bool = True,
        thin: bool = False,
        work: str = "",
        kind: str = "press",
        language: str = "en",
    ) -> str:
        """Add a source; return its id."""
        assert source_id not in {one["source_id"] for one in self.sources}
        row = {"source_id": source_id, "independent": independent, "thin": thin, "work": work, "kind": kind}
        self.sources.append(row | {"language": language})
        return source_id

    def claim(
        self,
        faction_id: str,
        *where: str,
        role: str = "dominant",
        date: str = "1900",
        basis: str = "stated",
        domain: str = "countryside",
        named: bool = True,
        source: str | None = None,
    ) -> str:
        """Add a claim about provinces, written ``north`` or, for a part of one, ``north:part``; return its id."""
        claim_id = f"C{len(self.claims) + 1:03}"
        self.claims.append(
            {
                "claim_id": claim_id,
                "sentence_id": claim_id,
                "faction_id": faction_id,
                "domain": domain,
                "role": role,
                "date": date,
                "basis": basis,
                "source_id": source or self.source(f"S{len(self.claims) + 1:03}"),
            }
        )
        for place in where:
            province_id, _, part = place.partition(":")
            extent = "part" if part else "whole"
            row = {"claim_id": claim_id, "province_id": province_id, "extent": extent, "place_id": "", "named": named}
            self.scopes.append(row | {"part": place if part else ""})
        return claim_id

    def evidence(self, arrange: Callable[[pd.DataFrame], pd.DataFrame] | None = None) -> Evidence:
        """The claims as the rule takes them; `arrange` may put the rows of each table into another order."""
        sources = ["source_id", "independent", "thin", "work", "kind", "language"]
        tables = [
            pd.DataFrame(self.claims, columns=CLAIM_COLUMNS, dtype=object),
            pd.DataFrame(
                self.scopes, columns=["claim_id", "province_id", "extent", "place_id", "part", "named"], dtype=object
            ),
            FACTIONS,
            pd.DataFrame(self.sources, columns=sources, dtype=object),
            pd.DataFrame(list(self.lineage), columns=["province_id", "made_from_id", "since"], dtype=object),
        ]
        claims, scopes, factions, told_by, lineage = [arrange(table) if arrange else table for table in tables]
        return Evidence(claims, scopes, factions, told_by, lineage)

    def all_readings(
        self,
        period: Days = YEAR_1900,
        near_days: int = TWO_YEARS,
        arrange: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
    ) -> list[Reading]:
        """What the claims say of every province in a period."""
        return self.evidence(arrange).of_period(list(self.provinces), *period, near_days)

    def readings(
        self, province_id: str = "north", period: Days = YEAR_1900, near_days: int = TWO_YEARS
    ) -> dict[str, Reading]:
        """What the claims say of one province, by claim."""
        found = self.all_readings(period, near_days)
        return {one["claim_id"]: one for one in found if one["province_id"] == province_id}

    def grades(
        self, province_id: str = "north", period: Days = YEAR_1900, near_days: int = TWO_YEARS
    ) -> dict[str, tuple[str, str]]:
        """Grade and extent for the province, by claim."""
        found = self.readings(province_id, period, near_days)
        return {claim_id: (one["grade"], one["extent"]) for claim_id, one in found.items()}

    def call(
        self,
        province_id: str = "north",
        period: Days = YEAR_1900,
        rule: Rule = STANDARD,
        near_days: int = TWO_YEARS,
    ) -> Call:
        return decide(self.readings(province_id, period, near_days).values(), rule)


class Folder:
    """An atlas folder, written from the template, with the means to spoil it. Rows count from 1, the header's."""

    def __init__(self, path: Path) -> None:
        self.path = write_template(path)

    @classmethod
    def at(cls, path: Path) -> Folder:
        """An atlas folder that is there already."""
        folder = cls.__new__(cls)
        folder.path = path
        return folder

    def rows(self, file: str) -> list[list[str]]:
        with (self.path / file).open(encoding="utf-8", newline="") as handle:
            return list(csv.reader(handle))

    def write(self, file: str, rows: list[list[str]]) -> None:
        with (self.path / file).open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(rows)

    def set(self, file: str, row: int, column: str, value: str) -> None:
        rows = self.rows(file)
        rows[row - 1][rows[0].index(column)] = value
        self.write(file, rows)

    def append(self, file: str, **cells: str) -> int:
        """Add a row; return its number."""
        rows = self.rows(file)
        assert set(cells) <= set(rows[0]), "the test names a column that the table has not"
        rows.append([cells.get(column, "") for column in rows[0]])
        self.write(file, rows)
        return len(rows)

    def keep_rows(self, file: str, *numbers: int) -> None:
        rows = self.rows(file)
        self.write(file, [rows[0], *(rows[number - 1] for number in numbers)])

    def edit(self, file: str, change: Callable[[str], str]) -> None:
        path = self.path / file
        text = path.read_bytes().decode()
        changed = change(text)
        assert changed != text, "the test changes nothing"
        path.write_bytes(changed.encode())

    def json(self, file: str) -> Any:
        return json.loads((self.path / file).read_text(encoding="utf-8"))

    def edit_json(self, file: str, change: Callable[[Any], None]) -> None:
        path = self.path / file
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content), encoding="utf-8")

    def edit_resource(self, name: str, change: Callable[[Any], None]) -> None:
        """Change what the descriptor says of one resource."""

        def edit(content: Any) -> None:
            change(next(one for one in content["resources"] if one["name"] == name))

        self.edit_json("datapackage.json", edit)

    def add_shapes(self, name: str, *features: Any) -> None:
        """Add a file of shapes that the template has not."""
        text = json.dumps({"type": "FeatureCollection", "features": features})
        (self.path / f"{name}.geojson").write_text(text, encoding="utf-8")
        listed = {"name": name, "path": f"{name}.geojson"}
        self.edit_json("datapackage.json", lambda content: content["resources"].append(listed))

    def set_shape(self, row: int, geometry: Any) -> None:
        self.edit_json("provinces.geojson", lambda content: content["features"][row - 1].update(geometry=geometry))

    def set_property(self, row: int, name: str, value: Any) -> None:
        self.edit_json(
            "provinces.geojson", lambda content: content["features"][row - 1]["properties"].update({name: value})
        )

    def load(self) -> geodata.Atlas:
        return geodata.load(self.path)

    def problems(self) -> tuple[Problem, ...]:
        with pytest.raises(geodata.AtlasError) as caught:
            self.load()
        return caught.value.problems

    def problem(self) -> Problem:
        problems = self.problems()
        assert len(problems) == 1, f"one fault should give one problem: {[str(one) for one in problems]}"
        return problems[0]
