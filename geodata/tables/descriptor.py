"""The descriptor of an atlas, ``datapackage.json``: which files it has, and what it says of itself.

It names the files, and may add columns and say what they mean. What a table must be is not its business: its types,
constraints and patterns are for other programs that read data packages, and none of them is ever run here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from geodata.errors import AtlasError, Problem
from geodata.tables.descriptor_values import (
    DESCRIPTOR,
    WORDS,
    descriptor_problem,
    key_edit,
    resource_value_faults,
    value_faults,
)
from geodata.tables.files import name_fault
from geodata.tables.json_text import read_json
from geodata.tables.schema import Table, number_of_format, tables

DEFAULTS: Mapping[str, Any] = {"near_days": 0, "area_radius_km": 15}
"""What counts where the descriptor says nothing."""

FORMAT_HINT = (
    "Write sides.csv (side_id, name, colour, sign, order) in place of `sides`, in translations too; in sources.csv "
    "rename weak to thin; in scopes.csv add named (true where the sentence names the province); in provinces.geojson "
    "the boundary `surveyed` is now `as-today`; then set format to {number}"
)


@dataclass(frozen=True)
class Descriptor:
    """A checked descriptor.

    Attributes
    ----------
    content : Mapping
        As it stands in the file, with `DEFAULTS` for what is left out.
    paths : Mapping of str to str
        The file of each table that the atlas has, by the name of the table.
    added : Mapping of str to Mapping of str to str
        By table, what the descriptor says of its columns.
    """

    content: Mapping[str, Any]
    paths: Mapping[str, str]
    added: Mapping[str, Mapping[str, str]]


def read_descriptor(folder: Path) -> tuple[Descriptor, list[Problem]]:
    """Read and check the descriptor of an atlas.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the atlas.

    Returns
    -------
    tuple
        The descriptor without what is wrong in it, so that the tables can be checked all the same; and the problems.

    Raises
    ------
    AtlasError
        If nothing can be said of the tables: it is no descriptor, or one of another format.
    """
    missing = f"An atlas folder holds {DESCRIPTOR}; `atlas new` writes one to begin with"
    content = read_json(folder, DESCRIPTOR, "descriptor", missing)
    if not isinstance(content, dict):
        raise AtlasError([Problem("no descriptor of an atlas", DESCRIPTOR, hint="A JSON object is due", kind="json")])
    number = content.get("format")
    if isinstance(number, bool) or number != number_of_format():
        raise AtlasError([_format_problem(number)])
    problems = list(value_faults(content))
    wrong = {re.split(r"[.\[]", str(one.column))[0] for one in problems}
    content = {key: value for key, value in content.items() if key not in wrong - {"resources"}}
    content["resources"] = _sound_resources(content.get("resources", []))
    no_list = any(one.column == "resources" for one in problems)
    problems += [
        *_incomplete(content, wrong, unclear=no_list),
        *_resource_faults(folder, content["resources"], unclear=no_list),
    ]
    content["resources"] = [
        one for one in content["resources"] if not [*_resource_path_faults(one)] and {"name", "path"} <= set(one)
    ]
    known: dict[str, Mapping[str, Any]] = {}
    for one in content["resources"]:
        if one["name"] in tables():
            known.setdefault(one["name"], one)
    added = {
        name: {field["name"]: field.get("description", "") for field in _described(one)} for name, one in known.items()
    }
    return Descriptor({**DEFAULTS, **content}, {name: one["path"] for name, one in known.items()}, added), problems


def _sound_resources(found: Any) -> list[Any]:
    """The resources in which nothing is of the wrong kind; the place of one that is not stays."""
    resources = found if isinstance(found, list) else []
    return [{} if any(resource_value_faults(one)) else one for one in resources]


def _resource_path_faults(one: Mapping[str, Any]) -> Iterator[Problem]:
    if "path" in one and "name" in one:
        yield from _path_faults(one["path"], tables().get(one["name"]), "")


def _described(resource: Mapping[str, Any]) -> list[Mapping[str, str]]:
    schema = resource.get("schema") or resource.get("properties_schema") or {}
    return [field for field in schema.get("fields", []) if "name" in field]


def _format_problem(number: object) -> Problem:
    read = number_of_format()
    told = "no format is named" if number is None else "an atlas of another format"
    value = str(number) if isinstance(number, int | float | str) else None
    fix = [key_edit("set-key", ["format"], value=read)]
    return Problem(
        f"{told}; format {read} is read",
        DESCRIPTOR,
        None,
        "format",
        value,
        FORMAT_HINT.format(number=read),
        kind="format",
        fix=tuple(fix),
        decide="Whether the tables are of this format already",
    )


def _incomplete(content: Mapping[str, Any], wrong: set[str], unclear: bool) -> Iterator[Problem]:
    for where, words in _words_of(content):
        for role in (role for role in WORDS if role in words):
            for number in (number for number in WORDS[role] if number not in words[role]):
                hint = "Give both: what one of them is called, and what several are"
                yield descriptor_problem(
                    "half a pair of words", f"{where}.{role}.{number}", None, hint, drop=f"{where}.{role}"
                )
    if not content.get("title") and "title" not in wrong:
        title = str(content.get("name") or content.get("id") or "Untitled")
        fix = (key_edit("set-key", ["title"], value=title),)
        hint, decide = "Say what the atlas is of", "What the atlas is of"
        yield Problem("no title", DESCRIPTOR, column="title", hint=hint, kind="title", fix=fix, decide=decide)
    names = [one.get("name") for one in content["resources"]]
    unclear |= any("name" not in one or "path" not in one for one in content["resources"])
    for name, table in tables().items():
        if table.required and name not in names and not unclear:
            listed = {"name": name, "path": table.file}
            hint = f'Add {{"name": "{name}", "path": "{table.file}"}} to resources'
            fix = (key_edit("add-resource", ["resources"], value=listed),)
            message = f'no resource "{name}"'
            yield Problem(message, DESCRIPTOR, column="resources", hint=hint, kind="resource", fix=fix, certain=True)


def _words_of(content: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "words", content.get("words", {})
    for language, texts in content.get("translations", {}).items():
        yield f"translations.{language}.words", texts.get("words", {})


def _resource_faults(folder: Path, resources: list[Mapping[str, Any]], unclear: bool) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, one in enumerate(resources):
        where = f"resources[{number}]"
        drop = (key_edit("delete-key", ["resources", number]),)
        if not one:
            unclear = True  # told as of the wrong kind
            continue
        if "name" not in one or "path" not in one:
            unclear = True
            message, hint = "a resource needs a name and a path", "Give both as text"
            decide = "Which file it is"
            yield Problem(message, DESCRIPTOR, column=where, hint=hint, kind="resource", fix=drop, decide=decide)
            continue
        if one["name"] in seen:
            message, hint, column = "a resource of this name stands above", "Keep one of the two", f"{where}.name"
            yield Problem(
                message, DESCRIPTOR, None, column, one["name"], hint, kind="resource", fix=drop, decide="Which is right"
            )
        seen.add(one["name"])
        table = tables().get(one["name"])
        mend = drop if table is None else (key_edit("set-key", ["resources", number, "path"], value=table.file),)
        for found in _path_faults(one["path"], table, f"{where}.path"):
            yield replace(found, fix=mend, decide="Which file it is")
    for name, table in tables().items():
        if name not in seen and not table.required and not unclear and (folder / table.file).is_file():
            listed = {"name": name, "path": table.file}
            hint = f'Add {{"name": "{name}", "path": "{table.file}"}} to resources, or remove the file'
            fix = (key_edit("add-resource", ["resources"], value=listed),)
            message = f"{DESCRIPTOR} does not list this file"
            yield Problem(
                message, table.file, hint=hint, kind="unlisted", fix=fix, decide="Whether it belongs to the atlas"
            )


def _path_faults(path: str, table: Table | None, where: str) -> Iterator[Problem]:
    ending = None if table is None else Path(table.file).suffix
    if fault := name_fault(path):
        yield Problem(fault, DESCRIPTOR, None, where, path, "Name a file in the folder of the atlas, with / between")
    elif ending is not None and not path.endswith(ending):
        hint = f"Name a file that ends in {ending}"
        yield Problem("no name of such a file", DESCRIPTOR, None, where, path, hint)
