"""Head, summary of a period, and foot of the page."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dashboard.parts.panel_templates import render
from dashboard.text import Texts
from geodata import RULE_VERSION, Atlas


def header_html(atlas: Atlas, words: Texts) -> str:
    """Title of the atlas and its definition of control."""
    return render("header.html.j2", texts=words, title=atlas.title, definition=atlas.control_definition)


@lru_cache(maxsize=256)
def summary_data(atlas: Atlas, words: Texts, period_id: str) -> dict[str, Any]:
    """One ``sentence`` on a period, and ``notes`` on it and on its announced provinces."""
    calls = atlas.control(period_id)
    sides, statuses = calls["side"].value_counts(), calls["status"].value_counts()
    period = atlas.period(period_id)
    announced = list(atlas.announced(period_id)["name"])
    sentence = words(
        "summary",
        period=period.label,
        provinces=len(calls),
        resistance=atlas.side_names["resistance"],
        resistanceCount=int(sides.get("resistance", 0)),
        government=atlas.side_names["government"],
        governmentCount=int(sides.get("government", 0)),
        contested=int(statuses.get("contested", 0)),
        unknown=int(statuses.get("no-evidence", 0)),
    )
    notes = [period.note] if period.note else []
    if announced:
        notes.append(words("announced-note", names=", ".join(announced), count=len(announced)))
    return {"sentence": sentence, "notes": notes}


def summary_html(atlas: Atlas, words: Texts, period_id: str) -> str:
    """One sentence on a period, in a live region, so that it is spoken after a move of the slider."""
    return render("summary.html.j2", summary=summary_data(atlas, words, period_id))


@lru_cache(maxsize=8)
def play_html(words: Texts) -> str:
    """The bar that plays through the periods; the map's script brings it to life."""
    return render("play.html.j2", texts=words)


def footer_html(atlas: Atlas, words: Texts) -> str:
    """Version, licence and citation."""
    year = atlas.package.descriptor.get("created", "")[:4]
    return render("footer.html.j2", texts=words, atlas=atlas, rule=RULE_VERSION, year=year)
