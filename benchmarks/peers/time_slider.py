"""folium's TimeSliderChoropleth in a saved page, served as a file: ``python -m benchmarks.peers.time_slider PORT``.

Leaflet and d3 come from installed packages (d3 from mpld3, version 5 where folium names 4). jQuery, which the plugin
has for hiding and showing its slider, and moment, which it has for the date beside it, are stood in for by a few
lines.
"""

from __future__ import annotations

from importlib.resources import files

import folium
from branca.element import Element
from folium.plugins import TimeSliderChoropleth
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from benchmarks.peers import saved, shared
from dashboard.map.sources import LEAFLET

D3 = str(files("mpld3") / "js")
STAND_INS = """
window.$ = (selector) => {
  const all = document.querySelectorAll(selector);
  const show = (shown) => all.forEach((one) => { one.style.display = shown ? "" : "none"; });
  return { hide: () => show(false), show: () => show(true) };
};
window.moment = function (at) { return { format: () => String(new Date(at).getUTCFullYear()) }; };
"""


class LocalTimeSlider(TimeSliderChoropleth):
    """The plugin with d3 from the peer's own server."""

    default_js = [("d3v5", "/d3/d3.v5.min.js")]  # noqa: RUF012 (as folium has it)


def saved_page() -> str:
    """The page as ``folium.Map.save`` writes it."""
    periods = shared.atlas().periods
    frame = shared.calls(periods[0].id)
    styles: dict[str, dict[str, dict[str, object]]] = {str(number): {} for number in range(len(frame))}
    for period in periods:
        seconds = str((period.start.year - 1970) * 31_556_952)
        fills = shared.calls(period.id).set_index("province_id")["fill"]
        for number, province_id in enumerate(frame["province_id"]):
            styles[str(number)][seconds] = {"color": fills.get(province_id, shared.NOBODY), "opacity": 0.8}
    page = shared.LocalMap(tiles=None)
    page.get_root().header.add_child(Element(f"<script>{STAND_INS}</script>"))
    data = frame.drop(columns=["province_id", "name", "faction", "fill"]).reset_index(drop=True)
    page.add_child(LocalTimeSlider(data.to_json(), styles, stroke_color="#333333", date_options="YYYY"))
    folium.FitBounds(shared.bounds(frame)).add_to(page)
    return page.get_root().render()


if __name__ == "__main__":
    saved.serve(
        saved_page(),
        [Mount("/leaflet", StaticFiles(directory=LEAFLET)), Mount("/d3", StaticFiles(directory=D3))],
    )
