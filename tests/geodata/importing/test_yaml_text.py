"""YAML as text: every value as it stands there, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata import AtlasError
from geodata.importing.yaml_text import read_yaml


def written(folder: Path, text: str) -> Path:
    (folder / "m.yaml").write_text(text, encoding="utf-8")
    return folder / "m.yaml"


@pytest.mark.parametrize("text", ["no", "010", "1985-06-17", "1e3", "12:30:00", "TRUE", "0x1F", ".5"])
def test_no_value_is_taken_for_something_else(tmp_path: Path, text: str) -> None:
    assert read_yaml(written(tmp_path, f"{text}: {text}\nlist: [{text}]\n")).plain() == {text: text, "list": [text]}


@pytest.mark.parametrize(("text", "meant"), [("~", ""), ("null", ""), ("", ""), ("'~'", "~"), ("'null'", "null")])
def test_what_is_left_empty_is_the_empty_text(tmp_path: Path, text: str, meant: str) -> None:
    assert read_yaml(written(tmp_path, f"a: {text}\n")).plain() == {"a": meant}


def test_lines_are_those_of_the_keys(tmp_path: Path) -> None:
    root = read_yaml(written(tmp_path, "# a remark\na:\n  b: >-\n    two\n    lines\n  c: [1]\n"))
    assert isinstance(root.value, dict)
    inner = root.value["a"]
    assert isinstance(inner.value, dict)
    assert (inner.line, inner.value["b"].line, inner.value["c"].line) == (2, 3, 6)
    assert inner.plain() == {"b": "two lines", "c": ["1"]}


def test_an_empty_file_has_no_keys(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, "# nothing\n")).plain() == {}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a: \xff", r"m\.yaml, row 1: not in UTF-8"),
        (b"a: 1\n  b: 2\n", r"m\.yaml, row 2: no YAML"),
        (b"a: 1\n\ta: 2\n", r"m\.yaml, row 2: no YAML"),
        (b"? [a, b]\n: c\n", r"m\.yaml, row 1: a key that is no text"),
        (b"a: &x 1\nb: *x\n", r"m\.yaml, row 1: an anchor, alias or tag"),
        (b"a: " + b"x" * 2_000_001, r"m\.yaml: too large"),
    ],
)
def test_what_is_no_mapping_is_told_with_its_line(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "m.yaml").write_bytes(content)
    with pytest.raises(AtlasError, match=told):
        read_yaml(tmp_path / "m.yaml")
