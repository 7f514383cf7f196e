"""The script that Streamlit runs for each reader, with the settings of the server beside it."""

from dashboard.shell import show, shown_atlas

show(shown_atlas())
