"""What a reader notices while figures are asked for: a few moves and figures, to see that it is measured."""

from __future__ import annotations

from dataclasses import replace

import pytest

import geodata
from benchmarks import drawing
from benchmarks.effort import TRIAL
from tests.made_up import Folder

pytestmark = pytest.mark.slow


def test_a_hundred_figures_are_those_that_there_are_again_and_again() -> None:
    names = drawing.figures(["1900", "1910-11"])
    assert len(names) == 100
    # Two periods and all of them together, in each colouring, as three kinds of file.
    assert len(set(names)) == 3 * len(geodata.COLOURINGS) * 3
    assert {"figure.1900.faction.png", "figure.all.faction.pdf"} <= set(names)


def test_moves_are_measured_while_figures_are_drawn(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "FIGURES", 12)
    monkeypatch.setattr(drawing, "EVERY_SECONDS", 0)
    found = drawing.measure_drawing(replace(TRIAL, moves=4), folder.path)
    assert found["alone"]["median"] > 0
    assert found["ratio"] == pytest.approx(found["meanwhile"]["median"] / found["alone"]["median"])
    # One is drawn and eight wait for each process; whoever comes then is asked to come again.
    assert sum(found["statuses"].values()) == 12
    assert set(found["statuses"]) <= {"200", "503"}
