"""What all tests share: the built-in atlas, read once, and an atlas folder to break."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

import geodata
from tests.browser.chromium import FLAGS, installed
from tests.built_in import ATLAS
from tests.made_up import Folder

# A property holds or not, however slow the machine is; `make fuzz` tries more.
settings.register_profile("untimed", deadline=None, max_examples=50)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def afghanistan() -> geodata.Atlas:
    return ATLAS


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A sound small atlas on disk, fresh for each test."""
    return Folder(tmp_path / "squareland")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all: a second one in the same process would wait for the first for ever."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        yield opened
        opened.close()
