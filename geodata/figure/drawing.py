"""Printed figures of an atlas: one map, one for each period, or what changed; for a column, a slide or a poster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from shapely.geometry.base import BaseGeometry

from geodata.figure.data import Panel, Subject
from geodata.figure.file import SCREEN_DPI, AtlasFigure, settings
from geodata.figure.key import draw_legend
from geodata.figure.layout import Arrangement, Box, arrange
from geodata.figure.legend import MOST_ROWS, Block, faction_blocks, legend_blocks
from geodata.figure.map import LARGE_SIGNS, Ground, Sheet, draw_map, draw_scale
from geodata.figure.options import Size
from geodata.figure.page import INK, LEADING, QUIET, Paper, Pen, for_map, left_of, paper, wrap
from geodata.figure.text import MOST_LISTED, alt_text, change_blocks, code_of, notes
from geodata.looks import COLOURINGS, Look
from geodata.rule import UNCHANGED
from geodata.shapes import alone, printed_plane_of
from geodata.telling import is_right_to_left, language_told, word

Line = tuple[str, float, Literal["normal", "bold"]]
"""Text, size and weight."""


def draw(panels: Sequence[Panel], subject: Subject, size: Size, changes: pd.DataFrame | None = None) -> AtlasFigure:
    """Draw a figure; see `Atlas.plot`.

    Parameters
    ----------
    panels : sequence of Panel
        The maps, in order of time; for a map of what changed, the two periods.
    subject : Subject
    size : {"column", "slide", "poster"}
    changes : pandas.DataFrame, optional
        What changed between the two, as `Atlas.changes` gives it, to be drawn instead of both.

    Returns
    -------
    AtlasFigure

    Raises
    ------
    ValueError
        If there is no such size.
    """
    with settings():
        return _draw(panels, subject, paper(size, len(panels) if changes is None else 1), changes)


def _draw(panels: Sequence[Panel], subject: Subject, sheet_of: Paper, changes: pd.DataFrame | None) -> AtlasFigure:
    everything = pd.concat([panel.provinces for panel in panels])
    plane = printed_plane_of(everything)
    land = shapely.union_all(plane.in_metres(everything.assign(geometry=alone(everything))).geometry.to_numpy())
    # Of the world no one length is true everywhere.
    with_scale = plane.kind != "world"
    ground = Ground(plane, _padded(land, with_scale=with_scale))
    change = changes is not None
    maps = [panels[-1]] if change else list(panels)

    letters, width = sheet_of.letters, sheet_of.width
    margin = letters * 1.5
    inner = width - 2 * margin
    title = _title(panels, subject, change)
    header = _header(title, subject, letters, inner, single=change or len(panels) == 1)
    footer = [
        (text, letters * 0.82) for note in notes(panels, subject, plane) for text in wrap(note, letters * 0.82, inner)
    ]
    head_height = sum(size * LEADING for _, size, _ in header) + letters * 0.7
    foot_height = sum(size * LEADING for _, size in footer) + letters * 0.7
    label = 0.0 if len(maps) == 1 else letters * 1.7
    room = None if sheet_of.height is None else sheet_of.height - 2 * margin - head_height - foot_height
    # Where the lists leave no room for the maps, they name fewer.
    tried = (
        arrange(len(maps), ground.aspect, _blocks(panels, subject, changes, share), inner, room, letters, label)
        for share in LISTED
    )
    body = next(one for one in tried if one is not None)
    height = sheet_of.height or body.height + 2 * margin + head_height + foot_height

    figure = AtlasFigure(figsize=(width / 72, height / 72), dpi=SCREEN_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    figure.title = title if title == subject.title else f"{subject.title}: {title}"
    figure.crs, figure.language, figure.alt_text = ground.crs, language_told(), alt_text(panels, subject, changes)
    top = margin + head_height
    sheet = _change_sheet(changes, subject) if changes is not None else _sheet(subject)
    for number, (panel, box) in enumerate(zip(maps, body.maps, strict=True)):
        left = left_of(margin + box.x, box.width, _turned(sheet_of))
        place = Box(left, top + box.y, box.width, box.height)
        small = for_map(sheet_of, box.width)
        pen = _map_pen(figure, ground, place, small, height)
        draw_map(pen, panel, subject, ground, sheet, small)
        if number == 0 and with_scale:
            draw_scale(pen, ground, land, small.letters * 0.9)
    _write_page(figure, sheet_of, height, header, footer, body, maps, label)
    return figure


LISTED = (1.0, 0.5, 0.25, 0.1, 0.0)
"""Parts of the longest lists that are tried, one after the other."""


def _blocks(panels: Sequence[Panel], subject: Subject, changes: pd.DataFrame | None, share: float) -> list[Block]:
    """The legend, with lists of a part of what they may name."""
    rows = max(1, round(MOST_ROWS * share))
    if changes is None:
        return legend_blocks(panels, subject, rows)
    changed = frozenset(changes.loc[changes["kind"] != UNCHANGED, "province_id"])
    listed = change_blocks(changes, panels, subject, round(MOST_LISTED * share))
    return [*listed, *faction_blocks(panels, subject, rows, changed)]


def _write_page(
    figure: AtlasFigure,
    sheet_of: Paper,
    height: float,
    header: Sequence[Line],
    footer: Sequence[tuple[str, float]],
    body: Arrangement,
    maps: Sequence[Panel],
    label: float,
) -> None:
    """Everything but the maps, on axes of the whole paper in points."""
    width, margin = sheet_of.width, sheet_of.letters * 1.5
    axes = figure.add_axes((0, 0, 1, 1), label="page", zorder=-1)
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    pen = Pen(axes, sheet_of.pixel, sheet_of.pixel, upwards=False, turned=_turned(sheet_of))
    y = margin
    for text, size, weight in header:
        pen.text(margin, y + size * 0.95, text, size, weight=weight, colour=QUIET if weight == "normal" else INK)
        y += size * LEADING
    y += sheet_of.letters * 0.7
    for panel, box in zip(maps, body.maps, strict=True):
        if label:
            size = sheet_of.letters * 1.2
            pen.text(margin + box.x, y + box.y - label + size, panel.period.label, size, weight="bold")
    for legend, left, top in body.legends:
        draw_legend(pen, legend, margin + left, y + top)
    y = height - margin - sum(size * LEADING for _, size in footer)
    for text, size in footer:
        pen.text(margin, y + size * 0.95, text, size, colour=QUIET)
        y += size * LEADING


def _turned(sheet_of: Paper) -> float | None:
    return sheet_of.width if is_right_to_left() else None


def _map_pen(figure: AtlasFigure, ground: Ground, box: Box, sheet_of: Paper, height: float) -> Pen:
    width = sheet_of.width
    axes = figure.add_axes(
        (box.x / width, 1 - (box.y + box.height) / height, box.width / width, box.height / height),
        label=f"map {len(figure.axes)}",
    )
    axes.set_axis_off()
    west, south, east, north = ground.bounds
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    return Pen(axes, (east - west) / box.width * sheet_of.pixel, sheet_of.pixel)


SCALE_ROOM = (0.34, 0.07)
"""Width and height of the scale bar with its words, as parts of the width of the map."""

MOST_TAKEN = 0.1
"""Part of that room which land may take in the corner where the scale bar stands."""


def _padded(land: BaseGeometry, *, with_scale: bool) -> tuple[float, float, float, float]:
    """The bounds of the maps, with air around the land, and room below it where every corner is full of land."""
    west, south, east, north = land.bounds
    wide, high = (share * (east - west) for share in SCALE_ROOM)
    corners = [shapely.box(x, y, x + wide, y + high) for x in (west, east - wide) for y in (south, north - high)]
    full = all(corner.intersection(land).area > MOST_TAKEN * corner.area for corner in corners)
    air = 0.012 * max(east - west, north - south)
    return west - air, south - air - (high if full and with_scale else 0), east + air, north + air


def _title(panels: Sequence[Panel], subject: Subject, change: bool) -> str:
    if change:
        return word("title-change", first=panels[0].period.label, second=panels[1].period.label)
    return panels[0].period.label if len(panels) == 1 else subject.title


def _header(title: str, subject: Subject, letters: float, width: float, single: bool) -> list[Line]:
    lines: list[Line] = []
    size = letters * 1.75
    lines += [(text, size, "bold") for text in wrap(title, size, width, "bold")]
    if single:
        lines += [(text, letters * 1.05, "bold") for text in wrap(subject.title, letters * 1.05, width, "bold")]
    if subject.reading:
        reading = word("note-reading", rule=subject.reading)
        lines += [(text, letters * 1.05, "bold") for text in wrap(reading, letters * 1.05, width, "bold")]
    said = word("definition", definition=subject.definition) if subject.definition else ""
    if subject.colour != COLOURINGS[0]:
        said = f"{word('colour-line', colour=word(f'meaning-{subject.colour}'))} {said}".strip()
    lines += [(text, letters * 0.95, "normal") for text in wrap(said, letters * 0.95, width)]
    return lines


def _sheet(subject: Subject) -> Sheet:
    shown = subject.colouring.shown
    signs = LARGE_SIGNS if subject.colour == "capital" else 1.0
    return Sheet(lambda call: shown(call).look, lambda call: [shown(call).code], signs=signs)


def _change_sheet(changes: pd.DataFrame, subject: Subject) -> Sheet:
    rows = changes.set_index("province_id")
    changed = frozenset(rows.index[~rows["kind"].isin([UNCHANGED, "dissolved"])])
    plain = _sheet(subject)

    def fill(call: Mapping[str, Any]) -> Look | None:
        return plain.fill(call) if call["province_id"] in changed else None

    def code(call: Mapping[str, Any]) -> Sequence[str]:
        row = rows.loc[call["province_id"]]
        before, after = (code_of(row[end], row[f"{end}_status"], subject) for end in ("from", "to"))
        return [before, f"→{after}"] if call["province_id"] in changed else [after]

    return Sheet(fill, code, changed, marks=False)
