"""The results as a page to read and a chart."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.apps import ATLAS, FLOOR, PLAIN
from benchmarks.figures import spread
from benchmarks.machine import QUIET_LOAD
from benchmarks.visits import COMPONENT, OWN, STREAMLIT

TEMPLATES = Path(__file__).parent / "templates"
KILOBYTE = 1000
SMALL_KILOBYTES = 10
WIDTH, LEFT, RIGHT, TOP, ROW = 1000, 370, 170, 84, 40
FIRST_TICK = 10
JITTER = (0, 7, -6, 3, -8, 5, -3, 8, -5, 2, -7)


@dataclass(frozen=True)
class Goal:
    """A goal and what came out.

    Attributes
    ----------
    what, wanted, measured : str
    met : bool
    """

    what: str
    wanted: str
    measured: str
    met: bool


def write_report(results: Mapping[str, Any], folder: Path) -> None:
    """Write ``RESULTS.md`` and ``results/moves.svg``."""
    (folder / "results").mkdir(parents=True, exist_ok=True)
    page = _template("RESULTS.md.j2").render(
        results=results, rows=rows(results), goals=goals(results), show=SHOW, quiet_load=QUIET_LOAD
    )
    (folder / "RESULTS.md").write_text(page, encoding="utf-8")
    (folder / "results" / "moves.svg").write_text(chart(results), encoding="utf-8")


def rows(results: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Summary of each application by name, with its ratios to the floor and to the plain page."""
    summaries = {name: _summary(app) for name, app in results["apps"].items()}
    floor, plain = summaries[FLOOR], summaries[PLAIN]
    for summary in summaries.values():
        summary["answer_to_floor"] = summary["answer"]["median"] / floor["answer"]["median"]
        summary["plain_to_answer"] = plain["answer"]["median"] / summary["answer"]["median"]
        summary["panel_to_floor"] = summary["panel"]["median"] / floor["panel"]["median"]
        summary["plain_to_panel"] = plain["panel"]["median"] / summary["panel"]["median"]
        for kind in ("cold", "warm"):
            summary[f"{kind}_to_floor"] = summary[kind]["median"] / floor[kind]["median"]
    return summaries


def goals(results: Mapping[str, Any]) -> list[Goal]:
    """The goals that this run speaks to, and whether they are met."""
    summaries = rows(results)
    atlas, floor = summaries[ATLAS], summaries[FLOOR]
    faster = atlas["plain_to_answer"]
    socket = median(move["websocket"] for move in results["apps"][ATLAS]["wire"])
    once = atlas["loaded"][OWN] + atlas["loaded"][COMPONENT]
    return [
        Goal(
            "slider move to repainted map",
            "at most 0.25 × the floor",
            f"{atlas['answer_to_floor']:.2f} × ({SHOW['ms'](atlas['answer']['median'])} of "
            f"{SHOW['ms'](floor['answer']['median'])})",
            atlas["answer_to_floor"] <= 0.25,
        ),
        Goal("the same beside the plain page", "at least 15 × faster", f"{faster:.1f} × faster", faster >= 15),
        Goal(
            "slider move to updated panel and legend",
            "at most 1.5 × the floor",
            f"{atlas['panel_to_floor']:.2f} ×",
            atlas["panel_to_floor"] <= 1.5,
        ),
        Goal(
            "websocket bytes per move, as sent",
            "at most 5 kB",
            f"{SHOW['bytes'](socket)} ({SHOW['bytes'](atlas['received']['median'])} before compression)",
            socket <= 5 * KILOBYTE,
        ),
        Goal(
            "loaded once beyond Streamlit's own bundle",
            "at most 150 kB",
            SHOW["bytes"](once),
            once <= 150 * KILOBYTE,
        ),
        *(
            Goal(
                f"first map paint, {words}",
                "at most 1.5 × an empty Streamlit page",
                f"{atlas[f'{kind}_to_floor']:.2f} ×",
                atlas[f"{kind}_to_floor"] <= 1.5,
            )
            for kind, words in (("cold", "cold server"), ("warm", "warm server"))
        ),
    ]


def chart(results: Mapping[str, Any]) -> str:
    """Every move as a dot on a logarithmic scale, with median and 95th percentile."""
    series = []
    for app in results["apps"].values():
        for what, words in (("map", "map repainted"), ("panel", "panel updated")):
            values = [move[what]["painted"] for move in app["moved"] if move[what]]
            if values:
                series.append((app["title"], what, words, values))
    largest = max(max(values) for *_, values in series)
    place = _scale(largest)
    drawn = []
    for number, (title, what, words, values) in enumerate(series):
        y = TOP + ROW * number + ROW / 2
        summary = spread(values)
        dots = [(place(value), y + JITTER[index % len(JITTER)]) for index, value in enumerate(values)]
        drawn.append(
            {
                "title": title if number == 0 or series[number - 1][0] != title else "",
                "words": words,
                "kind": what,
                "y": y,
                "dots": [(round(x, 1), round(dot_y, 1)) for x, dot_y in dots],
                "median": round(place(summary["median"]), 1),
                "p95": round(place(summary["p95"]), 1),
                "label": f"{summary['median']:.0f} ms, p95 {summary['p95']:.0f} ms",
            }
        )
    ticks = [(round(place(tick), 1), f"{tick}") for tick in _ticks(largest)]
    return _template("moves.svg.j2").render(
        width=WIDTH,
        height=TOP + ROW * len(drawn) + 46,
        left=LEFT,
        right=WIDTH - RIGHT,
        top=TOP,
        bottom=TOP + ROW * len(drawn),
        series=drawn,
        ticks=ticks,
        frame=round(place(results["frame_ms"]), 1),
        results=results,
    )


def _summary(app: Mapping[str, Any]) -> dict[str, Any]:
    answer = "map" if app["has_map"] else "panel"
    moved: Sequence[Mapping[str, Any]] = app["moved"]
    return {
        "title": app["title"],
        "has_map": app["has_map"],
        "answer": spread([move[answer]["painted"] for move in moved]),
        "changed": spread([move[answer]["changed"] for move in moved]),
        "panel": spread([move["panel"]["painted"] for move in moved]),
        "first": max(move[answer]["painted"] for move in app["first"]),
        "flickers": sum(move[what]["flickers"] for move in moved for what in ("map", "panel") if move[what]),
        "received": spread([move["received"] for move in moved]),
        "sent": spread([move["sent"] for move in moved]),
        "websocket": spread([move["websocket"] for move in app["wire"]]),
        "requests": spread([move["requests"] for move in app["wire"]]),
        "ready": median(app["ready_seconds"]),
        "cold": spread([visit[answer]["painted"] for visit in app["cold"]]),
        "warm": spread([visit[answer]["painted"] for visit in app["warm"]]),
        "loaded": {part: app["loaded"].get(part, 0) for part in (STREAMLIT, COMPONENT, OWN)},
        "socket_at_load": app["socket_at_load"],
        "foreign": app["foreign"],
    }


def _ticks(largest: float) -> list[int]:
    ticks = [FIRST_TICK]
    while ticks[-1] < largest:
        ticks.append(ticks[-1] * (2 if str(ticks[-1])[0] in "15" else 5) // (1 if str(ticks[-1])[0] in "15" else 2))
    return ticks


def _scale(largest: float) -> Callable[[float], float]:
    first, last = math.log(FIRST_TICK), math.log(_ticks(largest)[-1])

    def place(value: float) -> float:
        share = (math.log(max(value, FIRST_TICK)) - first) / (last - first)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    return place


def _ms(value: float) -> str:
    return f"{value:.0f} ms" if value < 10_000 else f"{value / 1000:.1f} s"


def _bytes(value: float) -> str:
    kilobytes = value / KILOBYTE
    return f"{kilobytes:.1f} kB" if kilobytes < SMALL_KILOBYTES else f"{kilobytes:,.0f} kB"


SHOW: Mapping[str, Callable[[float], str]] = {"ms": _ms, "bytes": _bytes}


def _template(name: str) -> Any:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=name.endswith(".svg.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
