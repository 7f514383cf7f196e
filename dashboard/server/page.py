"""The script that Streamlit runs for each reader, with the settings of the server beside it."""

from dashboard.served import served_atlas
from dashboard.shell import show

show(served_atlas())
