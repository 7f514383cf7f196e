"""The year slider of pages without a server."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from dashboard.edition import Edition
from dashboard.map.ticks import ticks_html
from dashboard.templating import render

TEMPLATES = Path(__file__).parent / "templates"


def controls_html(edition: Edition, period_id: str) -> str:
    """Slider and play button as HTML, which the script ``atlas-controls.js`` brings to life.

    Parameters
    ----------
    edition : Edition
    period_id : str
        The period to begin with.
    """
    current = [period.id for period in edition.atlas.periods].index(period_id)
    # Escaped where it was made.
    ticks = Markup(ticks_html(edition))
    return render(
        TEMPLATES, "controls.html.j2", texts=edition.words, periods=edition.atlas.periods, current=current, ticks=ticks
    )
