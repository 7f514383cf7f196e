"""A look: what a call is drawn as, before anybody asks with which pen.

One channel has one meaning. Hue is the faction (or alliance, or side). **Pale and dotted** is weak evidence, and
nothing else is dotted; **stripes** are shared, **chequers** contested, **question marks** unclear, **crosses** nobody
tells; a **light ground** is known only in parts, whose areas are drawn on it. Factions are distinguished by hue, code
and name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal

from geodata.looks.colours import NAMELESS, NEUTRAL
from geodata.rule import CONTESTED, HELD, NO_EVIDENCE, PARTLY, SHARED, UNCLEAR

LookKind = Literal["held", "shared", "contested", "unclear", "partly", "no-evidence", "quiet"]

WITH_STRENGTH: frozenset[str] = frozenset({HELD, SHARED, CONTESTED})
"""Kinds that are pale and dotted on weak evidence; the others say already that little is known."""

LOOKS_KEPT = 8192
"""Looks that are made once for all who ask."""


@dataclass(frozen=True)
class Look:
    """How a call is drawn.

    Attributes
    ----------
    kind : {"held", "shared", "contested", "unclear", "partly", "no-evidence", "quiet"}
        A status of calls, or ``quiet``: a ground on which something else tells.
    colours : tuple of str
        One colour (``#rrggbb``) for each faction drawn.
    weak : bool
        Whether the evidence is weak.
    """

    kind: LookKind
    colours: tuple[str, ...] = ()
    weak: bool = False

    @cached_property
    def id(self) -> str:
        """A name that is the same for the same look; letters, digits and hyphens only."""
        colours = [colour.lstrip("#") for colour in self.colours]
        return "-".join([self.kind, *colours, *(["weak"] if self.weak else [])])

    @property
    def on_weak_evidence(self) -> Look:
        """The same on weak evidence."""
        return replace(self, weak=self.kind in WITH_STRENGTH)


NOTHING_KNOWN = Look("no-evidence")
IN_PARTS = Look("partly")
QUIET_LOOK = Look("quiet")


def look_of(status: str, colours: Sequence[str], *, weak: bool) -> Look:
    """The look of a status with the colours of those whom it names.

    Parameters
    ----------
    status : {"held", "shared", "contested", "unclear", "partly", "no-evidence"}
    colours : sequence of str
        One for each; the same twice is drawn once.
    weak : bool

    Examples
    --------
    >>> look_of("contested", ["#aa0000"], weak=True)
    Look(kind='contested', colours=('#aa0000', '#ffffff'), weak=True)
    """
    return _look_of(status, tuple(colours), weak)


@lru_cache(maxsize=LOOKS_KEPT)
def _look_of(status: str, colours: tuple[str, ...], weak: bool) -> Look:
    """An atlas has few looks, and thousands of provinces that ask for theirs."""
    shown = tuple(dict.fromkeys(colours))
    if status == PARTLY:
        return IN_PARTS
    if status == UNCLEAR:
        return Look("unclear", shown)
    if status == NO_EVIDENCE or not shown:
        return NOTHING_KNOWN
    if status == CONTESTED:
        # Somebody else was there, too, even where only one is named.
        return Look("contested", shown if len(shown) > 1 else (*shown, NEUTRAL), weak)
    return Look("shared" if len(shown) > 1 else "held", shown, weak)


def look_of_both(one: Look, other: Look) -> Look:
    """The look of land that two claim: stripes of both.

    Examples
    --------
    >>> look_of_both(Look("held", ("#aa0000",)), Look("held", ("#0000aa",), weak=True))
    Look(kind='shared', colours=('#aa0000', '#0000aa'), weak=True)
    """
    return one if one == other else look_of(SHARED, [*one.colours, *other.colours], weak=one.weak or other.weak)


def sample_looks() -> dict[str, Look]:
    """Every look in greys that stand for no faction, by the name of its text (``look-<name>``)."""
    first, second = SAMPLE_COLOURS
    return {
        HELD: Look("held", (first,)),
        "weak": Look("held", (first,), weak=True),
        SHARED: Look("shared", (first, second)),
        CONTESTED: Look("contested", (first, second)),
        UNCLEAR: Look("unclear", (first,)),
        PARTLY: IN_PARTS,
        NO_EVIDENCE: NOTHING_KNOWN,
    }


SAMPLE_COLOURS = ("#4a5568", "#a0aec0")
"""Greys that stand for no faction."""

__all__ = [
    "IN_PARTS",
    "NAMELESS",
    "NEUTRAL",
    "NOTHING_KNOWN",
    "QUIET_LOOK",
    "Look",
    "LookKind",
    "look_of",
    "look_of_both",
    "sample_looks",
]
