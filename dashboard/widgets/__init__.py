"""Streamlit widgets that several views share: boxes to choose from, and HTML whose buttons the server hears of."""

from dashboard.widgets.choices import choose_factions, choose_one, province_names
from dashboard.widgets.clickable import clickable
from dashboard.widgets.painted import JOINING, painted, parameters_of
from dashboard.widgets.to_the_end import to_the_end

__all__ = [
    "JOINING",
    "choose_factions",
    "choose_one",
    "clickable",
    "painted",
    "parameters_of",
    "province_names",
    "to_the_end",
]
