"""Files that the browser fetches once: Leaflet, the map script, geometry and calls, under names made from content."""

from __future__ import annotations

import gzip
import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from dashboard.app_context import with_base_path
from dashboard.edition import Edition, cached
from dashboard.map import (
    LEAFLET,
    MAP_STYLES,
    SCRIPTS,
    STYLES,
    calls_payload,
    geometry_payload,
    has_many_provinces,
    inline,
    layers_payload,
    map_scripts,
    pack_geometry,
)
from dashboard.parts import at_once, call_rows, legend_css, moves_payload
from geodata import COLOURINGS
from geodata.looks import ColouringName

HERE = Path(__file__).parent
PAGE_STYLES = tuple(
    HERE / "parts" / f"{name}.css" for name in ("page", "head", "first-screen", "phone", "provinces-table", "reading")
)
PAGE_SCRIPTS = (
    SCRIPTS / "atlas-player.js",
    *(
        HERE / "shell" / "script" / f"page-{name}.js"
        for name in (
            "text",
            "choice",
            "head",
            "year",
            "side",
            "claims",
            "tools",
            "table",
            "reading",
            "server",
            "parts",
        )
    ),
)
"""In loading order."""

LAB_SCRIPT = HERE / "shell" / "script" / "page-lab.js"
"""Asked for by the page when the view What if is opened."""

PREFIX = "/atlas"
HASH_DIGITS = 12
IMMUTABLE = "public, max-age=31536000, immutable"
"""Cache-Control of what has a name made from its content."""

QUICK_LEVEL = 4
"""Of compression: a few hundredths larger than the best, in a fraction of its time."""

JOINED_KEPT = 32
"""Files joined of the package's own, which are the same for every atlas."""

MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


@dataclass(frozen=True)
class Asset:
    """One file to serve.

    Attributes
    ----------
    name : str
        ``stem.hash.suffix``: another content has another name, so browsers may keep it for ever.
    compressed : bytes
        With gzip, as nearly every browser takes it: of large atlases it would be much memory to keep both.
    query : str
        Part of the address that says by which other reading of the atlas it was made; empty for its own.
    place : str
        Of the edition, see `dashboard.edition.Edition`.
    """

    name: str
    compressed: bytes = field(repr=False)
    query: str = ""
    place: str = ""

    @property
    def content(self) -> bytes:
        """As it is."""
        return gzip.decompress(self.compressed)

    @property
    def address(self) -> str:
        """Path on the server."""
        return with_base_path(f"{self.place}{PREFIX}/{self.name}{'?' * bool(self.query)}{self.query}")

    @property
    def media_type(self) -> str:
        """Type for the Content-Type header."""
        return MEDIA_TYPES[Path(self.name).suffix]


def make_asset(stem: str, suffix: str, content: bytes, query: str = "", level: int = 9, place: str = "") -> Asset:
    """Name a file by its content and compress it: as well as can be, or less well where a reader waits for it."""
    digest = hashlib.sha256(content).hexdigest()[:HASH_DIGITS]
    return Asset(f"{stem}.{digest}{suffix}", gzip.compress(content, level, mtime=0), query, place)


@dataclass(frozen=True)
class MapAssets:
    """The files of one map."""

    script: Asset
    style: Asset
    page_style: Asset
    page_script: Asset
    lab_script: Asset
    moves: Asset
    layers_script: Asset
    compare_script: Asset
    compare_style: Asset
    geometry: Asset
    calls: Asset
    layers: Asset

    def all(self) -> tuple[Asset, ...]:
        """Every file."""
        return tuple(getattr(self, one.name) for one in fields(self))


_making = Lock()


def map_assets(edition: Edition) -> MapAssets:
    """Make the files for the map of an atlas in one language; once, however many ask for them at the same time.

    They are those of the atlas's own reading, whatever the edition reads: the page's script asks for the moves and
    calls of another one, or for another colouring, at the same addresses with parameters behind them, see
    `asset_asked`.
    """
    with _making:
        return _map_assets(edition.own)


def asset_asked(edition: Edition, own: Asset, colouring: ColouringName) -> Asset:
    """What stands at the address of a file of the atlas's own reading, for the reading of an edition and a colouring.

    Only moves and calls are other ones.
    """
    assets, colourings = map_assets(edition), together_with(edition, colouring)
    with edition.making:
        if own is assets.moves:
            return _moves(edition, colourings)
        return _calls(edition, colourings) if own is assets.calls else own


def together_with(edition: Edition, colouring: ColouringName) -> tuple[ColouringName, ...]:
    """The colourings that come in one file with one of them.

    The atlas's own reading has all in one that take no trials, so that the fill changes without a question to the
    server. Of another reading, which is made while a reader waits, each comes alone.
    """
    known = at_once(edition)
    return known if edition.is_own and colouring in known else (colouring,)


@cached(4)
def _map_assets(edition: Edition) -> MapAssets:
    scripts = (LEAFLET / "leaflet.js", *map_scripts(many=has_many_provinces(edition)))
    place = edition.place
    # Made before anybody asks for them at the same time.
    for period in edition.atlas.periods:
        call_rows(edition, period.id)
    # Simplifying and measuring of shapes leaves the processor to others: of thousands of provinces the words of the
    # calls are made meanwhile.
    with ThreadPoolExecutor(1) as beside:
        drawn = beside.submit(_geometry, edition)
        moves, calls = _moves(edition, at_once(edition)), _calls(edition, at_once(edition))
        geometry = drawn.result()
    return MapAssets(
        script=_joined("atlas-map", scripts, place),
        style=_joined("atlas-map", (LEAFLET / "leaflet.css", *MAP_STYLES), place),
        page_style=make_asset("atlas-page", ".css", page_css(edition).encode(), place=place),
        page_script=_joined("atlas-page", PAGE_SCRIPTS, place),
        lab_script=_joined("atlas-lab", (LAB_SCRIPT,), place),
        moves=moves,
        layers_script=_joined("atlas-layers", (SCRIPTS / "atlas-layers.js",), place),
        compare_script=_joined("atlas-compare", (SCRIPTS / "atlas-compare.js",), place),
        compare_style=_joined("atlas-compare", (STYLES / "atlas-compare.css",), place),
        geometry=geometry,
        layers=make_asset("layers", ".json", json_bytes(layers_payload(edition)), place=place),
        calls=calls,
    )


def _geometry(edition: Edition) -> Asset:
    content = json_bytes(pack_geometry(geometry_payload(edition)))
    return make_asset("geometry", ".json", content, place=edition.place)


@cached(len(COLOURINGS))
def _moves(edition: Edition, colourings: tuple[ColouringName, ...]) -> Asset:
    return _made(edition, "moves", moves_payload(edition, colourings))


@cached(len(COLOURINGS))
def _calls(edition: Edition, colourings: tuple[ColouringName, ...]) -> Asset:
    # Of very many provinces no picture is made: nobody asks for the data again that the file is made from.
    make = calls_payload if has_many_provinces(edition) else map_calls
    return _made(edition, "calls", make(edition, colourings))


def _made(edition: Edition, stem: str, payload: dict[str, Any]) -> Asset:
    level = 9 if edition.is_own else QUICK_LEVEL
    return make_asset(stem, ".json", json_bytes(payload), level=level, place=edition.place)


def page_css(edition: Edition) -> str:
    """Style sheet of the page around the map."""
    return "\n".join([inline(STYLES / "parts.css"), *map(inline, PAGE_STYLES), legend_css(edition)])


@cached(len(COLOURINGS))
def map_calls(edition: Edition, colourings: tuple[ColouringName, ...]) -> dict[str, Any]:
    """The calls as the map takes them, see `together_with`."""
    return calls_payload(edition, colourings)


def _joined(stem: str, paths: tuple[Path, ...], place: str) -> Asset:
    """One file from several, so that a page asks once."""
    return replace(_of_package(stem, paths), place=place)


@lru_cache(maxsize=JOINED_KEPT)
def _of_package(stem: str, paths: tuple[Path, ...]) -> Asset:
    return make_asset(stem, paths[0].suffix, "\n".join(map(inline, paths)).encode())


def json_bytes(content: Any) -> bytes:
    """Write data as JSON without blanks, in UTF-8."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
