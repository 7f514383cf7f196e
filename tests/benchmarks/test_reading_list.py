"""How the reading list is judged: the area under the curve, and one small atlas by hand."""

from __future__ import annotations

import pytest

from benchmarks.reading_list import auc, scores, told
from tests.made_up import Folder

RANKS = {("p", name): rank for rank, name in enumerate("abcd", start=1)}


@pytest.mark.parametrize(
    ("positive", "expected"),
    [("ab", 1.0), ("cd", 0.0), ("ad", 0.5), ("b", 2 / 3), ("", None), ("abcd", None)],
)
def test_how_often_a_positive_stands_before_another(positive: str, expected: float | None) -> None:
    found = auc(RANKS, {("p", name) for name in positive})
    assert found == (None if expected is None else pytest.approx(expected))


def test_a_small_atlas_by_hand(folder: Folder) -> None:
    """Without S01 the list is: north, coast, south of 1910-11 (no evidence, by size), then south and north of 1900.

    S01 changes the first, the second and the last. Of the six pairs with the two others, four are in order. They are
    also all that it speaks of.
    """
    found = {one.source_id: one for one in scores(folder.load())}
    assert found["S01"][1:] == (3, pytest.approx(4 / 6), None, pytest.approx(4 / 6))
    assert set(found) == {"S01", "S02"}
    assert "2 sources" in told(found.values())
