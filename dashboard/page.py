"""Entry of the Streamlit page: configuration, and the view to show."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.panels.problems import show_problems
from dashboard.served import served_atlas
from dashboard.text import texts
from dashboard.views import map_view
from geodata import AtlasError

words = texts()
st.set_page_config(page_title=words("app-name"), page_icon=":material/map:", layout="wide")
st.html(Path(__file__).parent / "page.css")

try:
    atlas = served_atlas()
except AtlasError as error:
    show_problems(error, words)
else:
    map_view.show(atlas, words)
