"""YAML read as text with its lines: no value is guessed to be a number, a date or a yes, and no tag is run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.errors import AtlasError, Problem
from geodata.extras import extra

PURPOSE = "Reading a mapping file"
LARGEST = 2_000_000
"""Bytes of a mapping: one with a spelling for each of some thousand units has a tenth of it."""

DEEPEST = 20


@dataclass(frozen=True)
class Node:
    """A part of a mapping file.

    Attributes
    ----------
    value : str, Mapping of str to Node, or sequence of Node
        A text; what is left empty is the empty text.
    line : int
        Where it begins, from 1.
    """

    value: str | Mapping[str, Node] | Sequence[Node]
    line: int

    def plain(self) -> Any:
        """The value without its lines."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, Mapping):
            return {key: node.plain() for key, node in self.value.items()}
        return [node.plain() for node in self.value]


def read_yaml(path: Path) -> Node:
    """Read a YAML file.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Node

    Raises
    ------
    AtlasError
        If it can't be read, is no YAML, names a key twice, or has anchors, aliases or tags.
    MissingExtraError
        If the library that reads YAML is not installed.
    """
    with extra("import", PURPOSE):
        import yaml  # noqa: PLC0415  only `atlas import` needs it
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise _problem(f"can't be read ({error.strerror})", path, hint="Give a mapping file") from None
    except UnicodeDecodeError as error:
        raise _problem("not in UTF-8", path, content[: error.start].count(b"\n") + 1, "Save it as UTF-8") from None
    if len(content) > LARGEST:
        raise _problem("too large", path, hint=f"A mapping has at most {LARGEST // 1_000_000} MB")
    try:
        root = _Reader(path, list(yaml.parse(text, Loader=yaml.SafeLoader))).read()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        told = getattr(error, "problem", None) or str(error)
        hint = "Indent with blanks, and put a text that holds : or # in quotation marks"
        raise _problem(f"no YAML ({told})", path, None if mark is None else mark.line + 1, hint) from None
    return root


class _Reader:
    """Makes nodes of the events of a parser."""

    def __init__(self, path: Path, events: Sequence[Any]) -> None:
        self._path = path
        self._events: Iterator[Any] = iter([one for one in events if type(one).__name__ not in _FRAME])

    def read(self) -> Node:
        first = next(self._events, None)
        return Node({}, 1) if first is None else self._node(first, 0)

    def _node(self, event: Any, depth: int) -> Node:
        line = event.start_mark.line + 1
        kind = type(event).__name__
        if kind == "AliasEvent" or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise _problem("an anchor, alias or tag", self._path, line, "Write the values out")
        if depth > DEEPEST:
            raise _problem("nested too deep", self._path, line, "Look at the indents")
        if kind == "ScalarEvent":
            empty = event.style is None and event.value in ("~", "null")
            return Node("" if empty else event.value.strip(), line)
        if kind == "SequenceStartEvent":
            items: list[Node] = []
            while type(found := next(self._events)).__name__ != "SequenceEndEvent":
                items.append(self._node(found, depth + 1))
            return Node(items, line)
        return self._mapping(line, depth)

    def _mapping(self, line: int, depth: int) -> Node:
        found: dict[str, Node] = {}
        while type(event := next(self._events)).__name__ != "MappingEndEvent":
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key.value, str):
                raise _problem("a key that is no text", self._path, key.line, "Put it in quotation marks")
            if key.value in found:
                raise _problem("a key that stands twice", self._path, key.line, "Keep one of the two", key.value)
            # The line of the key: that is where the eye finds it.
            found[key.value] = Node(value.value, key.line)
        return Node(found, line)


_FRAME = frozenset({"StreamStartEvent", "StreamEndEvent", "DocumentStartEvent", "DocumentEndEvent"})


def _problem(message: str, path: Path, line: int | None = None, hint: str = "", value: str | None = None) -> AtlasError:
    return AtlasError([Problem(message, path.name, line, value=value, hint=hint)])
