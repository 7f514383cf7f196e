"""Leaflet and the map's own scripts and styles, as text: to be served, or to stand inside a page."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from geodata.looks import lines_css

SCRIPTS = Path(__file__).parent / "script"
STYLES = Path(__file__).parent / "style"
LEAFLET = Path(str(files("js_lib_leaflet"))) / "static" / "js_lib_leaflet"

PARTS = (
    "geometry", "elements", "surroundings", "stage", "card", "signs", "areas", "legend", "keyboard", "touch", "paths",
    "map",
)  # fmt: skip
"""The map's scripts in loading order."""

PARTS_FOR_MANY = ("patterns", "raster")
"""What draws more provinces than a browser moves as paths; before the last of the others."""

CONTROLS = ("player", "controls")
"""The scripts of the year bar of a page without a server; in the dashboard it stands outside the frame of the map."""

DRAWING = STYLES / "drawing.css"
"""Begins with the widths and dashes of lines, which `geodata.looks` knows."""

MAP_STYLES = (DRAWING, STYLES / "atlas-map.css")

BASEMAP_ADDRESS = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
"""Of the pictures of the layer that a reader may switch on: the one foreign host that a page ever asks."""

RULE = re.compile(r"([^{}]+)(\{[^{}]*\})")
NEVER_DRAWN = re.compile(r"\.(?:leaflet-(?:popup|tooltip|control-layers|div-icon|default-icon|retina|oldie|vml)|lvml)")
"""Classes of Leaflet's that no map of an atlas has, but somebody's map that an atlas is laid on may."""

PICTURE = re.compile(r"url\((images/[\w.-]+)\)")
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
CLOSING_TAG = re.compile(r"</(?=script|style)", re.IGNORECASE)


def map_scripts(*, many: bool = False) -> tuple[Path, ...]:
    """The scripts that draw a map, in loading order.

    Parameters
    ----------
    many : bool, optional
        Whether the map has more provinces than are drawn as paths, see `dashboard.map.payload.MANY_PROVINCES`.
    """
    *first, last = PARTS
    return tuple(SCRIPTS / f"atlas-{name}.js" for name in (*first, *(PARTS_FOR_MANY if many else ()), last))


def inline(path: Path, *, whole: bool = False) -> str:
    """A script or style sheet as it may stand inside a page: short, and with nothing that ends its element.

    Parameters
    ----------
    path : pathlib.Path
        The name of a style sheet ends in ``.css``. In a script, no pattern may stand right behind ``=>``: rjsmin would
        take it for a division. Leaflet's script stays as it is: it is short already and names its
        licence in a comment.
    whole : bool, optional
        Whether Leaflet's style sheet keeps what no map of an atlas shows: popups, the list of layers, its markers.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        short = str(cssmin((lines_css() if path == DRAWING else "") + text))
        return RULE.sub(_without_never_drawn, short) if path.is_relative_to(LEAFLET) and not whole else short
    short = SOURCE_MAP.sub("", text) if path.is_relative_to(LEAFLET) else str(jsmin(text))
    # In a string of a script "<\/script" is the same as "</script".
    return CLOSING_TAG.sub(r"<\\/", short)


def _without_never_drawn(rule: re.Match[str]) -> str:
    kept = [selector for selector in rule[1].split(",") if not NEVER_DRAWN.search(selector)]
    return ",".join(kept) + rule[2] if kept else ""


@lru_cache(maxsize=2)
def inline_scripts(*, many: bool = False) -> dict[str, str]:
    """The scripts of a page without a server, by name, in loading order.

    Parameters
    ----------
    many : bool, optional
        As of `map_scripts`.
    """
    controls = (SCRIPTS / f"atlas-{name}.js" for name in CONTROLS)
    paths = [LEAFLET / "leaflet.js", *map_scripts(many=many), *controls]
    return {path.stem: inline(path) for path in paths}


@lru_cache(maxsize=2)
def inline_styles(*, whole: bool = False) -> dict[str, str]:
    """The style sheets of a page without a server, by name, in loading order.

    Parameters
    ----------
    whole : bool, optional
        As of `inline`; Leaflet's own pictures are inside then.
    """
    paths = [LEAFLET / "leaflet.css", *MAP_STYLES, STYLES / "parts.css", STYLES / "atlas-controls.css"]
    return {path.stem: PICTURE.sub(_data_address, inline(path, whole=whole)) for path in paths}


def _data_address(found: re.Match[str]) -> str:
    return f"url(data:image/png;base64,{b64encode((LEAFLET / found[1]).read_bytes()).decode()})"
