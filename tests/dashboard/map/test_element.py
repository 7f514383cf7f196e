"""The folium map and its elements."""

from __future__ import annotations

import json

from dashboard.map.element import AtlasMap, showing


def make_map() -> AtlasMap:
    return AtlasMap(["/leaflet.js", "/map.js"], ["/leaflet.css"], {"geometry": "/g.json", "calls": "/c.json"}, "Credit")


def test_the_map_asks_for_no_foreign_host() -> None:
    page = make_map().get_root().render()
    addresses = [part.split('"')[0] for part in page.split('src="')[1:]]
    addresses += [part.split('"')[0] for part in page.split('href="')[1:]]
    assert addresses
    assert [address for address in addresses if address.startswith("http")] == []


def test_the_base_map_is_the_same_for_every_run() -> None:
    # Streamlit-folium mounts a map anew when its script changes apart from the ids.
    first, second = make_map(), make_map()
    scripts = [
        str(one.get_root().script.render()).replace(one.get_name(), "map")
        for one in (first, second)
        if one.get_root().render()
    ]
    assert scripts[0] == scripts[1]
    assert "1985" not in scripts[0]


def test_what_to_show_is_one_small_call() -> None:
    atlas_map = make_map()
    group = showing("1988-89", "sar'i", "alliance", ["peshawar-seven"])
    group.add_to(atlas_map)
    atlas_map.get_root().render()
    script = str(atlas_map.get_root().script.render())
    said = {"period": "1988-89", "province": "sar'i", "colouring": "alliance", "pins": ["peshawar-seven"], "layers": []}
    assert f"ControlAtlas.show({json.dumps(said)});" in script


def test_an_event_is_named_only_where_one_was_chosen() -> None:
    for event in (None, "V076"):
        atlas_map = make_map()
        showing("1987", None, event=event).add_to(atlas_map)
        atlas_map.get_root().render()
        assert ('"event"' in str(atlas_map.get_root().script.render())) == (event is not None)
