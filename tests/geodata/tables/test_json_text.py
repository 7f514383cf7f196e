"""JSON of a stranger: what the standard allows, and every fault told."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata import AtlasError
from geodata.errors import Problem
from geodata.tables.json_text import read_json


def fault(tmp_path: Path, content: str | bytes) -> Problem:
    (tmp_path / "x.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(AtlasError) as caught:
        read_json(tmp_path, "x.json", "descriptor")
    (problem,) = caught.value.problems
    assert problem.file == "x.json"
    assert problem.hint
    return problem


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "not valid JSON"),
        ('{"a": 1,}', "not valid JSON"),
        ('{"a": NaN}', "NaN is no number"),
        ("[Infinity]", "Infinity is no number"),
        ("[-Infinity]", "-Infinity is no number"),
        ("[" + "1" * 5_000 + "]", "a number of 5000 digits"),
        ('{"a": 1, "a": 2}', "a key stands twice"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("[" * 50_000 + "]" * 50_000, "nested too deeply"),
        (b'{"a": "\xe4"}', "not in UTF-8"),
        (b"\xff\xfe{\x00}\x00", "in UTF-16, where UTF-8 is due"),
    ],
    ids=range(12),
)
def test_faults(tmp_path: Path, content: str | bytes, message: str) -> None:
    assert message in fault(tmp_path, content).message


def test_line_of_a_fault(tmp_path: Path) -> None:
    assert fault(tmp_path, '{\n"a": 1\n"b": 2}').row == 3


def test_nothing_of_the_content_is_quoted(tmp_path: Path) -> None:
    assert "secret" not in str(fault(tmp_path, "secret: a word"))


def test_byte_order_mark_and_large_numbers_are_fine(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b'\xef\xbb\xbf{"a": [1, 2.5, 12345678901234567890]}')
    assert read_json(tmp_path, "x.json", "descriptor") == {"a": [1, 2.5, 12345678901234567890]}
