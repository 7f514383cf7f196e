"""What a figure of an atlas shows: which maps, of what, and what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd

from geodata.dates import Period
from geodata.figure.data import Panel, Subject
from geodata.figure.drawing import draw
from geodata.figure.file import AtlasFigure
from geodata.figure.options import MOST_MAPS, Size
from geodata.frames import records
from geodata.looks import COLOURINGS, ColouringName, colouring_of
from geodata.telling import (
    cite_atlas,
    licence_name,
    licences,
    name_source,
    shapes_credit,
    speaking_as,
    word,
)

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def plot(
    atlas: Atlas,
    period: str | None,
    compare: str | None,
    size: Size,
    colour: ColouringName,
    *,
    citation: str | None = None,
    reading: str | None = None,
) -> AtlasFigure:
    """Draw the figure that `Atlas.plot` describes.

    Parameters
    ----------
    atlas : Atlas
    period, compare : str or None
        Identifiers of periods.
    size : {"column", "slide", "poster"}
    colour : {"faction", "alliance", "side", "capital", "evidence", "firmness"}
    citation : str, optional
        How to cite the atlas, where its title has been translated.
    reading : str, optional
        The rule in words of the atlas's language, where it is not the atlas's own.

    Raises
    ------
    KeyError
        If the atlas has no such period.
    ValueError
        If there is nothing to compare, there are too many periods for one figure, or a map of what changed is asked for
        in another colouring than by faction.
    """
    if compare is not None and compare == period:
        raise ValueError(f"nothing to compare: {compare!r} is the period itself")
    if compare is not None and period is None:
        raise ValueError("compare needs a period to compare with")
    if compare is not None and colour != COLOURINGS[0]:
        raise ValueError(f"a map of what changed is about factions, not coloured by {colour!r}")
    if period is None and len(atlas.periods) > MOST_MAPS:
        raise ValueError(
            f"{len(atlas.periods)} maps are too many for one figure, which has room for {MOST_MAPS}: name a period"
        )
    with speaking_as(atlas, atlas.language):
        return _drawn(atlas, period, compare, size, _subject(atlas, colour, citation, reading), colour)


def _drawn(
    atlas: Atlas, period: str | None, compare: str | None, size: Size, subject: Subject, colour: ColouringName
) -> AtlasFigure:
    wanted = {atlas.period(one).id for one in (period, compare) if one is not None}
    panels = [_panel(atlas, one, colour) for one in atlas.periods if one.id in wanted or not wanted]
    changes = None if compare is None else atlas.changes(panels[0].period.id, panels[1].period.id)
    return draw(panels, subject, size, changes)


def _calls(atlas: Atlas, period: Period, colour: ColouringName) -> gpd.GeoDataFrame:
    """The calls, with what the colouring has to know beside them."""
    calls, needs = atlas.control(period.id), colouring_of(colour, atlas).needs
    if not needs:
        return calls
    robust = atlas.robustness(period.id).set_index("province_id").loc[calls["province_id"]]
    return calls.assign(**{name: robust[name].to_numpy() for name in needs})


def _panel(atlas: Atlas, period: Period, colour: ColouringName) -> Panel:
    shapes = atlas.provinces(period.id), atlas.announced(period.id)
    claims, areas = atlas.claims(period=period.id), atlas.areas(period.id)
    return Panel.of(period, shapes, _calls(atlas, period, colour), claims, areas)


def _subject(atlas: Atlas, colour: ColouringName, citation: str | None, reading: str | None) -> Subject:
    descriptor = atlas.package.descriptor
    return Subject(
        title=atlas.title,
        version=atlas.version,
        definition=atlas.control_definition,
        citation=citation or cite_atlas(atlas),
        licences=tuple(licence_name(one) for one in licences(descriptor)),
        credit=shapes_credit(descriptor, word("semicolon"), lambda sources: word("outlines", sources=sources)),
        factions=atlas.factions,
        alliances=atlas.alliances,
        sides=atlas.sides,
        places=atlas.places,
        source_names={row["source_id"]: name_source(row) for row in records(atlas.sources)},
        reading=reading or atlas.reading,
        every=tuple((_calls(atlas, one, colour), atlas.areas(one.id)) for one in atlas.periods),
        colour=colour,
    )
