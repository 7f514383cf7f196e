"""Labels keep apart from each other and from lines."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.labels import free_place, spaced

HEIGHT = 20


def test_labels_keep_apart_and_in_order() -> None:
    places = spaced([100, 101, 102, 300, 90], HEIGHT)
    ordered = sorted(places)
    assert all(later - earlier >= HEIGHT for earlier, later in pairwise(ordered))
    assert sorted(range(5), key=places.__getitem__) == [4, 0, 1, 2, 3]
    assert places[3] == 300


def test_a_label_keeps_off_lines_and_in_the_area() -> None:
    area = (0, 0, 200, 200)
    steep = [(100, 100), (100, 0)]
    flat = [(0, 130), (200, 130)]
    x, y = free_place((100, 100), (60, HEIGHT), [steep, flat], area)
    assert not (x - 30 <= 100 <= x + 30 and y - 10 <= 100), "off the steep line"
    assert not y - 10 <= 130 <= y + 10, "off the flat line"
    x, y = free_place((195, 5), (60, HEIGHT), [], area)
    assert x + 30 <= 200
    assert y - 10 >= 0
