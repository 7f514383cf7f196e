"""Factions, sides, alliances and sources as the mapping tells them, with what can be made where it tells nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geodata.errors import Problem
from geodata.importing.mapping import ImportMapping
from geodata.tables import tables

Row = Mapping[str, str]

SIGNS: tuple[str, ...] = tuple(tables()["sides"].field("sign")["constraints"]["enum"])  # type: ignore[index]
TABLES = ("factions", "sides", "alliances", "sources")


def told_rows(mapping: ImportMapping) -> dict[str, list[Row]]:
    """Rows of the four tables.

    Parameters
    ----------
    mapping : ImportMapping

    Returns
    -------
    dict of str to list of Mapping of str to str
        By table. A name that is left out is the identifier, a short name is the name, and
        sides stand in the order of the mapping, each with another sign.
    """
    rows: dict[str, list[dict[str, str]]] = {}
    for table in TABLES:
        key = tables()[table].key[0]
        rows[table] = [{key: name, **told} for name, told in mapping.content.get(table, {}).items()]
    for table in ("factions", "alliances"):
        for row in rows[table]:
            row.setdefault("name", row[tables()[table].key[0]])
            row.setdefault("short_name", row["name"])
    for number, row in enumerate(rows["sides"]):
        row.setdefault("name", row["side_id"])
        row.setdefault("order", str(number + 1))
        row.setdefault("sign", SIGNS[number % len(SIGNS)])
    return {name: list(found) for name, found in rows.items()}


def in_the_mapping(problem: Problem, mapping: ImportMapping, rows: Mapping[str, list[Row]]) -> Problem:
    """A problem of a row that the mapping tells, with the line there: that is where it is mended.

    Parameters
    ----------
    problem : Problem
        Of a made file.
    mapping : ImportMapping
    rows : Mapping of str to list
        The rows that were made, by table; the first is row 2 of its file.
    """
    for name in TABLES:
        if problem.file != tables()[name].file or problem.row is None or not 0 <= problem.row - 2 < len(rows[name]):
            continue
        key = rows[name][problem.row - 2][tables()[name].key[0]]
        where = f"{name}.{key}.{problem.column}" if problem.column else f"{name}.{key}"
        known = where if where in mapping.lines else f"{name}.{key}"
        return replace(problem, file=mapping.path.name, row=mapping.lines.get(known, 1), column=where)
    return problem
