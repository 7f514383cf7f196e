"""The process that serves the page: application, routes, headers, files, first answer, and the processes that draw."""

from dashboard.server.memory import keep_memory_together
from dashboard.server.settings import EMBEDDINGS, Settings, clean_path, clean_url

__all__ = [
    "EMBEDDINGS",
    "Settings",
    "clean_path",
    "clean_url",
    "keep_memory_together",
]
