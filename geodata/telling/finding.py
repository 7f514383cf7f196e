"""Where is a place? From any spelling to the province that it lay in."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from geodata.dates import Period
from geodata.frames import records
from geodata.rule import Lineage
from geodata.telling.spelling import plain, spellings_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def province_of(atlas: Atlas, place: str) -> tuple[str, str | None]:
    """The province that a place is, or lies in.

    Parameters
    ----------
    atlas : Atlas
    place : str
        Id or any spelling of a province or a town. Where both bear the name, it is the province.

    Returns
    -------
    tuple of str and (str or None)
        Id of a province, which may be of another time; and of the town, where it is none itself.

    Raises
    ------
    KeyError
        If the atlas knows no such place; the message names some that are spelt alike.
    ValueError
        If several provinces have a town of this name; the message names them.
    """
    wanted = plain(place)
    known: dict[str, set[str]] = {}
    for frame, kind in ((atlas.package.provinces, "province"), (atlas.places, "place")):
        found: dict[str, str | None] = {}
        for row in records(frame):
            province_id = row["province_id"]
            for spelling in {*map(plain, spellings_of(row)), plain(row[f"{kind}_id"])}:
                known.setdefault(spelling, set()).add(province_id)
                if spelling == wanted and province_id:
                    found[province_id] = row["place_id"] if kind == "place" else None
        if len(found) > 1:
            raise ValueError(f"{place!r} is a place in {', '.join(sorted(found))}: ask for one of these")
        if found:
            return found.popitem()
    alike = get_close_matches(wanted, known, n=3)
    hint = f"; spelt alike: {', '.join(alike)}" if alike else ""
    raise KeyError(f"no province or town {place!r} in this atlas{hint}")


def province_in(atlas: Atlas, province_id: str, period: Period) -> str:
    """The province of a period that a province of any time belonged to.

    Raises
    ------
    ValueError
        If in the period it belonged to several, or to none that the atlas knows.
    """
    current = frozenset(atlas.provinces(period.id)["province_id"])
    if province_id in current:
        return province_id
    lineage = Lineage(atlas.lineage)
    found = sorted({*lineage.standing_before(province_id, current)})
    if not found:
        made = lineage.made_since(province_id, None)
        found = sorted(current.intersection(made))
    if len(found) == 1:
        return found[0]
    told = f"it was part of {' and '.join(found)}: ask for one of these" if found else "the atlas has no outline of it"
    raise ValueError(f"{province_id!r} was no province in {period.label}; {told}")
