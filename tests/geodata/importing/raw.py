"""Raw files of a made-up country, as people have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

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
    """An Excel file as small as one can be: texts, numbers, days and booleans as Excel keeps them."""
    cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    schema = "http://schemas.openxmlformats.org"
    main, office = f"{schema}/spreadsheetml/2006/main", f"{schema}/officeDocument/2006/relationships"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{schema}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        )
        archive.writestr("_rels/.rels", _relations(schema, (f"{office}/officeDocument", "xl/workbook.xml")))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            f'<sheet name="{sheet}" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations(schema, (f"{office}/worksheet", "worksheets/sheet1.xml"), (f"{office}/styles", "styles.xml")),
        )
        # Two formats of cells: as it comes, and a day (14 of the formats that every Excel knows).
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'
        )
    return path


def write_ods(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    """An OpenDocument sheet as small as one can be."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    cells = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, compress_type=0)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0"'
            f' xmlns:text="{names}:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="Sheet1">{cells}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def _relations(schema: str, *targets: tuple[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{schema}/package/2006/relationships">{told}</Relationships>'


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c s="1"><v>{(value - DAY_ZERO).days}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def _ods_cell(value: Any) -> str:
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


DAY_ZERO = date(1899, 12, 30)
"""Excel counts days from here, for days from March 1900 on."""
