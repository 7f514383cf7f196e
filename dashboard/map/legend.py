"""The faction legend: who leads where in a period, and how to read the fill."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dashboard.map.pictures import pictures_css
from dashboard.map.words import CallWords
from dashboard.templating import render
from dashboard.text import Texts
from geodata import Atlas
from geodata.frames import records
from geodata.legend import legend_groups
from geodata.looks import Look, sample_looks
from geodata.signs import capital_sign_name, capital_signs
from geodata.style import Style

TEMPLATES = Path(__file__).parent / "templates"

SIGN_STATES = (
    ("government", False), ("resistance", False), ("contested", False), ("unknown", False),
    ("government", True), ("resistance", True),
)  # fmt: skip


@lru_cache(maxsize=64)
def legend_html(atlas: Atlas, words: Texts, period_id: str) -> str:
    """The faction legend of a period as HTML."""
    calls = atlas.control(period_id)
    statuses = calls["status"].value_counts()
    looks = sample_looks()
    others = [
        {"id": status, "text": words(f"legend-{status}"), "count": int(statuses.get(status, 0)), "look": looks[status]}
        for status in ("contested", "no-evidence")
    ]
    groups = legend_groups(atlas.factions, atlas.alliances, calls, words("legend-independent"))
    return render(TEMPLATES, "legend.html.j2", texts=words, groups=groups, others=others)


@lru_cache(maxsize=8)
def key_html(atlas: Atlas, words: Texts) -> str:
    """How to read fills, signs and lines, as HTML."""
    phrases = CallWords(atlas, words)
    return render(
        TEMPLATES,
        "key.html.j2",
        texts=words,
        looks=[(words(f"look-{name}"), look) for name, look in sample_looks().items()],
        signs=[
            (capital_sign_name(status, changed), phrases.capital_state_of(status, changed))
            for status, changed in SIGN_STATES
        ],
    )


@lru_cache(maxsize=8)
def legend_css(atlas: Atlas) -> str:
    """Style sheet with the pictures of every look and sign that legend, key and panels can show."""
    return pictures_css(all_looks(atlas).values(), capital_signs())


@lru_cache(maxsize=8)
def all_looks(atlas: Atlas) -> dict[str, Look]:
    """Every look that map, legend, key and panels can show, by its id."""
    style = Style(atlas.factions)
    looks = {look.id: look for look in sample_looks().values()}
    for faction_id in atlas.factions["faction_id"]:
        look = style.faction_look(faction_id)
        looks[look.id] = look
    for period in atlas.periods:
        for call in records(atlas.control(period.id)):
            look = style.look(call["status"], call["factions"], call["grade"])
            looks[look.id] = look
    return looks
