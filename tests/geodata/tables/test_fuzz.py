"""Whatever bytes an atlas holds, there is an atlas or a list of problems: never a traceback, never a row lost.

A mutant is the template with one or several of its files changed: bytes and lines moved, doubled or lost, cells and
JSON values put in the place of others, files turned into something else. The same mutants are tried each time. More of
them, and others, with ``make fuzz`` (the environment variable ``ATLAS_FUZZ`` is how many).
"""

from __future__ import annotations

import copy
import csv
import io
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

import geodata
from geodata.errors import Problem
from geodata.tables import tables
from tests.made_up import Folder

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("ATLAS_FUZZ", "300"))
LONGER = "ATLAS_FUZZ" in os.environ

SOURCE = Path(geodata.__file__).parent / "atlases" / "template"
FILES = sorted(path.name for path in SOURCE.iterdir())
TABLES = [name for name in FILES if name.endswith(".csv")]
JSON_FILES = [name for name in FILES if not name.endswith(".csv")]

CELLS = [
    "", " ", '"', '""', '"\n"', "\n", "\r", "\0", "\x1b[2J", "\ufeff", "\u202e", "'", "'=1", "=1+1", "-1", "true",
    "false", "0", "9" * 400, "1e999", "-0", "nan", "0000", "9999-12-31", "0000-01-01", "Y-17E7", "../..", "1985/..",
    "[..1984]", "{1960,1961-12}", "-0999", "12345", "1900-13", "198X-XX", "north", "S01", "S01;S02", ";", "none",
    "contested", "all", "constructor", "__proto__", "<script>", "{{ 7*7 }}", "javascript:x", "https://",
    "https://a.b/ c", "#12345g", "#ABCDEF", "x" * 200_000, "\ud83d", "é" * 9, "a,b", "a\tb",
]  # fmt: skip

VALUES: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**30, 1e308, "", "x", "\ud800", [], {}, [[]], [{}], {"a": []}, ["x"], [None],
    {"": ""},
    "../x", "/etc/hostname", "claims.csv", "C:\\x", 2, "2", 3,
]  # fmt: skip

RAW = [
    b"", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b'"', b"\n", b"\r", b",", b"{", b"[", b"}", b"]", b"NaN", b"Infinity",
    b"1" * 5_000, b"[" * 3_000, b'{"a":' * 3_000, b"\xe4", b"\xf0\x9f", b"<!--", b"\\u0000", b"1e999", b"-",
]  # fmt: skip


def places_of(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where in a JSON value something else could stand."""
    found = [at]
    if isinstance(value, dict):
        for key, one in value.items():
            found += places_of(one, (*at, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            found += places_of(one, (*at, number))
    return found


CONTENT = {name: (SOURCE / name).read_bytes() for name in FILES}
PARSED = {name: json.loads(CONTENT[name]) for name in JSON_FILES}
PLACES = {name: places_of(PARSED[name]) for name in JSON_FILES}
ROWS = {name: list(csv.reader(io.StringIO(CONTENT[name].decode(), newline=""))) for name in TABLES}

Change = tuple[str, Callable[[bytes], bytes]]


@st.composite
def changed_bytes(draw: st.DrawFn) -> Change:
    name = draw(st.sampled_from(FILES))
    start = draw(st.integers(0, len(CONTENT[name])))
    length = draw(st.sampled_from([0, 1, 2, 7, 60, 100_000]))
    put = draw(st.one_of(st.sampled_from(RAW), st.binary(max_size=6)))
    return name, lambda content: content[:start] + put + content[start + length :]


@st.composite
def changed_lines(draw: st.DrawFn) -> Change:
    name = draw(st.sampled_from(FILES))
    first, second = draw(st.integers(0, 40)), draw(st.integers(0, 40))
    how = draw(st.sampled_from(["swap", "double", "drop", "blank", "split", "join"]))

    def change(content: bytes) -> bytes:
        lines = content.split(b"\n")
        one, two = first % len(lines), second % len(lines)
        if how == "swap":
            lines[one], lines[two] = lines[two], lines[one]
        elif how == "double":
            lines.insert(two, lines[one])
        elif how == "drop":
            del lines[one]
        elif how == "blank":
            lines.insert(one, b" " * (second % 2))
        elif how == "split":
            lines[one] = lines[one][:second] + b"\n" + lines[one][second:]
        else:
            lines[one] += b"".join(lines[one + 1 : one + 2])
        return b"\n".join(lines)

    return name, change


@st.composite
def quotes(draw: st.DrawFn) -> Change:
    """Quotation marks where cells begin and end: the ones that swallow rows."""
    name = draw(st.sampled_from(TABLES))
    picks = draw(st.lists(st.tuples(st.integers(0, 400), st.booleans()), min_size=1, max_size=3))

    def change(content: bytes) -> bytes:
        for pick, before in picks:
            edges = [number for number, byte in enumerate(content) if byte in b",\n"]
            edge = edges[pick % len(edges)] + (0 if before else 1)
            content = content[:edge] + b'"' + content[edge:]
        return content

    return name, change


@st.composite
def changed_cells(draw: st.DrawFn) -> Change:
    name = draw(st.sampled_from(TABLES))
    row = draw(st.integers(0, len(ROWS[name]) - 1))
    column = draw(st.integers(0, len(ROWS[name][0]) - 1))
    cell = draw(st.one_of(st.sampled_from(CELLS), st.text(max_size=8)))

    def change(_: bytes) -> bytes:
        rows = copy.deepcopy(ROWS[name])
        rows[row][column] = cell
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        return text.getvalue().encode("utf-8", "surrogatepass")

    return name, change


@st.composite
def changed_json(draw: st.DrawFn) -> Change:
    name = draw(st.sampled_from(JSON_FILES))
    place = draw(st.sampled_from(PLACES[name]))
    value = draw(st.sampled_from(VALUES))
    how = draw(st.sampled_from(["replace", "replace", "drop", "rename"]))

    def change(_: bytes) -> bytes:
        content = copy.deepcopy(PARSED[name])
        if not place:
            return json.dumps(value).encode()
        parent = content
        for step in place[:-1]:
            parent = parent[step]
        if how == "replace":
            parent[place[-1]] = value
        elif how == "drop" or isinstance(parent, list):
            del parent[place[-1]]
        else:
            parent[str(value)[:50]] = parent.pop(place[-1])
        return json.dumps(content).encode()

    return name, change


CHANGES = st.lists(
    st.one_of(changed_bytes(), changed_lines(), quotes(), changed_cells(), changed_json()), min_size=1, max_size=2
)


def count_rows(content: bytes) -> int:
    """Rows of a table counted with neither a CSV reader nor the library: lines with anything in a cell, but the header.

    A line belongs to the one before while the quotation marks up to its end are odd in number. The cells of the
    template have no line breaks, so a mutant that joins lines so must have been refused, or its break is in prose.
    """
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    rows, open_quotes = 0, False
    for line in text.split("\n"):
        rows += bool(line.replace(",", "").replace('"', "").strip()) and not open_quotes
        open_quotes ^= line.count('"') % 2 == 1
    return rows - 1


def mutant(folder: Path, changes: list[Change]) -> None:
    for name, content in CONTENT.items():
        (folder / name).write_bytes(content)
    for name, change in changes:
        (folder / name).write_bytes(change((folder / name).read_bytes()))


@settings(
    max_examples=EXAMPLES,
    derandomize=not LONGER,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(changes=CHANGES)
def test_every_mutant_is_an_atlas_or_a_list_of_problems(folder: Folder, changes: list[Change]) -> None:
    mutant(folder.path, changes)
    problems: tuple[Problem, ...] = ()
    try:
        atlas = geodata.load(folder.path)
    except geodata.AtlasError as error:
        problems = error.problems
        str(error).encode()
    if problems:
        assert all(problem.message and str(problem).isprintable() for problem in problems)
        return
    for resource in atlas.package.descriptor["resources"]:
        table = tables().get(resource["name"])
        if table is not None and not table.has_shapes:
            content = (folder.path / resource["path"]).read_bytes()
            assert len(atlas.package.tables[table.name]) == count_rows(content), resource["path"]
    for period in atlas.periods:
        assert len(atlas.control(period.id)) == len(atlas.provinces(period.id)) > 0


def swallow(first: int, last: int, column: str = "statement") -> bytes:
    """A quotation mark opens before a statement, and the next one closes after the statement of a later row."""
    rows = copy.deepcopy(ROWS["claims.csv"])
    at = rows[0].index(column)
    rows[first][at] = f'"{rows[first][at]}'
    rows[last][at] = f'{rows[last][at]}"'
    return "".join(",".join(row) + "\n" for row in rows).encode()


def test_row_between_two_quotation_marks_is_not_lost(folder: Folder) -> None:
    for first, last in ((1, 2), (1, 3), (4, 7), (2, 7)):
        (folder.path / "claims.csv").write_bytes(swallow(first, last))
        problem = folder.problems()[0]
        assert (problem.file, problem.row) == ("claims.csv", first + 1)
        assert "could be a row by itself" in problem.message


def test_mutants_are_counted_as_they_are() -> None:
    """The count is right for the template itself, and sees a row that is swallowed."""
    assert {name: count_rows(CONTENT[name]) for name in TABLES} == {name: len(ROWS[name]) - 1 for name in TABLES}
    assert count_rows(swallow(1, 3)) == len(ROWS["claims.csv"]) - 1 - 2


def test_file_by_file_something_else(folder: Folder) -> None:
    """Each file empty, a folder, a list, a number, a text, nothing at all."""
    for name in FILES:
        for content in (b"", b"[]", b"7", b"null", b"{}", b'"x"', b"x", b"\xff", b"\xef\xbb\xbf", b"\n\n", b"\0" * 9):
            (folder.path / name).write_bytes(content)
            assert folder.problems()
        (folder.path / name).unlink()
        assert folder.problems()
        (folder.path / name).mkdir()
        assert folder.problems()
        shutil.rmtree(folder.path / name)
        (folder.path / name).write_bytes(CONTENT[name])
    folder.load()
