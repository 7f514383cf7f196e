"""What all tests share: the built-in atlas, read once, and an atlas folder to break."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import geodata
from tests.made_up import Folder

# A property holds or not, however slow the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def afghanistan() -> geodata.Atlas:
    return geodata.load()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A sound small atlas on disk, fresh for each test."""
    return Folder(tmp_path / "squareland")
