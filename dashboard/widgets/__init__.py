"""Streamlit widgets that several views share: boxes to choose from, and HTML whose buttons the server hears of."""

from dashboard.widgets.choices import choose_factions, choose_one, province_names
from dashboard.widgets.clickable import clickable
from dashboard.widgets.painted import painted

__all__ = ["choose_factions", "choose_one", "clickable", "painted", "province_names"]
