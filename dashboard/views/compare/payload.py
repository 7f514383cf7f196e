"""The map of what changed, as the map script takes it: like the calls of one period."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.map import geometry_numbers, scale_words
from dashboard.templating import render
from dashboard.text import Texts
from dashboard.views.compare.data import ABSENT, Change, Holder, changes
from geodata.looks import CHANGE_LOOKS, Style, svg_pattern
from geodata.rule import CONTESTED, NO_EVIDENCE, PARTLY, SHARED, UNCHANGED, UNCLEAR

TEMPLATES = Path(__file__).parent / "templates"
SIGNS = {CONTESTED: "×", UNCLEAR: "?", PARTLY: "◦", NO_EVIDENCE: "–", ABSENT: "+"}
"""Codes of holders that are nobody."""

PERIOD = "change"
"""The one period of this payload."""


@cached(1)
def changes_payload(edition: Edition, first: str, second: str) -> dict[str, Any]:
    """Describe what changed, province by province.

    Parameters
    ----------
    edition : Edition
    first, second : str
        The two periods, the earlier first.

    Returns
    -------
    dict
        As `dashboard.map.payload.calls_payload` gives, with the one period `PERIOD` on the shapes of the later period,
        whose ``lines`` it has: a province that is gone by then is not drawn.
    """
    labels = [edition.atlas.period(period).label for period in (first, second)]
    style = Style(edition.atlas.factions)
    found = [one for one in changes(edition, first, second) if one.after.holder != (ABSENT,)]
    looks = {one.entry: CHANGE_LOOKS[one.entry] for one in found}
    title = edition.words("compare-map-label", first=labels[0], second=labels[1])
    geometry = geometry_numbers(edition)[second]
    return {
        "periods": [{"id": PERIOD, "label": title, "geometry": geometry, "lines": second, "mapLabel": title}],
        "colourings": ["faction"],
        "provinces": {geometry: [[one.province_id, one.name, ""] for one in found]},
        "states": [_state(one, labels, edition.words, style) for one in found],
        "calls": {PERIOD: list(range(len(found)))},
        "label": "{what}",
        "card": render(TEMPLATES, "card.html.j2"),
        "areas": {PERIOD: []},
        "areaShapes": [],
        "looks": {look.id: svg_pattern(look, look.id) for look in looks.values()},
        "scale": scale_words(edition.words),
        "capitalSigns": {"": ""},
    }


def _state(one: Change, labels: list[str], words: Texts, style: Style) -> dict[str, Any]:
    kind = words(f"change-{one.entry}")
    what = words(
        "compare-label", province=one.name, kind=kind, first=labels[0], before=one.before.words, second=labels[1],
        after=one.after.words,
    )  # fmt: skip
    changed = one.kind != UNCHANGED
    code = f"{_code(one.before.holder, style)}→{_code(one.after.holder, style)}" if changed else ""
    shown = {"look": CHANGE_LOOKS[one.entry].id, "code": code, "keys": [one.entry], "what": what, "lead": kind}
    return {
        "faction": "none",
        "status": one.kind,
        "strength": None,
        "dissent": "",
        "capital": {"status": "unknown", "changedHands": False, "sign": ""},
        "shown": {"faction": shown},
        "card": [
            f"{labels[0]}: {one.before.words}",
            f"{labels[1]}: {one.after.words}",
            *(f"{reason['date']}: {reason['statement']}" for reason in one.reasons),
        ],
    }


def _code(holder: Holder, style: Style) -> str:
    return SIGNS.get(holder[0]) or style.code(SHARED, holder)
