"""Every notebook runs from top to bottom without a network, and its saved outputs are those of such a run."""

from __future__ import annotations

import getpass
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.notebooks.running import METADATA, NOTEBOOKS, ROOT, run, tidy, told

NAMES = ["changes-between-years", "how-much-do-we-know", "join-your-own-table", "tour"]
LARGEST = 1_000_000
REFRESH = "run: python -m tests.notebooks.running"

# What a page loads by itself; links that a reader may follow do not count.
LOADED = re.compile(
    r"""<(?:script|img|iframe|link|source)\b[^>]*?\b(?:src|href)\s*=\s*["']?(?:https?:)?//[^>]*>""", re.I
)

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def code_cells(path: Path) -> list[Any]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def outputs(path: Path) -> list[Any]:
    return [output for cell in code_cells(path) for output in cell.outputs]


def test_all_four_are_there_and_the_readme_names_them() -> None:
    assert [path.stem for path in NOTEBOOKS] == NAMES
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"notebooks/{name}.ipynb" not in readme] == []


@each
def test_runs_without_error_and_says_what_is_saved(path: Path) -> None:
    assert told(tidy(run(path))) == told(read(path)), f"saved outputs are old; {REFRESH}"


@each
class TestSaved:
    def test_is_valid(self, path: Path) -> None:
        nbformat.validate(read(path))

    def test_is_small(self, path: Path) -> None:
        assert path.stat().st_size < LARGEST

    def test_was_run_from_top_to_bottom(self, path: Path) -> None:
        cells = code_cells(path)
        assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1)), REFRESH

    def test_has_no_error(self, path: Path) -> None:
        assert [output for output in outputs(path) if output.output_type == "error"] == []

    def test_warns_only_where_it_means_to(self, path: Path) -> None:
        said = "".join(output.text for output in outputs(path) if output.get("name") == "stderr")
        lines = [line for line in said.splitlines() if line]
        if path.stem == "join-your-own-table":
            assert lines == [
                "UserWarning: unmapped, no province: Badakshan",
                "UserWarning: unused entry: Kabool",
            ]
        else:
            assert lines == []

    def test_has_pictures_and_text_between_cells(self, path: Path) -> None:
        assert any("image/png" in output.get("data", {}) for output in outputs(path))
        kinds = [cell.cell_type for cell in read(path).cells]
        assert kinds[0] == "markdown"
        assert kinds.count("markdown") * 2 >= kinds.count("code")

    def test_tells_nothing_of_the_machine(self, path: Path) -> None:
        notebook = read(path)
        assert notebook.metadata == METADATA
        assert all(cell.metadata == {} for cell in notebook.cells)
        text = path.read_text(encoding="utf-8")
        assert str(ROOT) not in text
        assert (
            re.findall(r"(?:/tmp|/home|/root|/Users)/\w+|[A-Z]:\\\\Users|ipykernel_\d+| at 0x[0-9a-f]{6,}", text) == []
        )
        assert f"/{getpass.getuser()}/" not in text

    def test_loads_nothing_from_elsewhere(self, path: Path) -> None:
        shown = "".join(output.get("data", {}).get("text/html", "") for output in outputs(path))
        assert LOADED.findall(shown) == []


class TestTour:
    PATH = ROOT / "notebooks" / "tour.ipynb"

    def test_map_is_inside(self) -> None:
        shown = [output.data["text/html"] for output in outputs(self.PATH) if "text/html" in output.get("data", {})]
        frames = [html for html in shown if "<iframe" in html]
        assert len(frames) == 1
        assert "srcdoc=" in frames[0]
        assert "Leaflet" in frames[0]

    def test_figure_has_a_text_for_those_who_cannot_see_it(self) -> None:
        pictures = [output for output in outputs(self.PATH) if "image/png" in output.get("data", {})]
        assert ["Kunduz" in output.metadata["image/png"]["alt"] for output in pictures] == [True]


class TestMadeUpNumbers:
    PATH = ROOT / "notebooks" / "join-your-own-table.ipynb"

    def test_are_called_so_in_the_first_cell_and_every_table(self) -> None:
        assert "made up" in read(self.PATH).cells[0].source
        tables = [output.data["text/html"] for output in outputs(self.PATH) if "text/html" in output.get("data", {})]
        assert tables
        assert all("made_up" in table for table in tables)


class TestThisTest:
    """The patterns see what they should."""

    @pytest.mark.parametrize(
        "html",
        [
            '<script src="https://a.example/b.js">',
            "<link rel=stylesheet href='//a.example/b.css'>",
            "<img src=http://a/b>",
        ],
    )
    def test_loaded(self, html: str) -> None:
        assert LOADED.findall(html)

    def test_a_link_is_not_loaded(self) -> None:
        assert not LOADED.findall('<a href="https://leafletjs.com">Leaflet</a><iframe srcdoc="x"></iframe>')

    def test_a_failing_cell_fails(self, tmp_path: Path) -> None:
        path = tmp_path / "broken.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 / 0")]), path)
        with pytest.raises(Exception, match="ZeroDivisionError"):
            run(path)

    def test_the_network_is_off(self, tmp_path: Path) -> None:
        path = tmp_path / "asks.ipynb"
        cell = nbformat.v4.new_code_cell("import urllib.request\nurllib.request.urlopen('http://example.org')")
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
        with pytest.raises(Exception, match="the network is off"):
            run(path)
