"""The legend of a printed figure: factions by alliance with counts, and how to read fills, signs and lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geodata.figure.data import Panel, Subject
from geodata.frames import records
from geodata.looks import (
    DISSENT,
    FIRMNESS_COLOURS,
    LINES,
    NO_ALLIANCE,
    STATUS_KEYS,
    Count,
    LegendItem,
    LineStyle,
    Look,
    Piece,
    area_sign,
    capital_sign_name,
    counts,
    is_pale,
    legend_of,
    sample_looks,
)
from geodata.rule import GRADES
from geodata.telling import number, word

Picture = Look | LineStyle | tuple[Piece, ...] | str | None
"""A look, a line, the pieces of a sign, a character that is a mark, or nothing."""


@dataclass(frozen=True)
class Row:
    """A line of the legend."""

    text: str
    picture: Picture = None
    code: str = ""
    counts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """Rows under a heading.

    Attributes
    ----------
    heading : str
    rows : tuple of Row
    columns : tuple of str
        Headings of the counts.
    """

    heading: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()


MOST_ROWS = 24
"""Factions, alliances or sides that a printed legend names: of more, those that lead most."""


def legend_blocks(panels: Sequence[Panel], subject: Subject, most: int = MOST_ROWS) -> list[Block]:
    """Gather the legend of some maps: what they show, and no more.

    Parameters
    ----------
    panels : sequence of Panel
    subject : Subject
    most : int, optional
        How many factions, alliances or sides are named.

    Returns
    -------
    list of Block
    """
    looks = [] if subject.colour == "capital" else [_looks(panels)]
    return [*faction_blocks(panels, subject, most), *looks, *_signs(panels, subject)]


def faction_blocks(
    panels: Sequence[Panel], subject: Subject, most: int = MOST_ROWS, provinces: Collection[str] | None = None
) -> list[Block]:
    """Whom the maps show, by alliance, in the order of the dashboard.

    Parameters
    ----------
    panels : sequence of Panel
    subject : Subject
    most : int, optional
        How many are named, those that lead most.
    provinces : collection of str, optional
        Only those are listed who are shown in one of these, such as in those that changed; they are counted everywhere.

    Returns
    -------
    list of Block
        With the provinces led in each map, and how many of them on firm evidence.
    """
    counted = [counts(panel.calls, subject.colouring, panel.areas) for panel in panels]
    labels = tuple(panel.period.label for panel in panels) if len(panels) > 1 else ()
    every = [counts(calls, subject.colouring, areas) for calls, areas in subject.every]
    legend = legend_of(subject.colouring, counted[0], every, lambda key: key_words(key, subject))
    shown = {key for one in counted for key in one}
    if provinces is not None:
        shown &= {key for panel in panels for key in _shown_in(panel, subject, provinces)}
    items = [item for group in legend.groups for item in group.items if item.key in shown]
    named = _largest(items, counted, most)
    blocks: list[Block] = []
    for group in legend.groups:
        rows = tuple(
            Row(
                item.name,
                _capital_picture(item.key, subject) if subject.colour == "capital" else item.look,
                item.code,
                tuple(_count(one.get(item.key, Count())) for one in counted),
            )
            for item in group.items
            if item.key in named
        )
        if rows:
            labelled = labels if not blocks else ()
            blocks.append(Block(group.name or word(f"legend-{subject.colour}"), rows, labelled))
    if len(named) < len(items):
        last = blocks.pop()
        others = Row(word("legend-others", count=len(items) - len(named)))
        blocks.append(Block(last.heading, (*last.rows, others), last.columns))
    return blocks


def _shown_in(panel: Panel, subject: Subject, provinces: Collection[str]) -> set[str]:
    """The entries of the legend that some provinces of a map belong to."""
    calls = panel.calls[panel.calls["province_id"].isin(list(provinces))]
    return {key for call in records(calls.drop(columns="geometry")) for key in subject.colouring.shown(call).keys}


def _largest(items: Sequence[LegendItem], counted: Sequence[Mapping[str, Count]], most: int) -> set[str]:
    """The keys of the entries that have a row of their own."""

    def size(item: LegendItem) -> tuple[int, int]:
        found = [one.get(item.key, Count()) for one in counted]
        return -sum(one.provinces for one in found), -sum(one.parts for one in found)

    return {item.key for item in sorted(items, key=size)[:most]}


def key_words(key: str, subject: Subject) -> str:
    """An entry of the legend that stands in no table, in words."""
    if key == NO_ALLIANCE:
        return word("legend-independent")
    if key in GRADES:
        return word(f"grade-{key}")
    if key in FIRMNESS_COLOURS:
        return word(key)
    if key in STATUS_KEYS and subject.colour != "capital":
        return word(f"look-{key}")
    return capital_words(key, False, subject)


def _capital_picture(status: str, subject: Subject) -> tuple[Piece, ...]:
    state = {"capital_status": status, "capital_strength": None, "capital_changed_hands": False}
    return subject.signs.pieces[capital_sign_name(state)]


def _looks(panels: Sequence[Panel]) -> Block:
    samples = sample_looks()
    counted = [panel.counts() for panel in panels]
    rows = [
        Row(word(f"look-{name}"), look, counts=tuple(_number(one[name], name == "weak") for one in counted))
        for name, look in samples.items()
    ]
    if any((panel.calls["claims_against"] > 0).any() for panel in panels):
        rows.append(Row(word("dissent-sign"), DISSENT))
    return Block(word("legend-looks"), (*rows, Row(word("count-note"))))


def _signs(panels: Sequence[Panel], subject: Subject) -> list[Block]:
    blocks = []
    states: dict[str, str] = {}
    for call in _capitals(panels):
        name = capital_sign_name(call)
        states[name] = capital_words(str(call["capital_status"]), bool(call["capital_changed_hands"]), subject)
        if is_pale(call):
            states[name] = word("capital-weak", state=states[name])
    rows = tuple(Row(states[name], subject.signs.pieces[name]) for name in subject.signs.pieces if name in states)
    if rows:
        blocks.append(Block(word("legend-signs"), rows))
    lines = []
    if subject.colour != "capital" and any(len(panel.areas) for panel in panels):
        lines.append(Row(word("area-sign"), area_sign()))
    if any((panel.provinces["boundary"] == "approximate").any() for panel in panels):
        lines.append(Row(word("line-approximate"), LINES["approximate"]))
    if any(len(panel.announced) for panel in panels):
        lines.append(Row(word("line-announced"), LINES["announced"]))
    if lines:
        blocks.append(Block(word("legend-lines"), tuple(lines)))
    return blocks


def _capitals(panels: Sequence[Panel]) -> Iterator[dict[str, Any]]:
    """Calls of the provinces that have a capital."""
    for panel in panels:
        having = panel.provinces.loc[panel.provinces["capital_place_id"] != "", "province_id"]
        yield from records(panel.calls[panel.calls["province_id"].isin(having)].drop(columns="geometry"))


def capital_words(status: str, changed: bool, subject: Subject) -> str:
    """The state of a capital in words, as the dashboard has it."""
    holder = subject.side_names.get(status)
    state = word("capital-held", holder=holder) if holder else word(f"capital-{status}")
    return word("capital-changed", state=state) if changed else state


def _count(count: Count) -> str:
    """Provinces, and in brackets how many of them on firm evidence."""
    if not count.provinces:
        return "–"
    whole = number(count.provinces)
    return f"{whole} ({number(count.firm)})" if count.firm else whole


def _number(provinces: int, part: bool = False) -> str:
    """A number of provinces; in brackets where the same provinces are counted elsewhere too."""
    return (f"({number(provinces)})" if part else number(provinces)) if provinces else "–"
