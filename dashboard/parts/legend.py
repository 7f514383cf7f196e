"""The faction legend: who leads where in a period, and how to read the fill."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.edition import Edition, cached
from dashboard.parts.firmness import coloured_calls
from dashboard.parts.pictures import pictures_css
from dashboard.parts.words import CallWords
from dashboard.templating import render
from dashboard.text import Texts
from geodata import COLOURINGS
from geodata.frames import records
from geodata.looks import (
    DISSENT,
    CapitalSigns,
    Colouring,
    ColouringName,
    Count,
    Legend,
    Look,
    area_sign,
    capital_sign_name,
    colouring_of,
    colourings_for,
    counts,
    legend_of,
    lines_css,
    present_only,
    sample_looks,
    sides_of,
    sign_picture,
    takes_trials,
)

TEMPLATES = Path(__file__).parent / "templates"

AREA_SIGN = "area"

MOST_NAMES = 30
"""Of the provinces where a faction is present only: more travel with each move of the slider and are read by nobody."""


@cached(128)
def legend_html(
    edition: Edition, period_id: str, colouring: ColouringName = "faction", pins: tuple[str, ...] = ()
) -> str:
    """The legend of a period as HTML; each entry is a button that pins it.

    Parameters
    ----------
    edition : Edition
    period_id : str
    colouring : {"faction", "alliance", "side", "capital", "evidence", "firmness"}, optional
        What the fill means.
    pins : tuple of str, optional
        Keys of the entries that are pinned.
    """
    phrases = _words(edition)
    shown = edition.atlas.control(period_id)
    present = [
        {"name": phrases.key(faction_id), "where": listed(names, edition.words)}
        for faction_id, names in (present_only(shown) if colouring == "faction" else {}).items()
    ]
    html = render(
        TEMPLATES,
        "legend.html.j2",
        texts=edition.words,
        colouring=colouring,
        legend=legend_data(edition, period_id, colouring),
        factions=frozenset(edition.atlas.factions["faction_id"]) if colouring == "faction" else frozenset(),
        signs={key: _sign(key, changed=False) for key in _capital_states(edition)} if colouring == "capital" else {},
        present=present,
        pins=pins,
    )
    # It travels with each move of the slider.
    return "\n".join(filter(None, map(str.strip, html.splitlines())))


@cached(128)
def legend_data(edition: Edition, period_id: str, colouring: ColouringName) -> Legend:
    """The legend of a period as data; the same entries in the same places for every period.

    Parameters
    ----------
    edition : Edition
    period_id : str
    colouring : {"faction", "alliance", "side", "capital", "evidence", "firmness"}
    """
    phrases, meaning = _words(edition), _meaning(edition.own, colouring)
    every = _counts(edition, colouring)
    return legend_of(meaning, every[period_id], list(every.values()), lambda key: phrases.key(key, colouring))


@cached(8)
def _counts(edition: Edition, colouring: ColouringName) -> dict[str, dict[str, Count]]:
    """What each entry has, by period."""
    atlas, meaning = edition.atlas, _meaning(edition.own, colouring)
    return {
        one.id: counts(coloured_calls(edition, one.id, meaning), meaning, atlas.areas(one.id)) for one in atlas.periods
    }


def listed(names: Sequence[str], words: Texts) -> str:
    """Names in a row, and the number of those that are too many; the view of factions has them all.

    Parameters
    ----------
    names : sequence of str
    words : Texts
    """
    shown = words("comma").join(names[:MOST_NAMES])
    return shown if len(names) <= MOST_NAMES else words("legend-more", names=shown, count=len(names) - MOST_NAMES)


@cached(32)
def key_html(edition: Edition, layers: tuple[str, ...] = ()) -> str:
    """How to read fills, signs and lines, as HTML.

    Parameters
    ----------
    edition : Edition
    layers : tuple of str, optional
        What else the map shows: its signs are explained only then.
    """
    words = edition.words
    return render(
        TEMPLATES,
        "key.html.j2",
        texts=edition.words,
        layers=layers,
        looks=[(words(f"look-{name}"), look) for name, look in sample_looks().items()],
        dissent=DISSENT,
        signs=[
            *sign_states(edition),
            (_sign(_capital_states(edition)[0], changed=True), words("capital-ring")),
        ]
        if "capitals" in edition.atlas.has
        else [],
        area=AREA_SIGN,
    )


def sign_states(edition: Edition) -> list[tuple[str, str]]:
    """Name of the sign and words for each state that a capital can be in."""
    phrases = _words(edition)
    return [
        (_sign(status, changed=False), phrases.capital_state_of(status, False)) for status in _capital_states(edition)
    ]


def sign_pictures(edition: Edition) -> dict[str, str]:
    """SVG pictures of the signs of capitals and areas, by name."""
    return {**CapitalSigns(sides_of(edition.atlas.sides)).pictures, AREA_SIGN: sign_picture(area_sign())}


@cached(8)
def legend_css(edition: Edition) -> str:
    """Style sheet with lines and the pictures of the looks `at_once` and of all signs, for legend, key and panels."""
    looks = all_looks(edition, at_once(edition))
    return "\n".join([lines_css(), pictures_css(looks.values(), sign_pictures(edition))])


def at_once(edition: Edition) -> tuple[ColouringName, ...]:
    """The colourings that the page has from its beginning: all that mean anything and take no trials."""
    return tuple(one for one in colourings_for(edition.atlas.has) if not takes_trials(one))


@cached(8)
def all_looks(edition: Edition, colourings: tuple[ColouringName, ...] = COLOURINGS[:1]) -> dict[str, Look]:
    """Every look that map, legend, key and panels can show in some colourings, by its id."""
    found = list(sample_looks().values())
    for meaning in (_meaning(edition.own, name) for name in colourings):
        found += map(meaning.look, (*meaning.entries(), *meaning.status_keys))
        for period in edition.atlas.periods:
            found += _looks_of(meaning, edition, period.id)
    return {look.id: look for look in found}


def _looks_of(meaning: Colouring, edition: Edition, period_id: str) -> list[Look]:
    calls: list[dict[str, Any]] = records(
        pd.DataFrame(coloured_calls(edition, period_id, meaning).drop(columns="geometry"))
    )
    parts = (meaning.shown_in_part(row) for row in records(edition.atlas.areas(period_id)))
    return [*(meaning.shown(call).look for call in calls), *(one.look for one in parts if one)]


@cached(8)
def _meaning(edition: Edition, colouring: str) -> Colouring:
    """A meaning of the fill: it knows factions and sides, and nothing of the calls; every reading has the same."""
    return colouring_of(colouring, edition.atlas)


@cached(1)
def _words(edition: Edition) -> CallWords:
    return CallWords(edition)


def _capital_states(edition: Edition) -> tuple[str, ...]:
    return _meaning(edition.own, "capital").entries()


def _sign(status: str, *, changed: bool) -> str:
    return capital_sign_name({"capital_status": status, "capital_strength": None, "capital_changed_hands": changed})
