"""From moments to times, and from times to medians; nothing here takes the time of anything."""

from __future__ import annotations

import doctest
from types import ModuleType
from typing import Any

import pytest

from benchmarks import figures, labels, show, visits
from benchmarks.figures import Times, bounce, final_change, percentile, rotated, spread


def moment(content: str, changed: float, what: str = "map", painted: float | None = -1) -> dict[str, Any]:
    return {
        "what": what,
        "content": content,
        "empty": content == "",
        "changed": changed,
        "painted": changed + 20 if painted == -1 else painted,
    }


class TestFinalChange:
    def test_counts_from_the_key_to_the_first_sight_of_what_remains(self) -> None:
        seen = [moment("before", 90), moment("half", 130), moment("whole", 150), moment("text", 300, "panel")]
        assert final_change(seen, "map", since=100) == Times(changed=50, painted=70)
        assert final_change(seen, "panel", since=100) == Times(changed=200, painted=220)

    def test_a_relapse_counts_as_flicker(self) -> None:
        seen = [moment("new", 110), moment("old", 120), moment("new", 130)]
        assert final_change(seen, "map", since=100) == Times(changed=10, painted=30, flickers=1)

    def test_a_change_that_was_never_painted_does_not_count(self) -> None:
        seen = [moment("new", 110, painted=None), moment("new", 140)]
        assert final_change(seen, "map", since=100).painted == 60

    @pytest.mark.parametrize("seen", [[], [moment("before", 90)], [moment("new", 110), moment("", 120)]])
    def test_no_change_is_an_error(self, seen: list[dict[str, Any]]) -> None:
        with pytest.raises(ValueError, match="did not change"):
            final_change(seen, "map", since=100)


class TestArithmetic:
    def test_bounce_stays_on_the_slider(self) -> None:
        for stops in (2, 3, 40):
            place, visited = 0, {0}
            for key in bounce(stops, 4 * stops):
                place += 1 if key == "ArrowRight" else -1
                visited.add(place)
            assert visited == set(range(stops))

    def test_percentile_is_the_nearest_rank(self) -> None:
        values = list(range(40, 0, -1))
        assert percentile(values, 95) == 38
        assert percentile(values, 100) == 40
        assert percentile([7], 95) == 7

    def test_spread(self) -> None:
        assert spread([3, 1, 2, 10]) == {"median": 2.5, "p95": 10, "min": 1, "max": 10, "count": 4}

    def test_every_application_begins_once(self) -> None:
        assert [rotated("abcd", turn)[0] for turn in range(5)] == list("abcda")


@pytest.mark.parametrize("module", [figures, labels, show, visits], ids=lambda module: module.__name__)
def test_examples(module: ModuleType) -> None:
    told = doctest.testmod(module)
    assert told.attempted
    assert not told.failed
