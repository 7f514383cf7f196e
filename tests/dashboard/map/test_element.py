"""The folium map and its elements."""

from __future__ import annotations

import json

import folium
from streamlit_folium import generate_leaflet_string

import geodata
from dashboard.map.element import AtlasMap, comparing


def make_map() -> AtlasMap:
    return AtlasMap(["/leaflet.js", "/map.js"], ["/leaflet.css"], {"geometry": "/g.json", "calls": "/c.json"}, "Credit")


def written(atlas_map: AtlasMap, group: folium.FeatureGroup | None = None) -> str:
    """The script of a map, and of the group that says what it is to show, as streamlit-folium writes it out."""
    if group is not None:
        group.add_to(atlas_map)
    return generate_leaflet_string(atlas_map)


def test_the_map_asks_for_no_foreign_host() -> None:
    atlas_map = make_map()
    atlas_map.render()
    assert "http" not in written(atlas_map)
    assert [address for _, address in atlas_map.default_js] == ["/leaflet.js", "/map.js"]
    assert [address for _, address in atlas_map.default_css] == ["/leaflet.css"]
    # The page that folium keeps for the map is part of what streamlit-folium sends.
    page = atlas_map.get_root()
    assert "src=" not in page.header.render() + page.html.render()
    assert "href=" not in page.header.render() + page.html.render()


def test_the_base_map_is_the_same_for_every_run() -> None:
    # Streamlit-folium mounts a map anew when its script changes apart from the ids.
    first, second = (written(make_map()) for _ in range(2))
    assert first == second
    assert "1985" not in first


def test_what_to_compare_is_one_small_call() -> None:
    pair = geodata.load().periods[:2]
    script = written(make_map(), comparing(pair, "sar'i", "/c.json", pins=["peshawar-seven"]))
    said = {
        "periods": [{"id": one.id, "label": one.label} for one in pair],
        "province": "sar'i",
        "changes": "/c.json",
        "mode": "both",
        "pins": ["peshawar-seven"],
    }
    assert f"AtlasCompare.show({json.dumps(said)});" in script
