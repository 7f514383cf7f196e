"""The page around the views: entry, find, head and foot."""

from dashboard.shell.find import findable

__all__ = [
    "findable",
]
