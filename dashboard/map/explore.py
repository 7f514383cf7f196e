"""The map in a notebook: a folium map with everything inside, which works without a network and in a saved page."""

from __future__ import annotations

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
from dashboard.map.pack import pack_geometry
from dashboard.map.payload import calls_payload, geometry_payload
from dashboard.map.script_data import script_json
from dashboard.map.sources import inline_scripts, inline_styles
from dashboard.parts import all_looks, legend_html, pictures_css
from dashboard.templating import render
from geodata import Atlas

TEMPLATES = Path(__file__).parent / "templates"
DEFAULT_HEIGHT = 620
VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def explore(atlas: Atlas, period: str | None = None, *, height: int = DEFAULT_HEIGHT) -> ExploreMap:
    """Show an atlas as a map in a notebook: provinces, hover card, year slider and legend.

    Everything is inside the map, so it works without a network, and still does in the notebook saved as HTML. Further
    folium layers can be added to it; those that folium loads from elsewhere need a network.

    Parameters
    ----------
    atlas : Atlas
        As `geodata.load` gives it.
    period : str, optional
        Identifier of the period to begin with; the first one if left out.
    height : int, optional
        Height in the notebook, in pixels.

    Returns
    -------
    folium.Map
        Shows itself as the last line of a cell; ``.save("map.html")`` writes a page of its own.

    Raises
    ------
    KeyError
        If the atlas has no such period.

    Examples
    --------
    >>> import geodata
    >>> from dashboard.map import explore
    >>> atlas_map = explore(geodata.load(), "1985")
    """
    chosen = atlas.periods[0] if period is None else atlas.period(period)
    return ExploreMap(edition_of(atlas), chosen.id, height)


class ExploreMap(folium.Map):
    """The map that `explore` makes.

    Parameters
    ----------
    edition : Edition
    period_id : str
        The period to begin with.
    height : int
        Height of its frame in pixels.
    """

    def __init__(self, edition: Edition, period_id: str, height: int) -> None:
        super().__init__(**MAP_OPTIONS)
        self.default_js = []
        self.default_css = []
        words = self._words = edition.words
        self._frame_height = height
        self._title = words("explore-frame", title=edition.atlas.title)
        self.controls = controls_html(edition, period_id)
        self.legends = {one.id: legend_html(edition, one.id) for one in edition.atlas.periods}
        html = "".join(self.legends.values())
        shown = [look for name, look in all_looks(edition).items() if f'look-{name}"' in html]
        self._looks_css = pictures_css(shown, {})
        self.side_name = words("legend-faction")
        self.config: dict[str, Any] = {
            "geometry": pack_geometry(geometry_payload(edition)),
            "calls": calls_payload(edition),
            "state": {"period": period_id},
            "frameTitle": self._title,
            "language": words.language,
        }
        self._map = {
            "center": self.location,
            "attribution": words("map-attribution"),
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
        styles = {**inline_styles(), self.get_name(): self._looks_css}
        for name, text in styles.items():
            figure.header.add_child(_Verbatim(f"<style>{text}</style>"), name=f"style-{name}")
        for name, text in inline_scripts(many=self.config["calls"]["many"]).items():
            figure.header.add_child(_Verbatim(f"<script>{text}</script>"), name=f"script-{name}")
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


class _Verbatim(Element):
    """Text that is written as it is; folium's own element would read it as a template."""

    _template = Template("{{ this.text }}")

    def __init__(self, text: str) -> None:
        super().__init__()
        self._name = "AtlasText"
        self.text = text
