"""A mapping drafted from the data: what can be seen in the files is filled in, what only a person can say is asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geodata.importing.foreign_shapes import ForeignShapes, layers_of, read_foreign_shapes
from geodata.importing.foreign_tables import PARQUET, WORKBOOKS, ForeignTable, read_foreign_table
from geodata.importing.guessing import (
    best_join,
    category_column,
    date_column,
    date_headers,
    key_column,
    lifetime_columns,
    name_column,
    place_columns,
    within_column,
)
from geodata.importing.mapping import UNDECIDED
from geodata.importing.matching import Matcher
from geodata.importing.slugs import distinct_slugs, slug
from geodata.importing.spans import read_span
from geodata.importing.text_templates import text_templates
from geodata.importing.units import suspected_open_end
from geodata.tables import RESERVED

MOST_VALUES = 500
"""Of categories or spellings in a draft."""

NOTHING_TOLD: Mapping[str, str | None] = {}

PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d1f", "#56a0c8", "#7a5195", "#5c6b73", "#a3123f")
"""Colours for sides until somebody chooses others; for colour-blind eyes too."""


def draft_mapping(shapes: str | Path, table: str | Path | None = None) -> str:
    """Draft a mapping file.

    Parameters
    ----------
    shapes : str or pathlib.Path
        A file of shapes.
    table : str or pathlib.Path, optional
        A table of who held what. Without it an attribute of the shapes is taken.

    Returns
    -------
    str
        YAML. What is to be decided is a question mark in it, and keeps it from being imported until it is answered.

    Raises
    ------
    AtlasError
        If a file can't be read.
    """
    facts = {
        "workbook": table is not None and Path(table).suffix.lower() in WORKBOOKS,
        "undecided": UNDECIDED,
        **draft_facts(shapes, table),
    }
    environment = text_templates()
    # JSON texts are YAML texts: whatever a file holds is a text between quotation marks.
    environment.filters["text"] = lambda value: json.dumps(str(value), ensure_ascii=False)
    environment.filters["comment"] = lambda value: " ".join(str(value).split())
    return environment.get_template("draft.yaml.j2").render(facts)


def draft_facts(
    shapes: str | Path, table: str | Path | None = None, told: Mapping[str, str | None] = NOTHING_TOLD
) -> dict[str, Any]:
    """What can be seen in the files, by what a draft calls it.

    Parameters
    ----------
    shapes, table
        As `draft_mapping` takes them.
    told : Mapping of str to str or None, optional
        What a person has said already: ``layer`` and ``crs`` of the shapes, and the columns that are ``name``,
        ``unit``, ``joined`` (the column of the shapes that has the units of the table), ``date`` and ``category``.

    Returns
    -------
    dict
        The columns that seem to be what, the values with their numbers, names that no shape has with those like them;
        ``columns_of_shapes``, ``columns_of_table`` and ``units``, the names to choose from.

    Raises
    ------
    AtlasError
        If a file can't be read.
    """
    path = Path(shapes)
    layers = _layers(path)
    options = {key: told[key] for key in ("layer", "crs") if told.get(key)}
    if len(layers) > 1:
        options.setdefault("layer", layers[0])
    read = read_foreign_shapes(path, options)
    control = read.table if table is None else read_foreign_table(Path(table), {})
    return {
        "layers": layers,
        "shapes": path.name,
        "table": None if table is None else Path(table).name,
        "columns_of_shapes": [str(one) for one in read.table.cells.columns],
        "columns_of_table": [str(one) for one in control.cells.columns],
        **_facts(read, control, own=table is None, told=told),
    }


def _layers(path: Path) -> list[str]:
    if not path.is_file() or path.suffix.lower() in PARQUET:
        return []
    try:
        return layers_of(path)
    except Exception:  # What can't be read is told by who reads it.
        return []


def _facts(shapes: ForeignShapes, control: ForeignTable, own: bool, told: Mapping[str, str | None]) -> dict[str, Any]:
    attributes = shapes.table
    begin, end = lifetime_columns(attributes)
    dates = date_headers(control)
    places = place_columns(control) if not own else None
    layout = "events" if places else "wide" if len(dates) > 1 else "attribute" if own else "long"
    unit = by = None
    name, key = name_column(attributes), key_column(attributes)
    if not own and layout != "events":
        unit, joined, share = best_join(control, attributes)
        if joined is not None and share > 0:
            by = "id" if joined == key else "name"
            name = joined if by == "name" else name
        unit, name = told.get("unit") or unit, told.get("name") or name
        if told.get("joined"):
            by = "name" if told["joined"] == name else "id"
            key = told["joined"] if by == "id" else key
    else:
        name = told.get("name") or name
        unit = name if layout == "wide" else None
    taken = {one for one in (unit, begin, end, name if own else None, key if own else None) if one}
    date, form = date_column(control, taken | set(dates)) if layout in ("long", "events") else (None, "")
    if told.get("date") in control.cells and told["date"] != date:
        date, form = told["date"], _form(control, str(told["date"]))
    category = None if layout == "wide" else category_column(control, taken | {date or "", *(places or ())})
    if told.get("category") in control.cells:
        category = told["category"]
    within, table_within = within_column(attributes, name), None
    if within is not None and within in control.cells and layout == "long":
        table_within = within
    values = _categories(control, category, dates if layout == "wide" else {})
    # A word of the program is nobody's name: what the data set means by it is asked.
    factions = dict(zip(values, distinct_slugs(values, "faction"), strict=True))
    factions = {value: "" if slug(value) in RESERVED else one for value, one in factions.items()}
    spellings = {} if unit is None or own else _spellings(attributes, control, unit, name, key, by)
    return {
        "name": name,
        "key": key,
        "within": within,
        "begin": begin,
        "end": end,
        "open_end": _open_end(attributes, end),
        "layout": layout,
        "unit": unit,
        "by": by,
        "table_within": table_within,
        "date": date,
        "date_format": form,
        "columns": dates if layout == "wide" else {},
        "category": category,
        "lon_lat": places,
        "factions": factions,
        "counts": values,
        "named": {value: one for value, one in factions.items() if one},
        "colours": {one: PALETTE[number % len(PALETTE)] for number, one in enumerate(filter(None, factions.values()))},
        "spellings": spellings,
        "units": [] if name is None else list(dict.fromkeys(one for one in attributes.cells[name] if one)),
        "each": _each(control, date, form, list(dates.values()), begin),
    }


def _form(control: ForeignTable, date: str) -> str:
    """How the dates of a column are written."""
    others = [str(one) for one in control.cells.columns if one != date]
    return date_column(control, others)[1]


def _categories(control: ForeignTable, category: str | None, dates: Mapping[str, str]) -> dict[str, int]:
    columns = list(dates) if dates else [category] if category else []
    found: Counter[str] = Counter()
    for column in columns:
        found.update(value for value in control.cells[column] if value)
    return dict(found.most_common(MOST_VALUES))


def _spellings(
    attributes: ForeignTable, control: ForeignTable, unit: str, name: str | None, key: str | None, by: str | None
) -> dict[str, str]:
    """Names of the table that no shape has, each with names like it."""
    if by == "id" or name is None:
        return {}
    cells = attributes.cells
    frame = cells.assign(
        province_id=cells.index.astype(str), key=cells[key] if key else "", name=cells[name], parent="", other_names=""
    )[["province_id", "key", "name", "parent", "other_names"]]
    matcher = Matcher(frame, _NoMapping())  # type: ignore[arg-type]
    found: dict[str, str] = {}
    for value in dict.fromkeys(one for one in control.cells[unit] if one):
        joined = matcher.join(value, "", "name")
        if not joined.ids and len(found) < MOST_VALUES:
            found[value] = ", ".join(joined.near)
    return found


class _NoMapping:
    """A mapping that says nothing yet."""

    content: Mapping[str, Any] = {}


def _open_end(attributes: ForeignTable, end: str | None) -> str | None:
    """What makes the last date of all look like a code for "still so"; None if nothing does."""
    if end is None:
        return None
    spans = [span for text in attributes.cells[end] if text and (span := read_span(text)) is not None]
    latest = suspected_open_end(spans, len(attributes.cells))
    if latest is None:
        return None
    return f"{sum(one.last == latest for one in spans)} of {len(attributes.cells)} shapes end on {latest.isoformat()}"


def _each(
    control: ForeignTable,
    date: str | None,
    form: str,
    headers: Sequence[str],
    begin: str | None,
) -> str:
    """How exact the dates are: a stop for each day, if they are days."""
    if date is not None:
        texts = [span.text for one in control.cells[date] if one and (span := read_span(one, form)) is not None]
    elif headers:
        texts = [span.text for one in headers if (span := read_span(one)) is not None]
    elif begin is not None:
        return "year"
    else:
        return UNDECIDED
    longest = max(map(len, texts), default=0)
    return {len("2021"): "year", len("2021-08"): "month", len("2021-08-15"): "day"}.get(longest, UNDECIDED)
