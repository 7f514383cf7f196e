"""Downloads: files by their names in the address (tables, pictures, charts, citations), and the list for each view."""

from dashboard.downloads.files import Download, NoSuchFileError, file_name, holds_calls, make_file, takes_long
from dashboard.downloads.offer import DATA_PREFIX, LANGUAGE, file_query, take_away_html
from dashboard.downloads.panel import show_foot

__all__ = [
    "DATA_PREFIX",
    "LANGUAGE",
    "Download",
    "NoSuchFileError",
    "file_name",
    "file_query",
    "holds_calls",
    "make_file",
    "show_foot",
    "take_away_html",
    "takes_long",
]
