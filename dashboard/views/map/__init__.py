"""Map: a year bar, the choropleth, its legend, and the evidence of a chosen province."""

from dashboard.views.map.html import headline_html, side_html, tools_html, year_html

__all__ = ["headline_html", "side_html", "tools_html", "year_html"]
