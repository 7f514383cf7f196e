"""Memory: what stays is not searched for garbage again, and what is asked of the system is harmless where it is not."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from dashboard.server import memory


@pytest.fixture
def unfrozen() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("unfrozen")
def test_what_is_there_when_it_is_settled_is_not_searched_for_garbage() -> None:
    stays = [[number] for number in range(10)]
    memory.settle()
    assert gc.get_freeze_count() > len(stays)
    assert all(one is not stays for one in gc.get_objects())


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_any_system_takes_what_it_is_asked(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if platform == "linux" != sys.platform:
        pytest.skip("only Linux has its C library")
    monkeypatch.setattr(sys, "platform", platform)
    memory.keep_memory_together()
    memory.return_memory()
