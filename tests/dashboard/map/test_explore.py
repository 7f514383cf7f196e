"""The map in a notebook."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import folium
import pytest

import geodata
from dashboard.map import explore
from geodata.tables.template import write_template

FOREIGN = re.compile(r"""(?:src|href|@import|url\()\s*[=("']*\s*(?:https?:)?//""")
SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)


def markup(page: str) -> str:
    """A page without its scripts: Leaflet's names its home page in a text that is switched off."""
    return SCRIPT.sub("", page)


@pytest.fixture(scope="module")
def page() -> str:
    shown = explore(geodata.load(), "1985")._repr_html_()
    found = re.search(r"srcdoc='([^']*)'", shown)
    assert found
    return html.unescape(found[1])


def test_it_is_a_folium_map() -> None:
    assert isinstance(explore(geodata.load()), folium.Map)


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    assert re.findall(r"<(?:script|link|img|iframe)[^>]*\s(?:src|href)=[^>]*>", page) == []
    assert FOREIGN.findall(markup(page)) == []


def test_everything_is_inside(page: str) -> None:
    for part in ("L.map(", "ControlAtlas", "AtlasControls", 'type="range"', 'aria-label="Factions"', "atlas-card"):
        assert part in page, part
    for period in ("1985", "1987", "1988-89"):
        assert f'<div data-period="{period}">' in page


def test_it_begins_with_the_period_asked_for() -> None:
    atlas = geodata.load()
    for period in atlas.periods:
        shown = explore(atlas, period.id)
        assert f'aria-valuetext="{period.label}"' in shown.controls
        assert shown.config["state"]["period"] == period.id


def test_an_unknown_period_names_the_known_ones() -> None:
    with pytest.raises(KeyError, match=r"no period '1802'.*1985, 1987, 1988-89"):
        explore(geodata.load(), "1802")


def test_two_maps_in_a_notebook_fit_into_a_megabyte() -> None:
    atlas = geodata.load()
    outputs = [explore(atlas, period)._repr_html_() for period in ("1985", "1987")]
    assert len(json.dumps(outputs, ensure_ascii=False).encode()) < 800_000


def test_a_saved_page_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    explore(geodata.load(), "1987").save(str(path))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert FOREIGN.findall(markup(text)) == []


def test_names_can_not_break_out_of_the_frame(tmp_path: Path) -> None:
    folder = write_template(tmp_path / "evil")
    for name, old, new in (
        ("factions.csv", "Blue Party", "<script>alert(1)</script>'\\\"&amp;"),
        ("datapackage.json", "Squareland", "Square'land</script>"),
    ):
        path = folder / name
        value = new.replace('\\"', "") if name.endswith("json") else '"' + new.replace('\\"', '""') + '"'
        path.write_text(path.read_text(encoding="utf-8").replace(old, value), encoding="utf-8")
    shown = explore(geodata.load(folder))._repr_html_()
    assert shown.count("<iframe") == 1
    before, inside, after = re.split(r"srcdoc='([^']*)'", shown)
    assert "<script>" not in before + after
    assert "<script>alert(1)" not in markup(html.unescape(inside))


def test_the_frame_has_a_name_and_a_height() -> None:
    shown = explore(geodata.load(), "1985", height=480)._repr_html_()
    assert "height:480px" in shown
    assert re.search(r'<iframe title="[^"]*map of provinces with a year slider"', shown)


@pytest.mark.parametrize(
    ("file", "around", "name"),
    [
        ("factions.csv", "{},", "Blue Party"),
        ("places.csv", "{},", "Riverton"),
        ("provinces.geojson", '"name": "{}"', "South"),
        ("datapackage.json", "{}", "Squareland"),
        ("alliances.csv", ",{},", "League"),
        ("periods.csv", "{},", "1910–11"),
    ],
)
@pytest.mark.parametrize("template", ["{{ %s }}", "{%% if %s %%}", "{# %s", "{%% raw %%}{{ %s }}"])
def test_no_name_is_run_as_a_template(file: str, around: str, name: str, template: str, tmp_path: Path) -> None:
    """Shown and saved, the map does nothing that a name says, and writes the name as it is."""
    mark = tmp_path / "ran"
    hostile = template % f"cycler.__init__.__globals__.os.system('touch {mark}')"
    folder = write_template(tmp_path / "evil")
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert around.format(name) in text
    path.write_text(text.replace(around.format(name), around.replace("{}", hostile)), encoding="utf-8")
    shown = explore(geodata.load(folder))
    page = html.unescape(shown._repr_html_())
    shown.save(str(tmp_path / "map.html"))
    saved = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert not mark.exists()
    for written in (page, saved):
        assert hostile.split("(")[0] in html.unescape(written)


def test_the_title_can_not_end_its_element(tmp_path: Path) -> None:
    folder = write_template(tmp_path / "evil")
    path = folder / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace("Squareland", "</title><img src=x>"), encoding="utf-8")
    explore(geodata.load(folder)).save(str(tmp_path / "map.html"))
    assert "<img" not in (tmp_path / "map.html").read_text(encoding="utf-8")


class TestOptions:
    def test_it_becomes_a_layer_of_a_map_that_is_there(self, tmp_path: Path) -> None:
        own = folium.Map(location=[34, 66], zoom_start=6, tiles=None)
        assert explore(geodata.load(), "1987", m=own) is own
        own.save(str(tmp_path / "own.html"))
        text = (tmp_path / "own.html").read_text(encoding="utf-8")
        assert text.count(f"ControlAtlas.mount({own.get_name()},") == 1
        assert '<div class="atlas-controls">' not in text

    def test_it_speaks_other_languages(self) -> None:
        shown = explore(geodata.load(), language="fa")
        names = {name for _, name, _ in shown.config["calls"]["provinces"][0]}  # type: ignore[attr-defined]
        assert "هرات" in names

    def test_colouring_and_province_are_shown_from_the_start(self) -> None:
        shown = explore(geodata.load(), "1987", colouring="evidence", province="herat")
        state = {"period": "1987", "province": "herat", "colouring": "evidence"}
        assert shown.config["state"] == state  # type: ignore[attr-defined]

    def test_what_there_is_not_is_named(self) -> None:
        atlas = geodata.load()
        with pytest.raises(ValueError, match="no colouring 'rainbow'; there are faction"):
            explore(atlas, colouring="rainbow")  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="no language 'xx'; there are en, fa, ps"):
            explore(atlas, language="xx")
        with pytest.raises(KeyError, match="no province 'atlantis' in 1985"):
            explore(atlas, province="atlantis")
