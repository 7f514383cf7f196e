"""The command ``atlas``."""

from dashboard.cli.main import main

__all__ = ["main"]
