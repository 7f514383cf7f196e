"""The folium map and its two elements: the one that draws, and the tiny one that says what to show."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template

from geodata import Period

HERE = Path(__file__).parent

MAP_OPTIONS: dict[str, Any] = {
    "location": [0, 0],
    "zoom_start": 2,
    "tiles": None,
    "zoom_snap": 0.25,
    "zoom_delta": 0.5,
    "keyboard": False,
}
"""Leaflet's own keyboard handler takes the focus at every press of the mouse, which scrolls the page around the frame
under the pointer; the map script has keys of its own."""


class _Written:
    """An element that `st_folium` writes out itself.

    It takes scripts from the templates and links from the lists of the map. What `render` would put into a page of
    its own, folium's style sheet and each script read as a template once more, is looked at by nobody: a move of the
    slider would spend a third of its time on it.
    """

    def render(self, **kwargs: Any) -> None:
        """Leave the page that folium keeps for the element as it is."""


class AtlasMap(_Written, folium.Map):  # type: ignore[misc]
    """A folium map for `st_folium`, without tiles, whose Leaflet comes from given addresses instead of foreign hosts.

    Parameters
    ----------
    scripts, styles : list of str
        Addresses of Leaflet and the map script, and of their style sheets, in loading order.
    config : dict
        Addresses of geometry and calls (or the data themselves) and the title of the map's frame; constant, so that
        the map is mounted once.
    attribution : str
        Credit line in the corner.
    script : str, optional
        Name of the script that draws: ``ControlAtlas`` one map, ``AtlasCompare`` two side by side.
    """

    def __init__(
        self,
        scripts: list[str],
        styles: list[str],
        config: dict[str, Any],
        attribution: str,
        script: str = "ControlAtlas",
    ) -> None:
        super().__init__(**MAP_OPTIONS)
        self.default_js = [(f"script{number}", address) for number, address in enumerate(scripts)]
        self.default_css = [(f"style{number}", address) for number, address in enumerate(styles)]
        self.add_child(_Drawing(config, attribution, script))


class _Drawing(MacroElement):
    _template = Template((HERE / "templates" / "mount.js.j2").read_text(encoding="utf-8"))

    def __init__(self, config: dict[str, Any], attribution: str, script: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasDrawing"
        self.script = script
        self.config = json.dumps(config, ensure_ascii=False)
        self.attribution = json.dumps(attribution, ensure_ascii=False)


class _Shown(_Written, folium.FeatureGroup):  # type: ignore[misc]
    """The group that carries what the map is to show."""


class _Showing(MacroElement):
    _template = Template((HERE / "templates" / "show.js.j2").read_text(encoding="utf-8"))

    def __init__(self, state: dict[str, Any], script: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasShowing"
        self.script = script
        self.state = json.dumps(state, ensure_ascii=False)


def comparing(
    periods: Sequence[Period], province: str | None, changes: str, mode: str = "both", pins: Sequence[str] = ()
) -> folium.FeatureGroup:
    """Say what two maps side by side are to show, as the feature group that `st_folium` hands to a mounted map.

    Parameters
    ----------
    periods : sequence of Period
        The two periods, the earlier first.
    province : str or None
        The chosen province.
    changes : str
        Address of what `dashboard.views.compare.changes_asset` gives for these periods.
    mode : str, optional
        ``both`` side by side, or ``change``: one map of what changed.
    pins : sequence of str, optional
        Entries of the legend that are pinned.
    """
    named = [{"id": period.id, "label": period.label} for period in periods]
    state = {"periods": named, "province": province, "changes": changes, "mode": mode, "pins": list(pins)}
    group = _Shown(control=False)
    group.add_child(_Showing(state, "AtlasCompare"))
    return group
