"""The folium map of an atlas; free of Streamlit, so notebooks use it too."""

from dashboard.map.explore import explore

__all__ = ["explore"]
