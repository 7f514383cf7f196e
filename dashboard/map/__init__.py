"""The folium map of an atlas and what its scripts are sent; free of Streamlit, so notebooks use it too."""

from geodata.extras import extra

with extra("notebook", "The map"):
    from dashboard.map.element import AtlasMap, comparing
    from dashboard.map.explore import explore
from dashboard.map.controls import controls_html
from dashboard.map.ground import is_flat
from dashboard.map.layers import layers_payload
from dashboard.map.pack import pack_geometry
from dashboard.map.payload import calls_payload, geometry_numbers, geometry_payload, has_many_provinces, scale_words
from dashboard.map.script_data import script_json
from dashboard.map.sources import (
    BASEMAP_ADDRESS,
    LEAFLET,
    MAP_STYLES,
    SCRIPTS,
    STYLES,
    inline,
    inline_scripts,
    inline_styles,
    map_scripts,
)
from dashboard.map.static_map import COARSER, StaticMaps
from dashboard.map.ticks import ticks_html

__all__ = [
    "BASEMAP_ADDRESS",
    "COARSER",
    "LEAFLET",
    "MAP_STYLES",
    "SCRIPTS",
    "STYLES",
    "AtlasMap",
    "StaticMaps",
    "calls_payload",
    "comparing",
    "controls_html",
    "explore",
    "geometry_numbers",
    "geometry_payload",
    "has_many_provinces",
    "inline",
    "inline_scripts",
    "inline_styles",
    "is_flat",
    "layers_payload",
    "map_scripts",
    "pack_geometry",
    "scale_words",
    "script_json",
    "ticks_html",
]
