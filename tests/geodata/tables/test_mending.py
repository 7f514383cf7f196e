"""Fixes, carried out: of single faults of every kind that the schema knows, nearly all lead to a sound atlas."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import geodata
from geodata.tables import mend, tables
from tests.made_up import Folder

pytestmark = pytest.mark.slow

TRIED = int(os.environ.get("ATLAS_FUZZ", "24"))
"""Of each sort of fault, the same ones each time, every kind among them; more with ``make fuzz``."""

ROUNDS = 12
"""A fix may uncover what stood behind it: so often the atlas is read again at most."""

SHARE = 0.95

Spoil = Callable[[Folder], None]

SPOILT_CELLS = [
    "",
    " x ",
    "\u200bodd",
    "no such word!",
    "12,5",
    "1 May 1900",
    "-1",
    "S99",
    "none",
    "x" * 300,
    "“quoted”",
]


def mended(folder: Folder, *, only_certain: bool = False) -> geodata.Atlas | None:
    """Mend until the atlas is sound; None if that leads nowhere."""
    for _ in range(ROUNDS):
        try:
            return folder.load()
        except geodata.AtlasError as error:
            for one in error.problems:
                assert one.fix or one.decide, f"neither a fix nor what to decide: {one}"
            if not mend(folder.path, error.problems, only_certain=only_certain):
                return None
    return None


def written_tables() -> list[str]:
    template = Path(geodata.__file__).parent / "atlases" / "template"
    return [name for name, table in tables().items() if not table.has_shapes and (template / table.file).is_file()]


def cell_faults() -> Iterator[tuple[str, Spoil]]:
    """Each column of each table: emptied, misspelt, of another kind, an id of nothing."""
    for name in written_tables():
        file = tables()[name].file
        for field in tables()[name].fields:
            for cell in SPOILT_CELLS:
                yield f"cell {cell.strip()[:6]}", _cell(file, field["name"], cell)


def _cell(file: str, column: str, cell: str) -> Spoil:
    def spoil(folder: Folder) -> None:
        rows = folder.rows(file)
        if column in rows[0] and len(rows) > 1:
            folder.set(file, random.Random(f"{file}{column}{cell}").randrange(2, len(rows) + 1), column, cell)

    return spoil


def row_faults() -> Iterator[tuple[str, Spoil]]:
    """Rows doubled, lost, too short or long; columns lost, doubled, renamed, added; files gone or otherwise written."""
    for name in written_tables():
        file = tables()[name].file
        changes: dict[str, Callable[[list[list[str]]], list[list[str]]]] = {
            "row doubled": lambda rows: [*rows, rows[-1]],
            "row lost": lambda rows: [rows[0], *rows[2:]] if len(rows) > 2 else rows,
            "row short": lambda rows: [*rows[:-1], rows[-1][:-1]],
            "row long": lambda rows: [*rows[:-1], [*rows[-1], ""]],
            "row split": lambda rows: [*rows[:-1], [*rows[-1][:2], "more", *rows[-1][2:]]],
            "rows turned": lambda rows: [rows[0], *rows[:0:-1]],
            "column renamed": lambda rows: [[rows[0][0], rows[0][1] + "s", *rows[0][2:]], *rows[1:]],
            "column added": lambda rows: [[*row, "mood" if not number else "calm"] for number, row in enumerate(rows)],
            "column doubled": lambda rows: [[*row, row[1]] for row in rows],
            "column without name": lambda rows: [[*row, "" if not number else "x"] for number, row in enumerate(rows)],
        }  # fmt: skip
        for kind, change in changes.items():
            yield kind, lambda folder, file=file, change=change: folder.write(file, change(folder.rows(file)))
        yield "column lost", lambda folder, file=file: folder.write(file, [row[:-1] for row in folder.rows(file)])
        yield "semicolons", lambda folder, file=file: folder.edit(file, lambda _: _separated(folder, file, ";"))
        yield "tabs", lambda folder, file=file: folder.edit(file, lambda _: _separated(folder, file, "\t"))
        yield "utf-16", lambda folder, file=file: _recoded(folder, file, "utf-16")
        yield "latin", lambda folder, file=file: _latin(folder, file)
        yield "quote", lambda folder, file=file: _quoted(folder, file)
        if not tables()[name].required:
            yield "file gone", lambda folder, file=file: (folder.path / file).unlink()


def _separated(folder: Folder, file: str, mark: str) -> str:
    return "".join(mark.join(f'"{cell}"' if mark in cell else cell for cell in row) + "\n" for row in folder.rows(file))


def _recoded(folder: Folder, file: str, encoding: str) -> None:
    path = folder.path / file
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))


def _latin(folder: Folder, file: str) -> None:
    path = folder.path / file
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:-1], lines[-1].replace(b"e", b"\xe9", 1)]))


def _quoted(folder: Folder, file: str) -> None:
    path = folder.path / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:-1], lines[-1].replace(",", ',"', 1)]), encoding="utf-8")


def property_faults() -> Iterator[tuple[str, Spoil]]:
    """Each property of the shapes."""
    for field in tables()["provinces"].fields:
        for cell in SPOILT_CELLS:
            row = random.Random(f"{field['name']}{cell}").randrange(1, 6)
            yield f"property {cell.strip()[:6]}", _property(row, field["name"], cell)
        yield "property of another kind", _property(2, field["name"], ["x"])


def _property(row: int, name: str, value: Any) -> Spoil:
    return lambda folder: folder.set_property(row, name, value)


def _shape(row: int, *points: tuple[Any, Any]) -> Spoil:
    ring = [list(point) for point in points]
    return lambda folder: folder.set_shape(row, {"type": "Polygon", "coordinates": [ring]})


def _of_collection(change: Callable[[Any], None]) -> Spoil:
    return lambda folder: folder.edit_json("provinces.geojson", change)


def _all_points(move: Callable[[float, float], list[float]]) -> Spoil:
    def change(content: Any) -> None:
        for one in content["features"]:
            one["geometry"]["coordinates"] = [[move(*at) for at in ring] for ring in one["geometry"]["coordinates"]]

    return _of_collection(change)


def shape_faults() -> Iterator[tuple[str, Spoil]]:
    for row in range(1, 6):
        yield "no shape", lambda folder, row=row: folder.set_shape(row, None)
        yield "point", lambda folder, row=row: folder.set_shape(row, {"type": "Point", "coordinates": [1, 1]})
        yield "bow tie", _shape(row, (0, 1), (2, 2), (2, 1), (0, 2), (0, 1))
        yield "no number", _shape(row, (0, 1), (None, 1), (2, 1), (2, 2), (0, 2), (0, 1))
        yield "overlap", _shape(row, (0.5, 0.5), (2, 0.5), (2, 1.5), (0.5, 1.5), (0.5, 0.5))
        yield "off the earth", _shape(row, (0, 1), (2, 1), (2, 2), (0, 500), (0, 1))
    yield "slit", _shape(4, (1, 0), (2, 0), (2, 1), (1.9, 0.98), (1.1, 0.98), (1, 1), (1, 0))
    yield "metres", _all_points(lambda x, y: [x * 111_319.49, y * 111_325.14])
    yield (
        "another system",
        _of_collection(lambda content: content.update(crs={"type": "name", "properties": {"name": "EPSG:3857"}})),
    )
    yield "axes", _all_points(lambda x, y: [y, x + 100])
    yield (
        "not a number",
        lambda folder: folder.edit(
            "provinces.geojson",
            lambda text: text.replace('"note": null', '"note": NaN', 1).replace(": null", ": NaN", 1),
        ),
    )


def descriptor_faults() -> Iterator[tuple[str, Spoil]]:
    keys = ("title", "near_days", "area_radius_km", "keywords", "licenses", "contributors", "created", "control",
            "description", "version", "format")  # fmt: skip
    for key in keys:
        for value in (None, 7.5, "odd", [], {}, ["x"], -1):
            yield "descriptor", _descriptor(lambda content, key=key, value=value: content.update({key: value}))
        yield "descriptor", _descriptor(lambda content, key=key: content.pop(key, None))
    for number in range(11):
        yield "resource gone", _descriptor(lambda content, number=number: content["resources"].pop(number))
        yield (
            "resource doubled",
            _descriptor(lambda content, number=number: content["resources"].append(content["resources"][number])),
        )
        yield (
            "resource elsewhere",
            _descriptor(lambda content, number=number: content["resources"][number].update(path="../x.csv")),
        )
        yield (
            "resource of another kind",
            _descriptor(lambda content, number=number: content["resources"][number].update(title=3)),
        )


def _descriptor(change: Callable[[Any], object]) -> Spoil:
    return lambda folder: folder.edit_json("datapackage.json", lambda content: change(content) and None)


def chosen(faults: Iterator[tuple[str, Spoil]]) -> list[tuple[str, Spoil]]:
    """Some of the faults: one of each kind, and others."""
    every = list(faults)
    random.Random(1).shuffle(every)
    first = {kind: place for place, (kind, _) in reversed(list(enumerate(every)))}
    places = [*sorted(first.values()), *(place for place in range(len(every)) if place not in first.values())]
    return [every[place] for place in places[: max(TRIED, len(first))]]


@pytest.mark.parametrize("faults", [cell_faults, row_faults, property_faults, shape_faults, descriptor_faults])
def test_single_faults_are_mended_into_a_sound_atlas(
    tmp_path: Path, faults: Callable[[], Iterator[tuple[str, Spoil]]]
) -> None:
    tried, left = 0, []
    for number, (kind, spoil) in enumerate(chosen(faults())):
        folder = Folder(tmp_path / str(number))
        spoil(folder)
        try:
            folder.load()
            continue  # no fault there
        except geodata.AtlasError as error:
            told = str(error)
        tried += 1
        if mended(folder) is None:
            left.append(f"{kind}: {told}")
    assert tried >= 10, "the faults are faults"
    assert len(left) <= (1 - SHARE) * tried, f"{len(left)} of {tried} are left:\n" + "\n".join(left)


def fixed(folder: Folder) -> list[dict[str, Any]]:
    """The edits of the one problem."""
    return [dict(edit) for edit in folder.problem().fix]


class TestFixes:
    def test_blanks_are_certain(self, folder: Folder) -> None:
        folder.set("claims.csv", 3, "role", " strong")
        problem = folder.problem()
        assert problem.certain
        assert fixed(folder) == [{"do": "set", "file": "claims.csv", "row": 3, "column": "role", "value": "strong"}]

    def test_a_word_that_nobody_can_guess_becomes_the_one_that_claims_least(self, folder: Folder) -> None:
        folder.set("claims.csv", 3, "role", "leading")
        problem = folder.problem()
        assert not problem.certain
        assert "present claims least" in (problem.decide or "")
        assert fixed(folder)[0]["value"] == "present"

    def test_only_certain_fixes_are_made_if_asked(self, folder: Folder) -> None:
        folder.set("claims.csv", 2, "basis", "Stated")
        folder.set("claims.csv", 3, "role", "leading")
        assert mend(folder.path, folder.problems(), only_certain=True) == 1
        assert (folder.problem().column, folder.problem().value) == ("role", "leading")

    def test_misspelt_id_of_a_row_is_mended_there(self, folder: Folder) -> None:
        folder.set("factions.csv", 2, "faction_id", "bluez")
        assert fixed(folder) == [
            {"do": "set", "file": "factions.csv", "row": 2, "column": "faction_id", "value": "blues"}
        ]

    def test_the_atlas_is_what_it_was(self, folder: Folder) -> None:
        before = folder.load()
        folder.edit("claims.csv", lambda text: text.replace("C004,", " C004 ,").replace(",1911-03,", ",1911/03,"))
        folder.set("factions.csv", 2, "faction_id", "bluez")
        after = mended(folder)
        assert after is not None
        assert after.package.tables["claims"].equals(before.package.tables["claims"])
        assert after.package.tables["factions"].equals(before.package.tables["factions"])

    def test_swapped_axes_are_swapped_back(self, folder: Folder) -> None:
        before = [shape.wkb for shape in folder.load().package.provinces.geometry]
        # Latitude first: nothing lies above 90, but every place is then somewhere else.
        _all_points(lambda x, y: [y + 100, x])(folder)
        folder.edit(
            "places.csv",
            lambda text: (
                text.replace(",0.8,1.6,", ",101.6,0.8,")
                .replace(",0.4,0.5,", ",100.5,0.4,")
                .replace(",1.6,0.4,", ",100.4,1.6,")
            ),
        )
        assert folder.load()
        _all_points(lambda x, y: [y, x])(folder)
        problem = folder.problem()
        assert (problem.kind, problem.row, problem.certain) == ("axes", None, True)
        assert mend(folder.path, [problem]) == 1
        assert len(folder.load().package.provinces) == len(before)

    def test_foreign_system_is_turned_into_degrees(self, folder: Folder) -> None:
        # One degree of the equator in the metres of EPSG:3857.
        _all_points(lambda x, y: [x * 111_319.490793, y * 111_325.142866])(folder)
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
        folder.edit_json("provinces.geojson", lambda content: content.update(crs=crs))
        problem = folder.problem()
        assert (problem.kind, problem.column, problem.value) == ("crs", "crs", "urn:ogc:def:crs:EPSG::3857")
        assert mended(folder) is not None
        assert folder.load().provinces("1900").total_bounds.tolist() == pytest.approx([0, 0, 2, 2], abs=1e-3)
