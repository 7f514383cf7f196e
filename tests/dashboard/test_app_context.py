"""What this process serves, and where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import geodata
from dashboard import app_context
from dashboard.app_context import base_path, current_atlas, set_atlas, set_base_path, with_base_path
from tests.made_up import Folder


@pytest.fixture(autouse=True)
def afterwards_nothing() -> Iterator[None]:
    yield
    set_atlas(None)
    set_base_path("")


def test_the_atlas_that_was_handed_over_is_served(folder: Folder) -> None:
    atlas = geodata.load(folder.path)
    set_atlas(atlas)
    assert current_atlas() is atlas


def test_without_one_the_built_in_atlas_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []
    monkeypatch.setattr(app_context, "load", lambda: loaded.append(geodata.load()) or loaded[-1])
    set_atlas(None)
    assert current_atlas() is current_atlas()
    assert len(loaded) == 1
    assert len(current_atlas().provinces("1985")) == 29


@pytest.mark.parametrize(
    ("given", "path", "address"),
    [
        ("", "", "/data/claims.csv"),
        ("/", "", "/data/claims.csv"),
        ("maps/atlas", "/maps/atlas", "/maps/atlas/data/claims.csv"),
        ("/maps/atlas/", "/maps/atlas", "/maps/atlas/data/claims.csv"),
    ],
)
def test_addresses_lie_below_the_base_path(given: str, path: str, address: str) -> None:
    set_base_path(given)
    assert base_path() == path
    assert with_base_path("/data/claims.csv") == address
