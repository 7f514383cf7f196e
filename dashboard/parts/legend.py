"""The faction legend: who leads where in a period, and how to read the fill."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dashboard.edition import Edition, kept
from dashboard.parts.pictures import pictures_css
from dashboard.parts.words import CallWords
from dashboard.templating import render
from dashboard.text import Texts
from geodata import COLOURINGS
from geodata.frames import records
from geodata.looks import (
    CONTESTED,
    NOBODY,
    Colouring,
    ColouringName,
    LegendGroup,
    LegendItem,
    Look,
    capital_sign_name,
    capital_signs,
    legend_groups,
    present_only,
    sample_looks,
    totals,
)

TEMPLATES = Path(__file__).parent / "templates"

MOST_NAMES = 30
"""Of the provinces where a faction is present only: more travel with each move of the slider and are read by nobody."""

SIGN_STATES = (
    ("government", False), ("resistance", False), ("contested", False), ("unknown", False),
    ("government", True), ("resistance", True),
)  # fmt: skip


@kept(128)
def legend_html(
    edition: Edition, period_id: str, colouring: ColouringName = "faction", pins: tuple[str, ...] = ()
) -> str:
    """The legend of a period as HTML; each entry is a button that pins it.

    Parameters
    ----------
    edition : Edition
    period_id : str
    colouring : {"faction", "alliance", "capital", "evidence"}, optional
        What the fill means.
    pins : tuple of str, optional
        Keys of the entries that are pinned.
    """
    calls = edition.atlas.control(period_id)
    meaning = Colouring(colouring, edition.atlas.factions, edition.atlas.alliances)
    phrases = CallWords(edition)
    counted = totals(calls, meaning)
    own = {"faction": (CONTESTED, NOBODY), "alliance": (CONTESTED, NOBODY), "evidence": (NOBODY,)}
    samples = sample_looks()
    others = [
        LegendItem(key, edition.words(f"legend-{key}"), "", samples[key], *counted.get(key, (0, 0.0)))
        for key in own.get(colouring, ())
    ]
    groups = legend_groups(
        meaning, edition.atlas.factions, edition.atlas.alliances, calls, lambda key: phrases.key(key, colouring)
    )
    present = [
        {"name": phrases.key(faction_id), "where": listed(names, edition.words)}
        for faction_id, names in (present_only(calls) if colouring == "faction" else {}).items()
    ]
    html = render(
        TEMPLATES,
        "legend.html.j2",
        texts=edition.words,
        colouring=colouring,
        groups=[*groups, LegendGroup("", tuple(others))] if others else groups,
        factions=frozenset(edition.atlas.factions["faction_id"]),
        statuses=(CONTESTED, NOBODY) if colouring != "capital" else (),
        present=present,
        pins=pins,
    )
    # It travels with each move of the slider.
    return "\n".join(filter(None, map(str.strip, html.splitlines())))


def listed(names: Sequence[str], words: Texts) -> str:
    """Names in a row, and the number of those that are too many; the view of factions has them all.

    Parameters
    ----------
    names : sequence of str
    words : Texts
    """
    shown = words("comma").join(names[:MOST_NAMES])
    return shown if len(names) <= MOST_NAMES else words("legend-more", names=shown, count=len(names) - MOST_NAMES)


@kept(32)
def key_html(edition: Edition, layers: tuple[str, ...] = ()) -> str:
    """How to read fills, signs and lines, as HTML.

    Parameters
    ----------
    edition : Edition
    layers : tuple of str, optional
        What the map shows besides: its signs are explained only then.
    """
    phrases = CallWords(edition)
    return render(
        TEMPLATES,
        "key.html.j2",
        texts=edition.words,
        layers=layers,
        looks=[(edition.words(f"look-{name}"), look) for name, look in sample_looks().items()],
        signs=[
            (capital_sign_name(status, changed), phrases.capital_state_of(status, changed))
            for status, changed in SIGN_STATES
        ],
    )


@kept(8)
def legend_css(edition: Edition) -> str:
    """Style sheet with the pictures of every look and sign that legend, key and panels can show."""
    return pictures_css(all_looks(edition).values(), capital_signs())


@kept(8)
def all_looks(edition: Edition) -> dict[str, Look]:
    """Every look that map, legend, key and panels can show, by its id."""
    looks = {look.id: look for look in sample_looks().values()}
    for name in COLOURINGS:
        meaning = Colouring(name, edition.atlas.factions, edition.atlas.alliances)
        looks |= {look.id: look for look in map(meaning.look, meaning.entries())}
        for period in edition.atlas.periods:
            looks |= {
                look.id: look
                for look in (meaning.shown(call).look for call in records(edition.atlas.control(period.id)))
            }
    return looks
