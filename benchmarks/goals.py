"""The goals, and whether they are met; the report puts them into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.apps import ATLAS, FLOOR, PLAIN, PUBLISHED, TIME_SLIDER, WELL_WRITTEN
from benchmarks.summaries import rows, size_rows, with_fewest_periods

Results = Mapping[str, Any]
Figure = tuple[float, dict[str, Any]]
KILOBYTE, MEGABYTE = 1e3, 1e6
FROZEN_MS = 1000
FRAME_MS = 16.7
CONTROL_MS = 10_000


class MissingError(Exception):
    """A figure that there is not: why (empty if it was not measured), and whether that is the atlas's failure."""

    def __init__(self, why: str = "", ours: bool = False) -> None:
        super().__init__(why)
        self.why, self.ours = why, ours


@dataclass(frozen=True)
class Goal:
    """A goal and what came out.

    Attributes
    ----------
    limit : float
    value : float or None
        None if there is no figure.
    met : bool or None
        None if it can't be said.
    facts : Mapping
        What else the report tells of it.
    missing : str
        Why there is no figure; empty if it was not measured.
    """

    limit: float
    value: float | None = None
    met: bool | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    missing: str = ""


def goals(results: Results) -> dict[str, Goal]:
    """Every goal by name."""
    return {name: _goal(results, *wanted) for name, wanted in _GOALS.items()}


def _goal(results: Results, limit: float, figure: Callable[[Results], Figure], at_least: bool = False) -> Goal:
    try:
        value, facts = figure(results)
    except MissingError as missing:
        return Goal(limit, met=False if missing.ours else None, missing=missing.why)
    return Goal(limit, value, value >= limit if at_least else value <= limit, facts)


def _part(results: Results, name: str) -> Mapping[str, Any]:
    part: Mapping[str, Any] | None = results.get("parts", {}).get(name)
    if part is None:
        raise MissingError
    if "failed" in part:
        raise MissingError(part["failed"])
    return part


def _page(found: Mapping[str, Mapping[str, Any]], name: str) -> Mapping[str, Any]:
    if name not in found or "not_tried" in found[name]:
        raise MissingError
    if "failed" in found[name]:
        raise MissingError(f"{found[name]['title']}: {found[name]['failed']}", ours=name == ATLAS)
    return found[name]


def _builtin(results: Results) -> dict[str, dict[str, Any]]:
    return rows(_part(results, "builtin"))


def _sized(polygons: int) -> Callable[[Results], dict[str, dict[str, Any]]]:
    def found(results: Results) -> dict[str, dict[str, Any]]:
        for size in with_fewest_periods(_part(results, "sizes")["sizes"]):
            if size["asked"] == polygons:
                return size_rows(size)
        raise MissingError

    return found


def _beside(
    other: str, pages: Callable[[Results], dict[str, dict[str, Any]]], what: str = "answer", ours: str = ATLAS
) -> Callable[[Results], Figure]:
    """How many times as long as the other page a page of the atlas takes."""

    def figure(results: Results) -> Figure:
        found = pages(results)
        mine, theirs = (_page(found, name)[what]["median"] for name in (ours, other))
        return mine / theirs, {"ours": mine, "theirs": theirs}

    return figure


def _faster(pages: Callable[[Results], dict[str, dict[str, Any]]]) -> Callable[[Results], Figure]:
    def figure(results: Results) -> Figure:
        found = pages(results)
        ours, plain = (_page(found, name)["answer"]["median"] for name in (ATLAS, PLAIN))
        return plain / ours, {"ours": ours, "plain": plain}

    return figure


def _one_frame(results: Results) -> Figure:
    return float(_page(_builtin(results), ATLAS)["answer"]["median"]), {}


def _frozen(results: Results) -> Figure:
    return float(_page(_sized(17000)(results), ATLAS)["longest"]), {}


def _memory_of_largest(results: Results) -> Figure:
    """What the server holds after a reader has moved."""
    held = _page(_sized(17000)(results), ATLAS).get("memory")
    if held is None:
        raise MissingError
    return float(held), {}


def _step(what: str) -> Callable[[Results], Figure]:
    def figure(results: Results) -> Figure:
        found = _part(results, "browser")[what]
        return found["p95"], found

    return figure


def _step_of(polygons: int, what: str) -> Callable[[Results], Figure]:
    def figure(results: Results) -> Figure:
        found = _page(_sized(polygons)(results), ATLAS)[what]
        return found["p95"], found

    return figure


def _websocket(results: Results) -> Figure:
    """The largest median of all numbers of polygons and periods."""
    found = [_page(_builtin(results), ATLAS)["websocket"]]
    sizes = results.get("parts", {}).get("sizes", {}).get("sizes", [])
    measured: Iterable[Mapping[str, Any]] = (size["apps"].get(ATLAS, {}) for size in sizes)
    found += [app["websocket"] for app in measured if "websocket" in app]
    facts = {"atlases": len(found), "largest": max(one["max"] for one in found), "everywhere": len(sizes)}
    return max(one["median"] for one in found), facts


def _loaded(results: Results) -> Figure:
    """Files, and what the atlas puts into Streamlit's page, as sent; the first messages are told beside them."""
    page = _page(_builtin(results), ATLAS)
    files, messages = page["loaded"]["component"] + page["loaded"]["own"], page["sent_at_load"]
    return files, {"messages": messages}


def _sessions(results: Results) -> Mapping[str, Any]:
    return _page(_part(results, "sessions")["apps"], ATLAS)


def _crowded(many: str, alone: str) -> Callable[[Results], Figure]:
    def figure(results: Results) -> Figure:
        found = _sessions(results)
        p95, single = found[many]["p95"], found[alone]["median"]
        return p95 / single, {"p95": p95, "alone": single}

    return figure


def _errors(results: Results) -> Figure:
    errors = _sessions(results)["errors"]
    return len(errors), {"first": errors[0] if errors else ""}


def _session_bytes(results: Results) -> Figure:
    memory = _sessions(results)["memory"]
    return (memory["during"] - memory["start"]) / _part(results, "sessions")["clients"], memory


def _back(results: Results) -> Figure:
    memory = _sessions(results)["memory"]
    return memory["end"] / memory["start"], memory


def _drawing(results: Results) -> Figure:
    found = _part(results, "drawing")
    return found["ratio"], found


def _load(results: Results) -> Figure:
    library = _part(results, "library")
    ours, theirs = library["load"]["median"], library["read_file"]["median"]
    return ours / theirs, {"ours": ours, "theirs": theirs}


def _control(results: Results) -> Figure:
    large = _part(results, "library").get("large")
    if large is None:
        raise MissingError
    return large["control"], large


def _tick(made_up: bool) -> Callable[[Results], Figure]:
    """From the tick to the repainted map, beside the floor; of the made-up atlases the one with most claims."""

    def pages(results: Results) -> dict[str, dict[str, Any]]:
        found = [one for one in _part(results, "what_if")["atlases"] if one["made_up"] is made_up]
        if not found:
            raise MissingError
        pages: dict[str, dict[str, Any]] = max(found, key=lambda one: one["claims"])["apps"]
        return pages

    return _beside(FLOOR, pages)


def _view(what: str) -> Callable[[Results], Figure]:
    """From the press to the map of a view, beside the floor."""

    def figure(results: Results) -> Figure:
        found = _part(results, "views")
        ours, theirs = found[what]["median"], found["floor"]["median"]
        return ours / theirs, {"ours": ours, "theirs": theirs}

    return figure


_GOALS: Mapping[str, tuple[Any, ...]] = {
    "map": (0.25, _beside(FLOOR, _builtin)),
    "map_one_frame": (FRAME_MS, _one_frame),
    "map_published": (1, _beside(TIME_SLIDER, _builtin, ours=PUBLISHED)),
    "map_beside_plain": (15, _faster(_builtin), True),
    "map_3000": (1, _beside(FLOOR, _sized(3000))),
    "map_3000_beside_plain": (20, _faster(_sized(3000)), True),
    "map_17000": (3, _beside(FLOOR, _sized(17000))),
    "not_frozen": (FROZEN_MS, _frozen),
    "panel": (1, _beside(FLOOR, _builtin, "panel")),
    "panel_17000": (2, _beside(FLOOR, _sized(17000), "panel")),
    "memory_17000": (450 * MEGABYTE, _memory_of_largest),
    "play_step": (FRAME_MS, _step("play_step")),
    "legend_focus": (FRAME_MS, _step("legend_focus")),
    "play_step_3000": (100, _step_of(3000, "play_step")),
    "legend_focus_3000": (100, _step_of(3000, "legend_focus")),
    "view_back": (2, _view("back")),
    "view_first": (6, _view("first")),
    "tick": (2, _tick(made_up=False)),
    "tick_made": (10, _tick(made_up=True)),
    "websocket": (5 * KILOBYTE, _websocket),
    "loaded": (150 * KILOBYTE, _loaded),
    "cold": (0.4, _beside(FLOOR, _builtin, "cold")),
    "warm": (0.4, _beside(FLOOR, _builtin, "warm")),
    "cold_working": (0.9, _beside(WELL_WRITTEN, _builtin, "cold_working")),
    "warm_working": (1, _beside(WELL_WRITTEN, _builtin, "warm_working")),
    "sessions_browser": (5, _crowded("browser", "alone")),
    "sessions_light": (5, _crowded("light", "light_alone")),
    "sessions_errors": (0, _errors),
    "sessions_memory": (5 * MEGABYTE, _session_bytes),
    "sessions_back": (1.1, _back),
    "drawing": (2, _drawing),
    "load": (3, _load),
    "control_large": (CONTROL_MS, _control),
}
