"""Map: a year bar, the choropleth, its legend, and the evidence of a chosen province."""

from dashboard.views.map.html import TABLE_ADDRESS, headline_html, side_html, tools_html, year_html

__all__ = ["TABLE_ADDRESS", "headline_html", "side_html", "tools_html", "year_html"]
