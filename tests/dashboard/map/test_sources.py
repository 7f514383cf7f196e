"""Scripts, styles and data inside a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import dashboard
from dashboard.map.script_data import script_json
from dashboard.map.sources import LEAFLET, SCRIPTS, inline, inline_scripts, inline_styles

OUR_SCRIPTS = sorted(Path(dashboard.__file__).parent.rglob("*.js"))


@pytest.mark.parametrize("whole", [True, False])
def test_nothing_inside_names_another_file(whole: bool) -> None:
    for name, text in inline_styles(whole=whole).items():
        addresses = re.findall(r"url\(([^)]*)\)", text)
        assert [one for one in addresses if not one.startswith(("data:", "#", '"data:'))] == [], name
        assert "@import" not in text
    assert [name for name, text in inline_scripts().items() if "sourceMappingURL" in text] == []


def test_an_atlas_carries_nothing_of_leaflet_that_only_other_maps_show() -> None:
    short, whole = inline_styles()["leaflet"], inline_styles(whole=True)["leaflet"]
    for shown in (
        ".leaflet-control-zoom-in",
        ".leaflet-control-scale-line",
        ".leaflet-control-attribution",
        "@media print",
    ):
        assert shown in short
    # Rules that stand for both go on for the one.
    assert ".leaflet-pane{z-index:400}" in short
    assert re.search(r"\.leaflet-bar a\{background-position:[^}]*display:block\}", short)
    for foreign in (".leaflet-popup-content", ".leaflet-control-layers-toggle", ".leaflet-tooltip-top", "image/png"):
        assert foreign in whole
        assert foreign not in short


def test_nothing_inside_ends_its_element(tmp_path: Path) -> None:
    path = tmp_path / "evil.js"
    path.write_text('const a = "</script><b>", b = "</SCRIPT >";\n', encoding="utf-8")
    assert "</script" not in inline(path).lower()
    for text in inline_scripts().values():
        assert "</script" not in text.lower()
    for text in inline_styles().values():
        assert "</style" not in text.lower()


def test_scripts_load_in_the_order_in_which_they_need_each_other() -> None:
    assert list(inline_scripts()) == [
        "leaflet", "atlas-geometry", "atlas-elements", "atlas-surroundings", "atlas-stage", "atlas-card", "atlas-signs",
        "atlas-areas", "atlas-legend", "atlas-keyboard", "atlas-touch", "atlas-paths", "atlas-map", "atlas-player",
        "atlas-controls",
    ]  # fmt: skip
    more = list(inline_scripts(many=True))
    assert more.index("atlas-patterns") < more.index("atlas-raster") < more.index("atlas-map")


def test_comments_stay_behind_and_nothing_else() -> None:
    text = inline(SCRIPTS / "atlas-surroundings.js")
    assert "outlives the frame" not in text
    # What looks like the end of a string or the start of a comment may be part of an expression.
    assert r"/^(transparent|rgba\(.*, 0\))$/" in text
    assert "/* @preserve" in inline(LEAFLET / "leaflet.js")


@pytest.mark.parametrize("path", OUR_SCRIPTS, ids=lambda path: path.name)
def test_patterns_stand_where_rjsmin_knows_them(path: Path) -> None:
    """It takes what stands right behind an arrow for a division, and a blank within is gone."""
    assert not re.findall(r"=>\s*/[^/*].*", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "a\u2028b", 'quote " and \\', "</SCRIPT>"])
def test_data_come_back_and_end_no_script(text: str) -> None:
    written = script_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert "</" not in written
    assert "<!--" not in written
    assert "\u2028" not in written
