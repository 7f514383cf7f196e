"""The charts hold every figure, inside their frame."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from benchmarks.charts import moves_chart, sizes_chart
from benchmarks.report import write_report
from tests.benchmarks.measured import results

SVG = "{http://www.w3.org/2000/svg}"


def test_every_move_is_a_dot() -> None:
    drawing = ET.fromstring(moves_chart(results()["parts"]["builtin"]))
    circles = drawing.findall(f".//{SVG}circle")
    # Three moves of each: panels of seven pages, maps of six.
    assert len(circles) == 3 * 13
    assert all(0 < float(circle.attrib["cx"]) < float(drawing.attrib["width"]) for circle in circles)


def test_a_line_for_each_page_and_a_point_for_each_size() -> None:
    parts = results()["parts"]
    drawing = ET.fromstring(sizes_chart(parts["builtin"], parts["sizes"]["sizes"]))
    groups = {group.attrib["class"]: group for group in drawing.findall(f"{SVG}g")}
    points = {name: len(group.find(f"{SVG}polyline").attrib["points"].split()) for name, group in groups.items()}
    # The built-in atlas and two sizes; plain fails with 17,000, plotly with 3,000.
    assert points == {"atlas": 3, "well_written": 3, "plain": 2, "time_slider": 3, "plotly_animated": 1}
    texts = ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]
    assert "the atlas: 301 ms" in texts
    assert "plotly animation: not with 3,000" in texts
    assert "floor: 100 ms" in texts


def test_a_chart_of_an_earlier_run_does_not_stay(tmp_path: Path) -> None:
    measured = results()
    write_report(measured, tmp_path)
    assert {file.name for file in (tmp_path / "results").iterdir()} == {"moves.svg", "sizes.svg"}
    del measured["parts"]["builtin"]
    write_report(measured, tmp_path)
    assert not list((tmp_path / "results").iterdir())
