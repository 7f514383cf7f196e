"""The charts: each move as a dot, and moves by the number of polygons."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.apps import FLOOR
from benchmarks.figures import spread
from benchmarks.labels import free_place, spaced
from benchmarks.summaries import rows, size_rows, with_fewest_periods
from benchmarks.templates import template

Place = Callable[[float], float]
WIDTH, LEFT, RIGHT, TOP, ROW = 1000, 394, 190, 84, 40
JITTER = (0, 7, -6, 3, -8, 5, -3, 8, -5, 2, -7)
SIZES_WIDTH, SIZES_HEIGHT = 1000, 560
SIZES_LEFT, SIZES_RIGHT, SIZES_TOP, SIZES_BOTTOM = 84, 250, 84, 500
LABEL_HEIGHT = 20
STOPPED_WIDTH = 250
"""About as wide as the longest label of a page that was stopped."""


def moves_chart(builtin: Mapping[str, Any]) -> str:
    """Every move over the built-in atlas as a dot on a logarithmic scale, with median and 95th percentile."""
    series = []
    for app in builtin["apps"].values():
        for what in () if "failed" in app else ("map", "panel"):
            values = [move[what]["painted"] for move in app["moved"] if move[what]]
            if values:
                series.append((app["title"], what, values))
    ticks = _ticks([builtin["frame_ms"], *(value for *_, values in series for value in values)])
    place = _scale(ticks, LEFT, WIDTH - RIGHT)
    drawn = []
    for number, (title, what, values) in enumerate(series):
        y = TOP + ROW * number + ROW / 2
        summary = spread(values)
        dots = [(place(value), y + JITTER[index % len(JITTER)]) for index, value in enumerate(values)]
        drawn.append(
            {
                "title": title if number == 0 or series[number - 1][0] != title else "",
                "kind": what,
                "y": y,
                "dots": [(round(x, 1), round(dot_y, 1)) for x, dot_y in dots],
                "median": round(place(summary["median"]), 1),
                "p95": round(place(summary["p95"]), 1),
                "figures": summary,
            }
        )
    return template("moves.svg.j2").render(
        width=WIDTH,
        height=TOP + ROW * len(drawn) + 46,
        left=LEFT,
        right=WIDTH - RIGHT,
        top=TOP,
        bottom=TOP + ROW * len(drawn),
        series=drawn,
        ticks=[(round(place(tick), 1), tick) for tick in ticks],
        frame=round(place(builtin["frame_ms"]), 1),
        builtin=builtin,
    )


def sizes_chart(builtin: Mapping[str, Any], sizes: Sequence[Mapping[str, Any]]) -> str:
    """Median milliseconds to the repainted map by the number of polygons, both logarithmic, a line for each page."""
    found = [(builtin["provinces"], rows(builtin))]
    found += [(size["provinces"], size_rows(size)) for size in with_fewest_periods(sizes)]
    lines: dict[str, list[tuple[float, float]]] = {}
    stopped: dict[str, int] = {}
    floors = []
    sized = {name for size in sizes for name in size["apps"]}
    for provinces, pages in found:
        for name, page in pages.items():
            if "failed" in page:
                stopped.setdefault(name, provinces)
            elif name == FLOOR:
                floors.append(page["answer"]["median"])
            elif "answer" in page and name in sized:
                lines.setdefault(name, []).append((provinces, page["answer"]["median"]))
    floor = median(floors)
    ticks = _ticks([floor, *(value for points in lines.values() for _, value in points)])
    down = _scale(ticks, SIZES_BOTTOM, SIZES_TOP)
    polygons = [provinces for provinces, _ in found]
    across = _scale([min(polygons) * 0.8, max(polygons) * 1.25], SIZES_LEFT, SIZES_WIDTH - SIZES_RIGHT)
    drawn = [
        {
            "name": name,
            "points": [(round(across(x), 1), round(down(y), 1)) for x, y in points],
            "stopped": stopped.get(name),
            "last": points[-1][1],
        }
        for name, points in lines.items()
    ]
    drawn_lines = [line["points"] for line in drawn] + [
        [(SIZES_LEFT, down(floor)), (SIZES_WIDTH - SIZES_RIGHT, down(floor))]
    ]
    area = (SIZES_LEFT, SIZES_TOP, SIZES_WIDTH - SIZES_RIGHT, SIZES_BOTTOM)
    for line in drawn:
        if line["stopped"] is not None:
            line["label_at"] = free_place(line["points"][-1], (STOPPED_WIDTH, LABEL_HEIGHT), drawn_lines, area)
    ends = [line["points"][-1][1] for line in drawn if line["stopped"] is None]
    labels = spaced([*ends, down(floor)], LABEL_HEIGHT)
    for line, y in zip((line for line in drawn if line["stopped"] is None), labels, strict=False):
        line["label"] = round(y, 1)
    return template("sizes.svg.j2").render(
        width=SIZES_WIDTH,
        height=SIZES_HEIGHT,
        left=SIZES_LEFT,
        right=SIZES_WIDTH - SIZES_RIGHT,
        top=SIZES_TOP,
        bottom=SIZES_BOTTOM,
        lines=drawn,
        floor={"y": round(down(floor), 1), "label": round(labels[-1], 1), "ms": floor},
        polygons=[(round(across(one), 1), one) for one in polygons],
        ticks=[(round(down(tick), 1), tick) for tick in ticks],
    )


def _ticks(values: Sequence[float]) -> list[float]:
    """1, 2, 5, 10, … around all values."""
    lowest = 10.0 ** math.floor(math.log10(min(values)))
    ticks = [lowest * step * 10**power for power in range(12) for step in (1, 2, 5)]
    first = max(number for number, tick in enumerate(ticks) if tick <= min(values))
    last = min(number for number, tick in enumerate(ticks) if tick >= max(values))
    return ticks[first : max(last, first + 1) + 1]


def _scale(ends: Sequence[float], start: float, end: float) -> Place:
    first, last = math.log(ends[0]), math.log(ends[-1])

    def place(value: float) -> float:
        return start + (math.log(value) - first) / (last - first) * (end - start)

    return place
