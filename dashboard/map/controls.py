"""The year slider of pages without a server."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from dashboard.map.ticks import ticks_html
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
    # Escaped where it was made.
    ticks = Markup(ticks_html(atlas))
    return render(TEMPLATES, "controls.html.j2", texts=words, periods=atlas.periods, current=current, ticks=ticks)
