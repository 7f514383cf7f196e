"""Keep the Table Schemas in an atlas's descriptor in step with the program's own schema.

An atlas needs none: what a table must be is said by ``geodata/tables/schema.json``. They are there for other programs
that read data packages. What the descriptor says of names in other languages and of columns of its own stays.

::

    python -m geodata.build.package_descriptor            # rewrites the descriptor of the built-in atlas
    python -m geodata.build.package_descriptor --check    # says whether it is current, and changes nothing
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from typing import Any

from geodata.build.generated import keep_current
from geodata.tables import DESCRIPTOR, Package, read_package, table_schema, tables

TABLE_FILE = {"type": "table", "format": "csv", "mediatype": "text/csv", "profile": "tabular-data-resource"}
SHAPES_FILE = {"format": "geojson", "mediatype": "application/geo+json"}
"""What the standard wants to be told of a file."""

ORDER = ("name", "type", "path", "title", "description", "format", "mediatype", "encoding", "profile", "licenses")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    return keep_current(
        "package_descriptor",
        __doc__,
        arguments,
        DESCRIPTOR,
        lambda committed, folder: renew(json.loads(committed), read_package(folder)),
    )


def renew(descriptor: dict[str, Any], package: Package) -> str:
    """Write the descriptor anew, with a schema for each table that the program knows.

    Parameters
    ----------
    descriptor : dict
        The content of ``datapackage.json``.
    package : Package
        The atlas it describes.

    Returns
    -------
    str
        JSON.
    """
    resources = [_renewed(resource, package) for resource in descriptor["resources"]]
    return json.dumps({**descriptor, "resources": resources}, ensure_ascii=False, indent=2) + "\n"


def _renewed(resource: dict[str, Any], package: Package) -> dict[str, Any]:
    table = tables().get(resource["name"])
    if table is None:
        return resource
    columns = package.columns(table.name)
    if not table.has_shapes:
        # Those of the file alone: for other programs no column may be absent.
        with (package.folder / resource["path"]).open(encoding="utf-8-sig", newline="") as handle:
            columns = tuple(next(csv.reader(handle)))
    schema = table_schema(table, columns, package.added[table.name])
    kept = {key: value for key, value in resource.items() if key not in ("schema", "properties_schema")}
    facts = {"description": table.description, "title": table.title, "encoding": "utf-8"}
    if table.has_shapes:
        # No table for other programs: a `schema` would have them read the file as rows.
        schema.pop("missingValues")
        told = {**SHAPES_FILE, **facts, **kept, "properties_schema": schema}
    else:
        told = {**TABLE_FILE, **facts, **kept, "schema": schema}
    return {key: told[key] for key in ORDER if key in told} | told


if __name__ == "__main__":
    sys.exit(main())
