"""Trends as a picture: a column of shares for each period, and ribbons for what went from whom to whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dashboard.edition import Edition
from dashboard.parts import NARROW, CallWords
from dashboard.templating import render
from dashboard.text import Texts
from dashboard.views.trends.data import LAST, Flow, Share, Trends, trends
from geodata.looks import Colouring, ColouringName, Look, sample_looks, svg_pattern

TEMPLATES = Path(__file__).parent / "templates"

TOP, BOTTOM = 30, 16
LABEL_WIDTH = 180
"""Pixels for the labels beside the last column."""
GAP = 3
"""Pixels between the blocks of a column."""

LABEL_PIXELS = 13
"""A block that is lower has no label."""


@dataclass(frozen=True)
class Block:
    """A share in a column: ``firm`` pixels of ``height`` are on firm evidence."""

    key: str
    x: float
    y: float
    height: float
    firm: float
    label: str
    title: str


@dataclass(frozen=True)
class Ribbon:
    """A flow between two columns."""

    flow: Flow
    path: str
    title: str


def trends_svg(
    edition: Edition, by: str = "faction", measure: str = "area", pins: Collection[str] = (), width: int = 1180
) -> str:
    """Draw the shares of all periods and the flows between them.

    Parameters
    ----------
    edition : Edition
    by : {"faction", "alliance"}, optional
    measure : {"area", "provinces"}, optional
    pins : collection of str, optional
        Entries that stand out; everything else is pale.
    width : int, optional
        Pixels.

    Returns
    -------
    str
        An ``<svg>`` whose ink is ``currentColor``.
    """
    narrow = width < NARROW
    height = 420 if narrow else 540
    found = trends(edition, cast(ColouringName, by))
    phrases = CallWords(edition)
    colouring = Colouring(by, edition.atlas.factions, edition.atlas.alliances)
    column = 46.0 if narrow else 84.0
    room = height - TOP - BOTTOM
    left, right = (12.0, width - column - 12.0) if narrow else (16.0, width - column - LABEL_WIDTH)
    apart = (right - left) / max(1, len(edition.atlas.periods) - 1)
    gaps = GAP * (max(len(one) for one in found.shares) - 1)
    scale = (room - gaps) / max(found.total(number, measure) for number in range(len(edition.atlas.periods)))
    blocks: list[list[Block]] = []
    for number, (shares, period) in enumerate(zip(found.shares, edition.atlas.periods, strict=True)):
        total, y, some = found.total(number, measure), float(TOP), []
        for key in (key for key in found.keys if key in shares):
            share, name = shares[key], phrases.key(key, by)
            tall = share.amount(measure) * scale
            code = colouring.code(key) if key not in LAST else ""
            label = edition.words(
                "trends-block", name=code if narrow else code or name, share=share.amount(measure) / total
            )
            title = _share_title(edition.words, period.label, name, share, share.amount(measure) / total)
            some.append(Block(key, left + number * apart, y, tall, share.firm(measure) * scale, label.strip(), title))
            y += tall + GAP
        blocks.append(some)
    looks = {key: _look(key, colouring) for key in found.keys}
    prefix = f"trends-{width}-"
    patterns = [svg_pattern(look, prefix + key) for key, look in looks.items()]
    patterns += [
        svg_pattern(Look(look.kind, look.colours, look.textures, True), f"{prefix}{key}-weak")
        for key, look in looks.items()
        if look.kind != "no-evidence"
    ]
    return render(
        TEMPLATES,
        "trends.svg.j2",
        width=width,
        height=height,
        narrow=narrow,
        prefix=prefix,
        patterns=patterns,
        colours={key: look.colours[0] if look.colours else "#85888e" for key, look in looks.items()},
        column=column,
        least=LABEL_PIXELS,
        blocks=blocks,
        ribbons=_ribbons(found, blocks, column, scale, measure, phrases, by, edition.words),
        periods=[(one.label, left + number * apart + column / 2) for number, one in enumerate(edition.atlas.periods)],
        pins=[key for key in pins if key in looks],
        summary=summary_words(edition, by, measure),
    )


def summary_words(edition: Edition, by: str, measure: str) -> str:
    """Say in words what the picture shows: the largest three of each period, and what nobody tells of."""
    found = trends(edition, cast(ColouringName, by))
    phrases = CallWords(edition)
    said = []
    for number, period in enumerate(edition.atlas.periods):
        total, shares = found.total(number, measure), found.shares[number]
        largest = sorted((one for one in shares.values() if one.key not in LAST), key=lambda one: -one.amount(measure))
        shown = [*largest[:3], *(shares[key] for key in LAST if key in shares)]
        parts = [
            edition.words("trends-block", name=phrases.key(one.key, by), share=one.amount(measure) / total)
            for one in shown
        ]
        said.append(edition.words("trends-summary", period=period.label, parts=", ".join(parts)))
    return " ".join(said)


def _look(key: str, colouring: Colouring) -> Look:
    return sample_looks()[key] if key in LAST else colouring.look(key)


def _share_title(words: Texts, period: str, name: str, share: Share, part: float) -> str:
    return words(
        "trends-title", period=period, name=name, provinces=share.provinces, km2=share.area_km2, share=part,
        firm=share.firm_area_km2,
    )  # fmt: skip


def _ribbons(
    found: Trends,
    blocks: list[list[Block]],
    column: float,
    scale: float,
    measure: str,
    phrases: CallWords,
    by: str,
    words: Texts,
) -> list[Ribbon]:
    places = {(number, one.key): one for number, some in enumerate(blocks) for one in some}
    order = {key: number for number, key in enumerate(found.keys)}
    used_out: dict[tuple[int, str], float] = {}
    used_in: dict[tuple[int, str], float] = {}
    ribbons = []
    for flow in sorted(found.flows, key=lambda one: (one.number, order[one.before], order[one.after])):
        start, end = places[flow.number, flow.before], places[flow.number + 1, flow.after]
        thick = flow.amount(measure) * scale
        y1 = start.y + used_out.get((flow.number, flow.before), 0)
        y2 = end.y + used_in.get((flow.number, flow.after), 0)
        used_out[flow.number, flow.before] = y1 - start.y + thick
        used_in[flow.number, flow.after] = y2 - end.y + thick
        x1, x2 = start.x + column, end.x
        middle = (x1 + x2) / 2
        path = (
            f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
            f"v{thick:.1f}C{middle:.1f} {y2 + thick:.1f} {middle:.1f} {y1 + thick:.1f} {x1:.1f} {y1 + thick:.1f}z"
        )
        title = words(
            "trends-flow", before=phrases.key(flow.before, by), after=phrases.key(flow.after, by),
            names=", ".join(flow.names), km2=flow.area_km2,
        )  # fmt: skip
        ribbons.append(Ribbon(flow, path, title))
    return ribbons
