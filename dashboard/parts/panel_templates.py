"""HTML of the panels, from the folder ``templates``."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dashboard import templating

render = partial(templating.render, Path(__file__).parent / "templates")
"""Fill a template of the panels; see `dashboard.templating.render`."""
