"""A folder of raw files, and an import of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import geodata
from geodata.importing import ImportReport, import_atlas, read_mapping
from tests.geodata.importing.raw import MAPPING, shapes, write_shapes

Import = Callable[..., tuple[geodata.Atlas, ImportReport]]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A folder with the shapes of three units."""
    folder = tmp_path / "raw"
    folder.mkdir()
    write_shapes(folder, shapes())
    return folder


@pytest.fixture
def imported(raw: Path, tmp_path: Path) -> Import:
    """Import what lies in the folder, by the usual mapping with parts of it changed; None takes a part away."""

    def run(rule: Any = None, **changes: Any) -> tuple[geodata.Atlas, ImportReport]:
        path = raw / "mapping.yaml"
        path.write_text(json.dumps(_merged(MAPPING, changes), indent=1), encoding="utf-8")
        report = import_atlas(read_mapping(path), tmp_path / "atlas", rule=rule)
        return geodata.load(tmp_path / "atlas"), report

    return run


def _merged(whole: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**whole, **changes}
    for key, value in changes.items():
        if isinstance(value, Mapping) and isinstance(whole.get(key), Mapping) and key in ("shapes", "atlas"):
            merged[key] = {**whole[key], **value}
    return {key: value for key, value in merged.items() if value is not None}
