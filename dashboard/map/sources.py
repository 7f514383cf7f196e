"""Leaflet and the map's own scripts and styles, as text: to be served, or to stand inside a page."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

SCRIPTS = Path(__file__).parent / "script"
STYLES = Path(__file__).parent / "style"
LEAFLET = Path(str(files("js_lib_leaflet"))) / "static" / "js_lib_leaflet"

MAP_PARTS = (
    "geometry", "surroundings", "stage", "card", "signs", "player", "follower", "legend", "keyboard", "paths",
    "patterns", "raster", "map",
)  # fmt: skip

MAP_SCRIPTS = tuple(SCRIPTS / f"atlas-{name}.js" for name in MAP_PARTS)
"""In loading order."""

MAP_STYLES = (STYLES / "drawing.css", STYLES / "atlas-map.css")

PICTURE = re.compile(r"url\((images/[\w.-]+)\)")
SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
COMMENT_LINES = re.compile(r"^ *(/\*.*?\*/|//[^\n]*)\n", re.DOTALL | re.MULTILINE)
"""Comments that have lines of their own, as all in our scripts have; elsewhere such signs may be part of something."""

COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
INDENT = re.compile(r"^ +", re.MULTILINE)
CLOSING_TAG = re.compile(r"</(?=script|style)", re.IGNORECASE)


def inline(path: Path) -> str:
    """A script or style sheet as it may stand inside a page: short, and with nothing that ends its element.

    Parameters
    ----------
    path : pathlib.Path
        The name of a style sheet ends in ``.css``. Comments stay in Leaflet's script alone, which is short already and
        names its licence there.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".css":
        return INDENT.sub("", COMMENT.sub("", text))
    short = SOURCE_MAP.sub("", text) if path.is_relative_to(LEAFLET) else INDENT.sub("", COMMENT_LINES.sub("", text))
    # In a string of a script "<\/script" is the same as "</script".
    return CLOSING_TAG.sub(r"<\\/", short)


@lru_cache(maxsize=1)
def inline_scripts() -> dict[str, str]:
    """The scripts of a page without a server, by name, in loading order."""
    paths = [LEAFLET / "leaflet.js", *MAP_SCRIPTS, SCRIPTS / "atlas-controls.js"]
    return {path.stem: inline(path) for path in paths}


@lru_cache(maxsize=2)
def inline_styles(*, with_pictures: bool = True) -> dict[str, str]:
    """The style sheets of a page without a server, by name, in loading order.

    Parameters
    ----------
    with_pictures : bool, optional
        Whether Leaflet's own pictures (of its list of layers, of its markers) are inside; they are left out otherwise.
    """
    paths = [LEAFLET / "leaflet.css", *MAP_STYLES, STYLES / "parts.css", STYLES / "atlas-controls.css"]
    picture = _data_address if with_pictures else "none"
    return {path.stem: PICTURE.sub(picture, inline(path)) for path in paths}


def _data_address(found: re.Match[str]) -> str:
    return f"url(data:image/png;base64,{b64encode((LEAFLET / found[1]).read_bytes()).decode()})"
