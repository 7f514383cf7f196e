"""What the fill of a map can mean; a further meaning is a class, its name among `COLOURINGS` and its entry here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from geodata.looks.colouring import COLOURINGS, Actors, Colouring, ColouringName
from geodata.looks.colouring_by_actor import ByAlliance, ByCapital, ByFaction, BySide
from geodata.looks.colouring_by_evidence import ByEvidence, ByFirmness

_CLASSES: Sequence[type[Colouring]] = (ByFaction, ByAlliance, BySide, ByCapital, ByEvidence, ByFirmness)

_NEEDED: dict[ColouringName, str] = {"alliance": "alliances", "side": "sides", "capital": "capitals"}
"""What an atlas must have for a colouring to mean anything."""


def colouring_of(name: str, actors: Actors) -> Colouring:
    """One meaning of the fill, for the factions, alliances and sides of an atlas.

    Parameters
    ----------
    name : {"faction", "alliance", "side", "capital", "evidence", "firmness"}
    actors : Atlas
        Or whatever has its tables ``factions``, ``alliances`` and ``sides``.

    Raises
    ------
    ValueError
        If there is no such colouring.

    Examples
    --------
    >>> import geodata
    >>> atlas = geodata.load()
    >>> call = atlas.control("1985").set_index("province_id").loc["herat"]
    >>> colouring_of("alliance", atlas).shown(call).keys
    ('peshawar-seven',)
    """
    for one in _CLASSES:
        if one.name == name:
            return one(actors)
    raise ValueError(f"no colouring {name!r}; there are {', '.join(COLOURINGS)}")


def colourings_for(has: Collection[str]) -> tuple[ColouringName, ...]:
    """The colourings that mean anything for an atlas, by what it has, see `Atlas.has`.

    Examples
    --------
    >>> colourings_for({"alliances", "sides"})
    ('faction', 'alliance', 'side', 'evidence', 'firmness')
    """
    return tuple(name for name in COLOURINGS if _NEEDED.get(name) is None or _NEEDED[name] in has)


def takes_trials(name: ColouringName) -> bool:
    """Whether calls have to be tried without their sources before a colouring can show them: it is made when asked for.

    Examples
    --------
    >>> takes_trials("firmness"), takes_trials("faction")
    (True, False)
    """
    return any(one.needs for one in _CLASSES if one.name == name)
