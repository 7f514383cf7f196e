"""What stands around the map, as HTML that the page's own script fills and moves."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard import templating
from dashboard.assets import PREFIX
from dashboard.edition import Edition, cached
from dashboard.map import is_flat, ticks_html
from dashboard.parts import headline, reading_html, sign_states
from dashboard.state import layers_of
from geodata.looks import colourings_for, sample_looks

BASEMAP = "basemap"
"""A layer that asks another host: in no address, so that no link switches it on for somebody else."""

HOW_SURE = ("weak", "partly", "unclear", "contested", "no-evidence")
"""Looks that tell how sure a call is, and are named in one line beside the map; as many of them as there are."""

TABLE_ADDRESS = f"{PREFIX}/parts/provinces"
"""Takes parameters as the page does: period, colour, what is pinned, language, and those of another reading."""

_render = partial(templating.render, Path(__file__).parent / "templates")


@cached(64)
def headline_html(edition: Edition, period_id: str) -> str:
    """The finding of a period, a live region, and the long definition behind it."""
    return _render(
        "headline.html.j2",
        texts=edition.words,
        headline=headline(edition, period_id),
        definition=edition.atlas.control_definition,
        reading=Markup(reading_html(edition, painted=True)),
    )


@cached(64)
def year_html(edition: Edition, period_id: str) -> str:
    """The year bar with the button that plays."""
    periods = edition.atlas.periods
    current = [period.id for period in periods].index(period_id)
    ticks = Markup(ticks_html(edition))
    return _render("year.html.j2", texts=edition.words, periods=periods, current=current, ticks=ticks)


@cached(2)
def side_html(edition: Edition) -> str:
    """The column beside the map: meaning of the fill, provinces, and room for the legend."""
    looks = sample_looks()
    return _render(
        "side.html.j2",
        texts=edition.words,
        colourings=colourings_for(edition.atlas.has),
        looks=[(name, looks[name]) for name in HOW_SURE if name in looks],
        signs=sign_states(edition) if "capitals" in edition.atlas.has else (),
    )


@cached(2)
def tools_html(edition: Edition) -> str:
    """The definition of control in one line, and what can be done with the map."""
    return _render(
        "tools.html.j2",
        texts=edition.words,
        definition=edition.atlas.control_definition,
        # No other host has tiles for the plane of an atlas of the world.
        layers=[one for one in layers_of(edition) if one != BASEMAP or not is_flat(edition)],
        basemap=BASEMAP,
        has_address=not edition.place,
    )


@cached(2)
def table_html(edition: Edition) -> str:
    """Room for the table of the provinces, which the page's script asks for when a reader wants to see it."""
    address = f"{edition.address_of(TABLE_ADDRESS)}?{urlencode({'lang': edition.language})}"
    return _render("table.html.j2", address=address)


@cached(2)
def hint_html(edition: Edition) -> str:
    """What a reader is told at the first visit."""
    return _render("hint.html.j2", texts=edition.words)


def sheet_head_html(edition: Edition, period_id: str, province_id: str) -> str:
    """Head of the sheet of a province: the button that closes it."""
    return _render("sheet.html.j2", texts=edition.words, period=period_id, province=province_id)
