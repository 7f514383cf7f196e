"""The year slider of pages without a server."""

from __future__ import annotations

from pathlib import Path

from dashboard.templating import render
from dashboard.text import Texts
from geodata import Atlas

TEMPLATES = Path(__file__).parent / "templates"


def controls_html(atlas: Atlas, words: Texts, period_id: str) -> str:
    """Slider and play button as HTML, which the script ``atlas-controls.js`` brings to life.

    Parameters
    ----------
    atlas : Atlas
    words : Texts
    period_id : str
        The period to begin with.
    """
    current = [period.id for period in atlas.periods].index(period_id)
    return render(TEMPLATES, "controls.html.j2", texts=words, periods=atlas.periods, current=current)
