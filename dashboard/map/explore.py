"""The map in a notebook: a folium map with everything inside, which works without a network and in a saved page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import folium
from branca.element import Element, Figure
from folium.utilities import camelize
from jinja2 import Template
from markupsafe import Markup, escape

from dashboard.edition import Edition, edition_of
from dashboard.map.controls import controls_html
from dashboard.map.element import MAP_OPTIONS
from dashboard.map.ground import is_flat
from dashboard.map.pack import pack_geometry
from dashboard.map.payload import calls_payload, geometry_payload
from dashboard.map.script_data import script_json
from dashboard.map.sources import inline_scripts, inline_styles
from dashboard.parts import all_looks, legend_html, looks_shown, pictures_css, signs_shown
from dashboard.templating import render
from dashboard.text import DEFAULT_LANGUAGE, LANGUAGES
from geodata import COLOURINGS, Atlas
from geodata.looks import ColouringName

TEMPLATES = Path(__file__).parent / "templates"
DEFAULT_HEIGHT = 620
VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def explore(
    atlas: Atlas,
    period: str | None = None,
    *,
    colouring: ColouringName = COLOURINGS[0],
    language: str = DEFAULT_LANGUAGE,
    province: str | None = None,
    m: folium.Map | None = None,
    height: int = DEFAULT_HEIGHT,
) -> folium.Map:
    """Show an atlas as a map in a notebook: provinces, hover card, year slider and legend.

    Everything is inside the map, so it works without a network, and still does in the notebook saved as HTML. Further
    folium layers can be added to it; those that folium loads from elsewhere need a network.

    Parameters
    ----------
    atlas : Atlas
        As `geodata.load` gives it.
    period : str, optional
        Identifier of the period to begin with; the first one if left out.
    colouring : str, optional
        What the fill means, one of `geodata.COLOURINGS`.
    language : str, optional
        One of `dashboard.text.LANGUAGES`.
    province : str, optional
        Identifier of a province that is chosen at the beginning.
    m : folium.Map, optional
        A map that is there: the provinces of the period become a layer of it, without slider and legend. Its own
        Leaflet is used, wherever it loads that from, and its view stays.
    height : int, optional
        Height in the notebook, in pixels; not with `m`.

    Returns
    -------
    folium.Map
        Shows itself as the last line of a cell; ``.save("map.html")`` writes a page of its own. With `m`, that map.

    Raises
    ------
    KeyError
        If the atlas has no such period, or the period no such province.
    ValueError
        If there is no such colouring or language, or `m` is given for an atlas that is wider than a map in degrees can
        show (the world, or what lies around a pole).

    Examples
    --------
    >>> import geodata
    >>> from dashboard.map import explore
    >>> atlas_map = explore(geodata.load(), "1985")
    """
    chosen = atlas.periods[0] if period is None else atlas.period(period)
    if colouring not in COLOURINGS:
        raise ValueError(f"no colouring {colouring!r}; there are {', '.join(COLOURINGS)}")
    if language not in LANGUAGES:
        raise ValueError(f"no language {language!r}; there are {', '.join(LANGUAGES)}")
    if province is not None and province not in set(atlas.provinces(chosen.id)["province_id"]):
        raise KeyError(f"no province {province!r} in {chosen.label}")
    view = View(edition_of(atlas, language), chosen.id, colouring, province)
    if m is not None and is_flat(view.edition):
        raise ValueError("this atlas is drawn on a plane of its own, which the map m does not have: leave m out")
    if m is None:
        return ExploreMap(view, height)
    m.add_child(_AtlasLayer(view))
    return m


@dataclass(frozen=True)
class View:
    """What is seen of an atlas at the beginning.

    Attributes
    ----------
    edition : Edition
    period_id : str
    colouring : str
        What the fill means.
    province_id : str or None
        The chosen province.
    """

    edition: Edition
    period_id: str
    colouring: ColouringName
    province_id: str | None

    def config(self) -> dict[str, Any]:
        """What the map's script takes, with all data."""
        edition = self.edition
        state = {"period": self.period_id, "province": self.province_id, "colouring": self.colouring}
        return {
            "geometry": pack_geometry(geometry_payload(edition)),
            "calls": calls_payload(edition, [self.colouring]),
            "state": {name: value for name, value in state.items() if value is not None},
            "language": edition.language,
        }


class ExploreMap(folium.Map):
    """The map that `explore` makes.

    Parameters
    ----------
    view : View
    height : int
        Height of its frame in pixels.
    """

    def __init__(self, view: View, height: int) -> None:
        super().__init__(**MAP_OPTIONS)
        edition, period_id = view.edition, view.period_id
        self.default_js = []
        self.default_css = []
        words = self._words = edition.words
        self._frame_height = height
        self._title = words("explore-frame", title=edition.atlas.title)
        self.controls = controls_html(edition, period_id)
        self.legends = {one.id: legend_html(edition, one.id, view.colouring) for one in edition.atlas.periods}
        html = "".join(self.legends.values())
        shown = looks_shown(all_looks(edition, (view.colouring,)), html).values()
        self._looks_css = pictures_css(shown, signs_shown(edition, html))
        self.side_name = words("legend-faction")
        self.config = view.config() | {"frameTitle": self._title}
        self._map = {
            "center": self.location,
            "attribution": edition.credit,
            "options": {camelize(name): value for name, value in self.options.items()},
            "atlas": self.config,
        }
        # branca writes the title of a figure as it is.
        Figure(title=escape(self._title)).add_child(self)

    def render(self, **kwargs: Any) -> Any:
        """Write the map into its page; Leaflet, scripts and styles into the head, once for all maps on it.

        Instead of folium's own way, which takes what a template gave for another template: a name of the atlas
        would be run.
        """
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise TypeError("the map stands in no figure, so it can't be drawn")
        _write_head(figure, self.config["calls"]["many"])
        figure.header.add_child(_Verbatim(f"<style>{self._looks_css}</style>"), name=f"style-{self.get_name()}")
        name = self.get_name()
        parts = {"name": name, "controls": Markup(self.controls), "side_name": self.side_name}
        legends = {period: Markup(legend) for period, legend in self.legends.items()}
        data = Markup(script_json(self._map))
        page = render(TEMPLATES, "explore.html.j2", **parts, legends=legends, data=data)
        figure.header.add_child(_Verbatim(VIEWPORT), name="viewport")
        figure.html.add_child(_Verbatim(page), name=name)
        figure.script.add_child(_Verbatim(render(TEMPLATES, "explore.js.j2", name=name)), name=name)
        for child in self._children.values():
            child.render(**kwargs)

    def _repr_html_(self, **kwargs: Any) -> str:
        """Show the map in a frame of its own, which no other output can disturb."""
        page = self.get_root().render(**kwargs)
        # In single quotes only these two have to be written otherwise, and data are full of double ones.
        inside = Markup(page.replace("&", "&amp;").replace("'", "&#39;"))
        return render(
            TEMPLATES,
            "frame.html.j2",
            texts=self._words,
            title=self._title,
            height=self._frame_height,
            page=inside,
        )


class _AtlasLayer(Element):
    """The provinces of an atlas on somebody's folium map."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._name = "AtlasLayer"
        self._config = view.config() | {"keepView": True}

    def render(self, **_: Any) -> Any:
        """Write data and script into the page of the map."""
        figure, parent = self.get_root(), self._parent
        if not isinstance(figure, Figure) or parent is None:
            raise TypeError("the layer stands on no map, so it can't be drawn")
        _write_head(figure, self._config["calls"]["many"])
        name, data = self.get_name(), script_json(self._config)
        holder = f'<script type="application/json" id="{name}_data">{data}</script>'
        figure.html.add_child(_Verbatim(holder), name=name)
        script = render(TEMPLATES, "explore-layer.js.j2", name=name, map=parent.get_name())
        figure.script.add_child(_Verbatim(script), name=name)


def _write_head(figure: Figure, many: bool) -> None:
    """Put scripts and styles into the head of the page, once for all maps on it."""
    for name, text in inline_styles(whole=True).items():
        figure.header.add_child(_Verbatim(f"<style>{text}</style>"), name=f"style-{name}")
    for name, text in inline_scripts(many=many).items():
        figure.header.add_child(_Verbatim(f"<script>{text}</script>"), name=f"script-{name}")


class _Verbatim(Element):
    """Text that is written as it is; folium's own element would read it as a template."""

    _template = Template("{{ this.text }}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self._name = "AtlasText"
        self.text = text
