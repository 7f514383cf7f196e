"""The map in a notebook: a folium map with everything inside, which works without a network and in a saved page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import folium
from branca.element import Element, Figure
from folium.template import Template as FoliumTemplate
from jinja2 import Template
from markupsafe import Markup

from dashboard.map.controls import controls_html
from dashboard.map.element import MAP_OPTIONS
from dashboard.map.legend import all_looks, legend_html
from dashboard.map.pack import pack_geometry
from dashboard.map.payload import calls_payload, geometry_payload
from dashboard.map.pictures import pictures_css
from dashboard.map.script_data import script_json
from dashboard.map.sources import inline_scripts, inline_styles
from dashboard.templating import render
from dashboard.text import Texts, texts
from geodata import Atlas

TEMPLATES = Path(__file__).parent / "templates"
DEFAULT_HEIGHT = 620


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
    return ExploreMap(atlas, chosen.id, texts(), height)


class ExploreMap(folium.Map):
    """The map that `explore` makes.

    Parameters
    ----------
    atlas : Atlas
    period_id : str
        The period to begin with.
    words : Texts
    height : int
        Height of its frame in pixels.
    """

    _template = FoliumTemplate((TEMPLATES / "explore.html.j2").read_text(encoding="utf-8"))

    def __init__(self, atlas: Atlas, period_id: str, words: Texts, height: int) -> None:
        super().__init__(**MAP_OPTIONS)
        self.default_js = []
        self.default_css = []
        self._words = words
        self._frame_height = height
        self._title = words("explore-frame", title=atlas.title)
        self.controls = controls_html(atlas, words, period_id)
        self.legends = {one.id: legend_html(atlas, words, one.id) for one in atlas.periods}
        html = "".join(self.legends.values())
        shown = [look for name, look in all_looks(atlas).items() if f'look-{name}"' in html]
        self._looks_css = pictures_css(shown, {})
        self.side_name = words("legend-faction")
        self.attribution = script_json(words("map-attribution"))
        self.config = script_json(
            {
                "geometry": pack_geometry(geometry_payload(atlas)),
                "calls": calls_payload(atlas, words),
                "state": {"period": period_id},
                "frameTitle": self._title,
                "language": words.language,
            }
        )
        Figure(title=self._title).add_child(self)

    def render(self, **kwargs: Any) -> Any:
        """Put Leaflet, scripts and styles into the head of the page, once for all maps on it."""
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise TypeError("the map stands in no figure, so it can't be drawn")
        styles = {**inline_styles(), self.get_name(): self._looks_css}
        for name, text in styles.items():
            figure.header.add_child(_Inline("style", text), name=f"style-{name}")
        for name, text in inline_scripts().items():
            figure.header.add_child(_Inline("script", text), name=f"script-{name}")
        return super().render(**kwargs)  # type: ignore[no-untyped-call]

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


class _Inline(Element):
    """A style sheet or script as it is; folium's own element would read it as a template."""

    _template = Template("<{{ this.tag }}>{{ this.text }}</{{ this.tag }}>")

    def __init__(self, tag: str, text: str) -> None:
        super().__init__()
        self._name = "AtlasInline"
        self.tag = tag
        self.text = text
