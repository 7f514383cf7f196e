"""Where codes and names stand in their provinces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.figure.page import LEADING, Weight, text_width

SHARE_INSIDE = 0.9
"""Part of a label that must lie in its province for the label to be taken as it is."""

LEAST_INSIDE = 0.8
"""Part of a label that must lie in its province for it to be said of this province and no other."""

MOST_COVERED = 0.2
"""Part of a label that may cover signs, or other labels, and both can still be read."""

CAP_HEIGHT = 0.73
"""Height of capital letters, in sizes of the letters."""

STEPS = 17


@dataclass(frozen=True)
class TextLine:
    """A line of a label."""

    text: str
    letters: float
    weight: Weight = "normal"


@dataclass(frozen=True)
class Label:
    """One way to label a province: lines from top to bottom, centred."""

    lines: tuple[TextLine, ...]

    @property
    def width(self) -> float:
        """In points."""
        return max(text_width(line.text, line.letters, line.weight) for line in self.lines)

    @property
    def height(self) -> float:
        """In points, from the top of the first capitals to the last base line."""
        return self.lines[0].letters * CAP_HEIGHT + sum(line.letters * LEADING * 0.85 for line in self.lines[1:])

    def baselines(self) -> list[float]:
        """Of each line, above the middle of the label."""
        below = [0.0]
        for line in self.lines[1:]:
            below.append(below[-1] + line.letters * LEADING * 0.85)
        top = self.height / 2 - self.lines[0].letters * CAP_HEIGHT
        return [top - distance for distance in below]


@dataclass(frozen=True)
class Placed:
    """A label and the middle of it."""

    label: Label
    x: float
    y: float


def place(area: BaseGeometry, choices: Sequence[Label], taken: BaseGeometry, *, crowded: bool = False) -> Placed | None:
    """Find the best place for a label in an area.

    Parameters
    ----------
    area : shapely geometry
        The province, in points.
    choices : sequence of Label
        From the one best liked to the smallest.
    taken : shapely geometry
        What must not be covered: signs, pockets, labels placed before.
    crowded : bool, optional
        Whether there are so many provinces that a label is left out sooner than it lies on another one.

    Returns
    -------
    Placed or None
        The first choice that lies in the area and covers nothing, as near to its middle as can be; if none does, the
        one that is least in the way; where it is crowded None, if that covers what others need or lies partly outside.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> label = Label((TextLine("RED", 10, "bold"),))
    >>> placed = place(box(0, 0, 100, 100), [label], box(40, 40, 60, 60))
    >>> box(placed.x - 10, placed.y - 3, placed.x + 10, placed.y + 3).intersects(box(40, 40, 60, 60))
    False
    """
    best: tuple[float, Placed | None] | None = None
    middle = shapely.maximum_inscribed_circle(area).coords[0]
    for label in choices:
        cost, placed = _best(area, middle, label, taken, crowded)
        if cost < 1:
            return placed
        if best is None or cost < best[0]:
            best = cost, placed
    return best[1] if best else None


def box_of(placed: Placed, margin: float = 0) -> BaseGeometry:
    """The ground that a placed label covers."""
    half_width, half_height = placed.label.width / 2 + margin, placed.label.height / 2 + margin
    return shapely.box(placed.x - half_width, placed.y - half_height, placed.x + half_width, placed.y + half_height)


def _best(
    area: BaseGeometry, middle: tuple[float, ...], label: Label, taken: BaseGeometry, crowded: bool
) -> tuple[float, Placed | None]:
    """Costs below 1 are those of a label in its province that covers nothing; None where it can't stand at all."""
    west, south, east, north = area.bounds
    # As much of it would lie outside wherever it stands.
    if crowded and min((east - west) / label.width, (north - south) / label.height, 1) < LEAST_INSIDE:
        return float("inf"), None
    across, up = _steps((east - west) / label.width), _steps((north - south) / label.height)
    x, y = (
        values.ravel()
        for values in np.meshgrid(
            np.append(np.linspace(west, east, across), middle[0]), np.append(np.linspace(south, north, up), middle[1])
        )
    )
    inside = shapely.contains_xy(area, x, y)
    x, y = x[inside], y[inside]
    half_width, half_height = label.width / 2, label.height / 2
    # Letters need some air: to the border, and more to signs.
    boxes = shapely.box(x - half_width - 0.6, y - half_height - 0.6, x + half_width + 0.6, y + half_height + 0.6)
    size = shapely.area(boxes)
    share_inside = shapely.area(shapely.intersection(boxes, area)) / size
    share_taken = shapely.area(shapely.intersection(boxes, taken)) / size
    away = np.hypot(x - middle[0], y - middle[1]) / np.hypot(east - west, north - south)
    spoilt = (share_inside < SHARE_INSIDE) | (share_taken > 0)
    cost = (
        0.9 * np.minimum(away, 1) + (1 - share_inside) * 0.5 + spoilt * (1 + 8 * share_taken + 2 * (1 - share_inside))
    )
    number = int(np.argmin(cost))
    if crowded and (share_taken[number] > MOST_COVERED or share_inside[number] < LEAST_INSIDE):
        return float(cost[number]), None
    return float(cost[number]), Placed(label, float(x[number]), float(y[number]))


def _steps(share: float) -> int:
    """How many places are tried in one direction: few where the province is hardly larger than the label."""
    return int(np.clip(np.ceil(4 * share), 3, STEPS))
