"""Head, summary of a period, and foot of the page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dashboard.edition import Edition, kept
from dashboard.parts.panel_templates import render
from dashboard.text import Texts
from geodata import RULE_VERSION


def header_html(edition: Edition) -> str:
    """Title of the atlas and its definition of control."""
    return render(
        "header.html.j2",
        texts=edition.words,
        title=edition.atlas.title,
        definition=edition.atlas.control_definition,
        reading=edition.atlas.reading,
    )


@kept(256)
def summary_data(edition: Edition, period_id: str) -> dict[str, Any]:
    """One ``sentence`` on a period, and ``notes`` on it and on its announced provinces."""
    calls = edition.atlas.control(period_id)
    sides, statuses = calls["side"].value_counts(), calls["status"].value_counts()
    period = edition.atlas.period(period_id)
    announced = list(edition.atlas.announced(period_id)["name"])
    sentence = edition.words(
        "summary",
        period=period.label,
        provinces=len(calls),
        resistance=edition.atlas.side_names["resistance"],
        resistanceCount=int(sides.get("resistance", 0)),
        government=edition.atlas.side_names["government"],
        governmentCount=int(sides.get("government", 0)),
        contested=int(statuses.get("contested", 0)),
        unknown=int(statuses.get("no-evidence", 0)),
    )
    notes = [period.note] if period.note else []
    if announced:
        notes.append(edition.words("announced-note", names=", ".join(announced), count=len(announced)))
    return {"sentence": sentence, "notes": notes}


def summary_html(edition: Edition, period_id: str) -> str:
    """One sentence on a period, in a live region, so that it is spoken after a move of the slider."""
    return render("summary.html.j2", summary=summary_data(edition, period_id))


@lru_cache(maxsize=8)
def play_html(words: Texts) -> str:
    """The bar that plays through the periods; the map's script brings it to life."""
    return render("play.html.j2", texts=words)


def footer_html(edition: Edition) -> str:
    """Version, licence and citation."""
    year = edition.atlas.package.descriptor.get("created", "")[:4]
    return render("footer.html.j2", texts=edition.words, atlas=edition.original, rule=RULE_VERSION, year=year)
