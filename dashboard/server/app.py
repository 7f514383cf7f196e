"""The built-in atlas for ``streamlit run``, with the settings of the server that Streamlit has."""

from __future__ import annotations

import streamlit as st

from dashboard.app_context import current_atlas
from dashboard.server.application import PAGE, parts
from dashboard.server.settings import Settings, clean_path

app = st.App(PAGE, **parts(current_atlas(), Settings(clean_path(str(st.get_option("server.baseUrlPath"))))))
