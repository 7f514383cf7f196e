"""The script that Streamlit runs for each reader, with the settings of the server beside it."""

from dashboard.app_context import current_atlas
from dashboard.shell import show

show(current_atlas())
