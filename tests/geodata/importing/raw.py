"""Raw files of a made-up country, as people have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import geopandas as gpd
from shapely.geometry import box

SQUARES = {"north": box(0, 1, 1, 2), "south": box(0, 0, 1, 1), "east": box(1, 0, 2, 2)}
"""Three units that fit together; in square degrees they have 1, 1 and 2."""

MAPPING: Mapping[str, Any] = {
    "atlas": {"title": "Squareland"},
    "shapes": {"file": "units.geojson", "name": "name", "source": "S02"},
    "stops": {"each": "year"},
    "control": [
        {"layout": "long", "file": "control.csv", "unit": "unit", "date": "date", "category": "who", "source": "S01"}
    ],
    "categories": {"Blue": "blues", "Red": "reds"},
    "factions": {
        "blues": {"name": "Blue Party", "kind": "party", "side": "rebels"},
        "reds": {"name": "Reds", "kind": "government", "side": "crown"},
    },
    "sides": {
        "rebels": {"name": "the rebels", "colour": "#2b6cb0"},
        "crown": {"name": "the Crown", "colour": "#c05656"},
    },
    "sources": {
        one: {
            "title": f"Data {one}",
            "type": "dataset",
            "language": "en",
            "kind": "reference",
            "independent": "true",
            "thin": "false",
        }
        for one in ("S01", "S02")
    },
}


def shapes(names: Sequence[str] = ("North", "South", "East"), **columns: Sequence[Any]) -> gpd.GeoDataFrame:
    """The three units with a name each, and what else they have."""
    return gpd.GeoDataFrame({"name": list(names), **columns}, geometry=list(SQUARES.values()), crs="EPSG:4326")


def write_shapes(folder: Path, frame: gpd.GeoDataFrame, name: str = "units.geojson") -> Path:
    frame.to_file(folder / name)
    return folder / name


def write_lines(folder: Path, name: str, *lines: str, encoding: str = "utf-8") -> Path:
    (folder / name).write_bytes(("\n".join(lines) + "\n").encode(encoding))
    return folder / name


def write_workbook(path: Path, rows: Sequence[Sequence[Any]], sheet: str = "Sheet1") -> Path:
    """An Excel file as small as one can be: texts in the cells, numbers as numbers."""
    cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    schema = "http://schemas.openxmlformats.org"
    office = f"{schema}/officeDocument/2006/relationships"
    with ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{schema}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{schema}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{schema}/spreadsheetml/2006/main" xmlns:r="{office}"><sheets>'
            f'<sheet name="{sheet}" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{schema}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{schema}/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>',
        )
    return path


def _cell(value: Any) -> str:
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
