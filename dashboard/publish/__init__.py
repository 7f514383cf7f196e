"""The atlas as one page in one file, for anybody with a browser and no network."""

from dashboard.publish.page import publish

__all__ = ["publish"]
