"""What this process serves, and where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import geodata
from dashboard import served
from dashboard.served import base_path, on_server, serve_atlas, serve_below, served_atlas
from tests.made_up import Folder


@pytest.fixture(autouse=True)
def afterwards_nothing() -> Iterator[None]:
    yield
    serve_atlas(None)
    serve_below("")


def test_the_atlas_that_was_handed_over_is_served(folder: Folder) -> None:
    atlas = geodata.load(folder.path)
    serve_atlas(atlas)
    assert served_atlas() is atlas


def test_without_one_the_built_in_atlas_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []
    monkeypatch.setattr(served, "load", lambda: loaded.append(geodata.load()) or loaded[-1])
    serve_atlas(None)
    assert served_atlas() is served_atlas()
    assert len(loaded) == 1
    assert len(served_atlas().provinces("1985")) == 29


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
    serve_below(given)
    assert base_path() == path
    assert on_server("/data/claims.csv") == address
