"""Summaries of what was measured: medians, and ratios to the floor and to the plain page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean, median
from typing import Any

from benchmarks.apps import FLOOR, PLAIN
from benchmarks.figures import spread
from benchmarks.visits import COMPONENT, DOCUMENT, OWN, STREAMLIT

Summary = dict[str, Any]


def rows(builtin: Mapping[str, Any]) -> dict[str, Summary]:
    """Summary of each page over the built-in atlas by name; of a page that failed, title and reason."""
    found = {name: app if "failed" in app else _summary(app) for name, app in builtin["apps"].items()}
    _beyond_streamlit(found)
    for summary in found.values():
        for kind in () if "failed" in summary else ("cold", "cold_working", "warm", "warm_working"):
            summary[f"{kind}_to_floor"] = _ratio(summary, found.get(FLOOR), kind)
    return with_ratios(found)


def size_rows(size: Mapping[str, Any]) -> dict[str, Summary]:
    """The same of each page over a made-up atlas."""
    found = {name: dict(app) for name, app in size["apps"].items()}
    _beyond_streamlit(found)
    for summary in found.values():
        if "answer" in summary:
            answer = "map" if summary["has_map"] else "panel"
            for kind, opened in (("cold", summary["opened"]), ("second", summary.get("warm"))):
                summary[kind] = opened and _seen(opened, answer)
                summary[f"{kind}_working"] = opened and opened[answer]["painted"]
    return with_ratios(found)


def with_ratios(found: dict[str, Summary]) -> dict[str, Summary]:
    """Add to each summary its ratios of moves; None where there is nothing to compare with."""
    for summary in found.values():
        if "answer" in summary:
            summary["answer_to_floor"] = _ratio(summary, found.get(FLOOR), "answer")
            summary["panel_to_floor"] = _ratio(summary, found.get(FLOOR), "panel")
            summary["plain_to_answer"] = _ratio(found.get(PLAIN, {}), summary, "answer")
    return found


def with_fewest_periods(sizes: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The sizes over which every page was measured."""
    fewest = min((size["periods"] for size in sizes), default=0)
    return [size for size in sizes if size["periods"] == fewest]


def _seen(opened: Mapping[str, Any], answer: str) -> float:
    """When a map was seen first: the picture that stands for it, if there is one."""
    return float(opened.get("picture", opened[answer])["painted"])


def _beyond_streamlit(found: Mapping[str, Summary]) -> None:
    """Split what was loaded: the document is Streamlit's as far as the floor's goes, the rest is the page's own."""
    floor = found.get(FLOOR, {}).get("loaded", {}).get(DOCUMENT, 0)
    for summary in found.values():
        if "loaded" in summary:
            loaded = summary["loaded"]
            document = loaded.get(DOCUMENT, 0)
            shared = min(document, floor)
            summary["loaded"] = {
                STREAMLIT: loaded.get(STREAMLIT, 0) + shared,
                COMPONENT: loaded.get(COMPONENT, 0),
                OWN: loaded.get(OWN, 0) + document - shared,
            }


def _ratio(one: Mapping[str, Any], other: Mapping[str, Any] | None, what: str) -> float | None:
    if not other or what not in one or what not in other:
        return None
    return float(one[what]["median"] / other[what]["median"])


def _summary(app: Mapping[str, Any]) -> Summary:
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
        "longest": max(move["longest"] for move in moved),
        "cpu_ms": fmean(move["cpu_ms"] for move in moved),
        "memory": app["memory"],
        "received": spread([move["received"] for move in moved]),
        "sent": spread([move["sent"] for move in moved]),
        "websocket": spread([move["websocket"] for move in app["wire"]["moves"]]),
        "requests": spread([move["requests"] for move in app["wire"]["moves"]]),
        "ready": median(app["ready_seconds"]),
        "cold": spread([_seen(visit, answer) for visit in app["cold"]]),
        "cold_working": spread([visit[answer]["painted"] for visit in app["cold"]]),
        "warm": spread([_seen(visit, answer) for visit in app["warm"]]),
        "warm_working": spread([visit[answer]["painted"] for visit in app["warm"]]),
        "picture": "picture" in app["cold"][0],
        "loaded": app["loaded"],
        "socket_at_load": app["socket_at_load"],
        "sent_at_load": app["wire"]["at_load"],
        "foreign": app["foreign"],
    }
