"""GeoPackage and GeoParquet, with what must be known of the file inside it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio

from geodata.frames import LIST_SEPARATOR

CALLS_LAYER = "calls"
ABOUT_LAYER = "about"
PARQUET_KEY = b"control_atlas"
"""Key of the Parquet metadata under which `about` stands as JSON."""

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

ARROW_TYPES = {
    "string": pa.string(), "list": pa.list_(pa.string()), "number": pa.float64(), "boolean": pa.bool_(),
}  # fmt: skip

UNDATED = "2000-01-01T00:00:00Z"
"""Time stamp in the GeoPackage of an atlas whose descriptor gives no time of its own."""


def geopackage(calls: gpd.GeoDataFrame, facts: Mapping[str, Any], columns: Mapping[str, Mapping[str, str]]) -> bytes:
    """Write calls as a GeoPackage: the layer ``calls``, and ``about``, a table of what must be known of them.

    Parameters
    ----------
    calls : geopandas.GeoDataFrame
        Calls with the columns described in `columns` and the geometry; lists become text, `;` between.
    facts : Mapping
        Citation, licences, versions and period; values that are no text stand as JSON.
    columns : Mapping
        ``type`` and ``description`` of each column.

    Returns
    -------
    bytes
    """
    told = {**facts, **{f"column {name}": column["description"] for name, column in columns.items()}}
    texts = [value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in told.values()]
    flat = calls.copy()
    for name, column in columns.items():
        if column["type"] == "list":
            flat[name] = flat[name].map(LIST_SEPARATOR.join)
    with TemporaryDirectory() as folder, _fixed_time(facts.get("created", "")):
        path = Path(folder) / "calls.gpkg"
        pyogrio.write_dataframe(
            flat, path, layer=CALLS_LAYER, driver="GPKG", promote_to_multi=True, layer_options=_described(facts)
        )
        table = pd.DataFrame({"key": list(told), "value": texts})
        pyogrio.write_dataframe(table, path, layer=ABOUT_LAYER, driver="GPKG")
        return path.read_bytes()


def geoparquet(calls: gpd.GeoDataFrame, facts: Mapping[str, Any], columns: Mapping[str, Mapping[str, str]]) -> bytes:
    """Write calls as GeoParquet 1.1; lists stay lists, and `facts` stand as JSON in the metadata of the file.

    Parameters
    ----------
    calls, facts, columns
        As for `geopackage`.

    Returns
    -------
    bytes
    """
    stream = io.BytesIO()
    calls.to_parquet(stream, index=False, schema_version="1.1.0", geometry_encoding="WKB")
    table = pq.read_table(stream)
    # A column without any value would have no type at all.
    fields = [
        field.with_type(ARROW_TYPES[columns[field.name]["type"]]) if field.name in columns else field
        for field in table.schema
    ]
    told = {**facts, "columns": {name: column["description"] for name, column in columns.items()}}
    metadata = {**(table.schema.metadata or {}), PARQUET_KEY: json.dumps(told, ensure_ascii=False).encode()}
    written = io.BytesIO()
    pq.write_table(table.cast(pa.schema(fields, metadata=metadata)).replace_schema_metadata(metadata), written)
    return written.getvalue()


def _described(facts: Mapping[str, Any]) -> dict[str, str]:
    return {"IDENTIFIER": f"Calls of {facts['period']['label']}", "DESCRIPTION": facts["citation"]}


@contextmanager
def _fixed_time(created: str) -> Iterator[None]:
    """Stamp the time of the atlas, not of the writing: the same calls give the same bytes."""
    option = "OGR_CURRENT_DATE"
    before = pyogrio.get_gdal_config_option(option)
    moment = created if MOMENT.fullmatch(created) else UNDATED
    pyogrio.set_gdal_config_options({option: moment.replace("Z", ".000Z")})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({option: before})
