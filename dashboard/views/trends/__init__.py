"""Trends: shares of each faction or alliance per period, and what moved between periods."""

from dashboard.views.trends.chart import trends_svg

__all__ = [
    "trends_svg",
]
