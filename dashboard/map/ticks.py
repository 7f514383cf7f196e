"""The stops of the year slider below it: as many names of periods as fit, and marks for the others."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from pathlib import Path

from dashboard.edition import Edition, cached
from dashboard.templating import render

TEMPLATES = Path(__file__).parent / "templates"

WIDE_CHARACTERS = 68
NARROW_CHARACTERS = 26
"""How many characters fit side by side below the slider: on a screen with a panel beside the map, and on a phone,
where the slider shares its line with play and speed."""

CHARACTERS_BETWEEN = 2

SHORT = 8
"""Characters; a longer name at either end begins or ends at its stop, and does not reach under what stands beside."""

MOST_MARKS = 60
"""Stops without a name that have a mark: more marks are a grey band that names can't be read in."""


@cached(16)
def ticks_html(edition: Edition) -> str:
    """The periods below the slider, for the eye only: the slider itself speaks its value."""
    rooms = label_rooms([period.label for period in edition.atlas.periods])
    ticks = list(zip(edition.atlas.periods, rooms, strict=True))
    return render(TEMPLATES, "ticks.html.j2", ticks=ticks, short=SHORT, most_marks=MOST_MARKS)


def label_rooms(labels: Sequence[str]) -> list[str]:
    """For each label the room that it needs: ``""`` is shown everywhere, ``wide`` not on a phone, ``none`` nowhere.

    Parameters
    ----------
    labels : sequence of str
        In their order, at equal distances.

    Examples
    --------
    >>> label_rooms(["1985", "1987", "1988–89"])
    ['', '', '']
    >>> label_rooms([str(year) for year in range(1970, 1985)])[:5]
    ['', 'none', 'wide', 'none', '']
    """
    needed = (max(len(label) for label in labels) + CHARACTERS_BETWEEN) * (len(labels) - 1)
    step = max(1, ceil(needed / WIDE_CHARACTERS))
    # What is seen on a phone is seen elsewhere too.
    narrow_step = step * max(1, ceil(needed / NARROW_CHARACTERS / step))
    return ["" if not place % narrow_step else "wide" if not place % step else "none" for place in range(len(labels))]
