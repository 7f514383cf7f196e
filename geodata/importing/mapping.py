"""The mapping file: what is what in the files that an atlas is imported from."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from geodata.errors import AtlasError, Problem
from geodata.importing.yaml_text import Node, read_yaml
from geodata.tables import tables

UNDECIDED = "?"
"""What a draft has where only a person can say."""

Keys = Mapping[str, Mapping[str, Any]]
Section = Mapping[str, Any]
"""The values of a part of the mapping: texts, numbers, booleans, lists and mappings of them."""


@dataclass(frozen=True)
class ImportMapping:
    """A checked mapping.

    Attributes
    ----------
    path : pathlib.Path
        The file; other files are named from its folder.
    content : Mapping
        Its values, by key; a key that is left out is not there.
    lines : Mapping of str to int
        The line of each key, by the path of keys with dots between.
    """

    path: Path
    content: Section
    lines: Mapping[str, int]

    def file(self, name: str) -> Path:
        """A file that the mapping names."""
        return self.path.parent / name

    def sections(self, name: str) -> Sequence[Section]:
        """The parts of a list."""
        found: Sequence[Section] = self.content.get(name, [])
        return found

    def problem(self, message: str, key: str, value: str | None = None, hint: str | None = None) -> Problem:
        """A problem of a key, with its line; of the nearest one above, if the key is not there."""
        known = key
        while known and known not in self.lines:
            known = known.rpartition(".")[0]
        return Problem(message, self.path.name, self.lines.get(known, 1), key, value, hint)


@cache
def mapping_keys() -> Keys:
    """What a mapping holds: its keys with what they mean, as ``mapping_schema.json`` has them."""
    content = json.loads((Path(__file__).parent / "mapping_schema.json").read_text(encoding="utf-8"))
    keys: Keys = content["keys"]
    return keys


def read_mapping(path: str | Path) -> ImportMapping:
    """Read a mapping file and check it.

    Parameters
    ----------
    path : str or pathlib.Path

    Returns
    -------
    ImportMapping

    Raises
    ------
    AtlasError
        If anything is wrong with it; each problem has its line.
    MissingExtraError
        If the extra `import` is not installed.
    """
    path = Path(path)
    reader = _Checker(path.name)
    content = reader.object(read_yaml(path), mapping_keys(), "")
    if reader.problems:
        raise AtlasError(sorted(reader.problems, key=lambda one: one.row or 0))
    return ImportMapping(path, content, reader.lines)


class _Checker:
    """Takes nodes apart by their description, and collects what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def object(self, node: Node, keys: Keys, where: str) -> dict[str, Any]:
        """An object with known keys; empty if it is none."""
        if node.value == "":
            node = Node({}, node.line)
        if not isinstance(node.value, Mapping):
            self._tell("of the wrong kind", node, where, "Give keys, each with its value")
            return {}
        found: dict[str, Any] = {}
        for key, child in node.value.items():
            inner = f"{where}.{key}" if where else key
            self.lines[inner] = child.line
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                hint = f"Did you mean {near[0]}?" if near else f"Keys here are {', '.join(keys)}"
                self._tell("an unknown key", child, inner, hint)
            elif child.value == UNDECIDED:
                self._tell("not decided yet", child, inner, keys[key]["description"])
            elif child.value != "":
                found[key] = self._value(child, keys[key], inner)
        for key, told in keys.items():
            if told.get("required") and key not in node.value:
                self._tell("this key is missing", node, f"{where}.{key}" if where else key, told["description"])
            elif told.get("required") and node.value[key].value == "":
                self._tell("empty", node.value[key], f"{where}.{key}" if where else key, told["description"])
        return found

    def _value(self, node: Node, told: Mapping[str, Any], where: str) -> Any:
        kind = told["kind"]
        if kind == "object":
            return self.object(node, told["keys"], where)
        if kind == "objects":
            items = [node] if isinstance(node.value, Mapping) else self._items(node, where)
            return [self.object(one, told["keys"], f"{where}.{number}") for number, one in self._numbered(items, where)]
        if kind == "named":
            return self._named(node, told, where)
        if kind == "anything":
            self._note_lines(node, where)
            return node.plain()
        if kind == "pairs":
            return self._pairs(node, where)
        if kind == "texts":
            return [self._text(one, where) for one in self._items(node, where)]
        return self._scalar(node, told, where)

    def _numbered(self, items: Sequence[Node], where: str) -> Iterator[tuple[int, Node]]:
        for number, one in enumerate(items, start=1):
            self.lines[f"{where}.{number}"] = one.line
            yield number, one

    def _named(self, node: Node, told: Mapping[str, Any], where: str) -> dict[str, Any]:
        if not isinstance(node.value, Mapping):
            self._tell("of the wrong kind", node, where, "Give identifiers, each with its keys")
            return {}
        table = tables()[told["row_of"]]
        keys = {str(one["name"]): _as_key(one) for one in table.fields if one["name"] != table.key[0]}
        rows = {}
        for name, child in node.value.items():
            self.lines[f"{where}.{name}"] = child.line
            rows[name] = self.object(child, _with_languages(keys, child), f"{where}.{name}")
        return rows

    def _note_lines(self, node: Node, where: str) -> None:
        if isinstance(node.value, Mapping):
            for key, child in node.value.items():
                self.lines[f"{where}.{key}"] = child.line
                self._note_lines(child, f"{where}.{key}")

    def _pairs(self, node: Node, where: str) -> dict[str, str]:
        if not isinstance(node.value, Mapping):
            self._tell("of the wrong kind", node, where, "Give pairs, one a line: this: that")
            return {}
        for key, child in node.value.items():
            self.lines[f"{where}.{key}"] = child.line
        return {key: self._text(child, f"{where}.{key}") for key, child in node.value.items()}

    def _items(self, node: Node, where: str) -> Sequence[Node]:
        if isinstance(node.value, str | Mapping):
            self._tell("of the wrong kind", node, where, "Give a list: each item on a line with - before it")
            return []
        return node.value

    def _text(self, node: Node, where: str) -> str:
        if not isinstance(node.value, str) or node.value == UNDECIDED:
            told = "not decided yet" if node.value == UNDECIDED else "of the wrong kind"
            self._tell(told, node, where, "Give a text")
            return ""
        return node.value

    def _scalar(self, node: Node, told: Mapping[str, Any], where: str) -> Any:
        text = self._text(node, where)
        if told["kind"] == "number" and text:
            try:
                number = float(text)
            except ValueError:
                number = -1.0
            # Nothing here is less than nothing; not a number is not at least it either.
            if not 0 <= number < 1e9:
                self._tell("no number", node, where, "Write digits with a decimal point")
            return number
        if told["kind"] == "choice" and text and text not in told["among"]:
            self._tell("not an allowed value", node, where, f"Allowed: {', '.join(told['among'])}")
        return text

    def _tell(self, message: str, node: Node, where: str, hint: str) -> None:
        value = node.value if isinstance(node.value, str) and node.value else None
        self.problems.append(Problem(message, self.file, node.line, where, value, hint))


def _as_key(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """A column of a table as a key of a mapping."""
    among = field.get("constraints", {}).get("enum")
    if not among:
        return {"kind": "text", "description": field["description"]}
    return {"kind": "choice", "among": among, "description": f"{field['description']} One of {', '.join(among)}."}


def _with_languages(keys: Keys, node: Node) -> Keys:
    """The columns of a table, with those for names in other languages that a row has."""
    if not isinstance(node.value, Mapping) or "name" not in keys:
        return keys
    others = [key for key in node.value if key.startswith("name_")]
    return {**keys, **{key: {"kind": "text", "description": "Name in another language."} for key in others}}
