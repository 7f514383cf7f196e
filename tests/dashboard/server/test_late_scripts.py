"""Scripts of Streamlit that are fetched early."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.server import late_scripts as module
from dashboard.server.late_scripts import ELEMENTS, SCRIPTS, late_scripts


def test_what_the_elements_need_and_the_first_script_does_not_bring() -> None:
    names = late_scripts()
    assert {name.split(".")[0] for name in names} >= set(ELEMENTS)
    assert all((SCRIPTS / name).is_file() for name in names)
    assert not [name for name in names if name.startswith("react-dom.")]


def test_imports_are_followed_and_what_is_missing_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in {
        "index.a1.js": 'import{a as b}from"./common.a1.js";',
        "common.a1.js": "",
        "Html.a1.js": 'import"./common.a1.js";import{x}from"./deep.a1.js";import{y}from"./gone.a1.js";',
        "deep.a1.js": 'export{z}from"./Html.a1.js";',
        "Html.other.a1.js": "",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "SCRIPTS", tmp_path)
    late_scripts.cache_clear()
    try:
        assert late_scripts() == ("Html.a1.js", "deep.a1.js")
    finally:
        late_scripts.cache_clear()
