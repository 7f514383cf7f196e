"""The faction legend: who leads where in a period, and how to read the fill."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dashboard.edition import Edition, cached
from dashboard.parts.lists import listed
from dashboard.parts.pictures import pictures_css
from dashboard.parts.rows import area_rows, call_rows, coloured_rows
from dashboard.parts.words import call_words
from dashboard.templating import render
from geodata import COLOURINGS
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
    counts_of,
    legend_of,
    lines_css,
    present_only_of,
    sample_looks,
    sides_of,
    sign_picture,
    takes_trials,
)

TEMPLATES = Path(__file__).parent / "templates"

AREA_SIGN = "area"


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
    phrases = call_words(edition)
    told = present_only_of(call_rows(edition, period_id)) if colouring == "faction" else {}
    present = [
        {"name": phrases.key(faction_id), "where": listed(names, edition.words)} for faction_id, names in told.items()
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
    phrases, meaning = call_words(edition), meaning_of(edition, colouring)
    every = _counts(edition, colouring)
    return legend_of(meaning, every[period_id], list(every.values()), lambda key: phrases.key(key, colouring))


@cached(8)
def _counts(edition: Edition, colouring: ColouringName) -> dict[str, dict[str, Count]]:
    """What each entry has, by period."""
    meaning = meaning_of(edition, colouring)
    return {
        one.id: counts_of(coloured_rows(edition, one.id, meaning), meaning, area_rows(edition, one.id))
        for one in edition.atlas.periods
    }


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
        has=edition.atlas.has,
        area=AREA_SIGN,
    )


def sign_states(edition: Edition) -> list[tuple[str, str]]:
    """Name of the sign and words for each state that a capital can be in."""
    phrases = call_words(edition)
    return [
        (_sign(status, changed=False), phrases.capital_state_of(status, False)) for status in _capital_states(edition)
    ]


def sign_pictures(edition: Edition) -> dict[str, str]:
    """SVG pictures of the signs of capitals and areas, by name."""
    return {**CapitalSigns(sides_of(edition.atlas.sides)).pictures, AREA_SIGN: sign_picture(area_sign())}


def signs_shown(edition: Edition, html: str) -> dict[str, str]:
    """Of `sign_pictures` those that some HTML shows, for a page that takes all its pictures with it."""
    return {name: sign for name, sign in sign_pictures(edition).items() if f'sign-{name}"' in html}


def looks_shown(looks: Mapping[str, Look], html: str) -> dict[str, Look]:
    """Of looks by their ids those of which some HTML shows a swatch, for the same."""
    return {name: look for name, look in looks.items() if f'look-{name}"' in html}


@cached(8)
def legend_css(edition: Edition) -> str:
    """Style sheet with lines and the pictures of the looks `at_once` and of all signs, for legend, key and panels."""
    looks = all_looks(edition, at_once(edition))
    legends = (legend_html(edition, period.id) for period in edition.atlas.periods)
    first = looks_shown(looks, "".join((key_html(edition), *legends)))
    others = [look for name, look in looks.items() if name not in first]
    # A browser reads a picture whole, once something shows a part of it: what the page does not begin with waits.
    return "\n".join([lines_css(), pictures_css(first.values(), sign_pictures(edition)), pictures_css(others, {})])


def at_once(edition: Edition) -> tuple[ColouringName, ...]:
    """The colourings that the page has from its beginning: all that mean anything and take no trials."""
    return tuple(one for one in colourings_for(edition.atlas.has) if not takes_trials(one))


@cached(8)
def all_looks(edition: Edition, colourings: tuple[ColouringName, ...] = COLOURINGS[:1]) -> dict[str, Look]:
    """Every look that map, legend, key and panels can show in some colourings, by its id."""
    found = list(sample_looks().values())
    for meaning in (meaning_of(edition, name) for name in colourings):
        found += map(meaning.look, (*meaning.entries(), *meaning.status_keys))
        for period in edition.atlas.periods:
            found += _looks_of(meaning, edition, period.id)
    return {look.id: look for look in found}


def _looks_of(meaning: Colouring, edition: Edition, period_id: str) -> list[Look]:
    calls = coloured_rows(edition, period_id, meaning)
    parts = (meaning.shown_in_part(row) for row in area_rows(edition, period_id))
    return [*(meaning.shown(call).look for call in calls), *(one.look for one in parts if one)]


def meaning_of(edition: Edition, colouring: str) -> Colouring:
    """A meaning of the fill: it knows factions and sides, and nothing of the calls; every reading has the same."""
    return _meaning_of(edition.own, colouring)


@cached(8)
def _meaning_of(edition: Edition, colouring: str) -> Colouring:
    return colouring_of(colouring, edition.atlas)


def _capital_states(edition: Edition) -> tuple[str, ...]:
    return meaning_of(edition, "capital").entries()


def _sign(status: str, *, changed: bool) -> str:
    return capital_sign_name({"capital_status": status, "capital_strength": None, "capital_changed_hands": changed})
