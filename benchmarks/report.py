"""The results as a page to read and two charts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.charts import moves_chart, sizes_chart
from benchmarks.goals import goals
from benchmarks.machine import QUIET_LOAD
from benchmarks.show import SHOW
from benchmarks.summaries import rows, size_rows, with_fewest_periods
from benchmarks.templates import template


def write_report(results: Mapping[str, Any], folder: Path) -> None:
    """Write ``RESULTS.md``, and beside the results the charts of what was measured."""
    parts = results["parts"]
    builtin = measured(parts, "builtin")
    sizes = measured(parts, "sizes")
    charts = {}
    if builtin:
        charts["moves.svg"] = moves_chart(builtin)
    if builtin and sizes:
        charts["sizes.svg"] = sizes_chart(builtin, sizes["sizes"])
    page = template("RESULTS.md.j2").render(
        note=results.get("note", ""),
        parts=parts,
        runs=sorted({part["run"]["begun"] for part in parts.values()}),
        machines=machines(parts),
        goals=goals(results),
        rows=rows(builtin) if builtin else {},
        sizes=[(size, size_rows(size)) for size in with_fewest_periods(sizes["sizes"])] if sizes else [],
        long=[(size, size_rows(size)) for size in _longer(sizes["sizes"])] if sizes else [],
        charts=charts,
        show=SHOW,
        busy=busy_runs(parts),
        **{
            name: measured(parts, name)
            for name in ("builtin", "browser", "views", "what_if", "sessions", "drawing", "library", "events")
        },
        measured_sizes=sizes,
    )
    (folder / "results").mkdir(parents=True, exist_ok=True)
    (folder / "RESULTS.md").write_text(page, encoding="utf-8")
    for name in ("moves.svg", "sizes.svg"):
        file = folder / "results" / name
        if name in charts:
            file.write_text(charts[name], encoding="utf-8")
        else:
            file.unlink(missing_ok=True)


def measured(parts: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    """A part, unless it was not measured or failed."""
    part: Mapping[str, Any] | None = parts.get(name)
    return None if part is None or "failed" in part else part


def busy_runs(parts: Mapping[str, Any]) -> list[str]:
    """Runs before which other work was going on: later parts of a run come after its own work."""
    first: dict[str, float] = {}
    for part in parts.values():
        first.setdefault(part["run"]["begun"], part["run"]["load"]["before"])
    return [run for run, load in first.items() if load >= QUIET_LOAD]


def machines(parts: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], list[str]]]:
    """Each machine with the parts that were measured on it: one, where all is in order."""
    found: list[tuple[Mapping[str, Any], list[str]]] = []
    for name, part in parts.items():
        for described, names in found:
            if described == part["run"]["machine"]:
                names.append(name)
                break
        else:
            found.append((part["run"]["machine"], [name]))
    return found


def _longer(sizes: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    few = with_fewest_periods(sizes)
    return [size for size in sizes if size not in few]
