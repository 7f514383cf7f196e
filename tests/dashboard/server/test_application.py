"""What an application has: the doors for atlases of readers only where they may open some."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import geodata
from dashboard.app_context import most_opened, set_atlas, set_base_path, set_most_opened
from dashboard.server.application import parts
from dashboard.server.settings import Settings
from dashboard.server.upload_door import UploadDoor


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    set_atlas(None)
    set_base_path("")
    set_most_opened(0)


@pytest.mark.parametrize(("uploads", "found"), [(0, False), (2, True)])
def test_doors_for_atlases_of_readers(uploads: int, found: bool, afghanistan: geodata.Atlas) -> None:
    made = parts(afghanistan, Settings("/maps", uploads=uploads))
    assert any(route.path.startswith("/maps/opened/") for route in made["routes"]) is found
    assert any(layer.cls is UploadDoor for layer in made["middleware"]) is found
    assert most_opened() == uploads
