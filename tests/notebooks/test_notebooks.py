"""Every notebook runs from top to bottom without a network, and its saved outputs are those of such a run."""

from __future__ import annotations

import getpass
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

import geodata
from tests.notebooks.running import METADATA, NOTEBOOKS, ROOT, run, tidy, told

pytestmark = pytest.mark.slow

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

    def test_kunduz_is_what_the_words_say(self) -> None:
        """Its side firm by a claim that names no party, its party weak by another claim."""
        atlas = geodata.load()
        call = atlas.control("1988-89").set_index("province_id").loc["kunduz"]
        assert (call["side_strength"], call["strength"]) == ("firm", "weak")
        claims = atlas.claims(province="kunduz", period="1988-89").set_index("claim_id").loc[list(call["claim_ids"])]
        assert {*zip(claims["names_party"], claims["strength"], strict=True)} == {(False, "firm"), (True, "weak")}


class TestChanges:
    PATH = ROOT / "notebooks" / "changes-between-years.ipynb"

    def test_faryab_is_what_the_words_say(self) -> None:
        """Calls that differ, each with claims to be read."""
        atlas = geodata.load()
        calls = [atlas.control(period).set_index("province_id").loc["faryab"] for period in ("1985", "1988-89")]
        assert len({(call["status"], call["factions"]) for call in calls}) == 2
        assert all(call["claim_ids"] for call in calls)

    def test_a_province_that_changed_hands_is_told_with_a_reason_and_no_other_is(self) -> None:
        atlas = geodata.load()
        (told,) = [output.text for output in outputs(self.PATH) if "changed hands" in output.get("text", "")]
        periods = [period.id for period in atlas.periods]
        pairs = [(one, other) for place, one in enumerate(periods) for other in periods[place + 1 :]]
        frames = [atlas.changes(*pair) for pair in pairs]
        expected = [
            line
            for frame in frames
            for name, kind, reasons in zip(frame["name"], frame["kind"], frame["reason"], strict=True)
            if kind == "changed-hands"
            for line in (name, *reasons)
        ]
        assert re.findall(r"^ +([^:\n]+):", told, re.M) == expected
        counted = re.findall(r"changed hands (\d+), other sources (\d+)$", told, re.M)
        assert counted == [
            (str((frame["kind"] == "changed-hands").sum()), str((frame["kind"] == "other-sources").sum()))
            for frame in frames
        ]


class TestMadeUpNumbers:
    PATH = ROOT / "notebooks" / "join-your-own-table.ipynb"

    def test_are_called_so_in_the_first_cell_and_every_table(self) -> None:
        assert "made up" in read(self.PATH).cells[0].source
        tables = [output.data["text/html"] for output in outputs(self.PATH) if "text/html" in output.get("data", {})]
        assert tables
        assert all("made_up" in table for table in tables)

    def test_their_sign_is_none_of_the_atlas(self) -> None:
        """They are drawn as triangles that point down; a diamond is a contested capital."""
        assert not {"triangle-down", "diamond"} & {*geodata.load().sides["sign"]}


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
