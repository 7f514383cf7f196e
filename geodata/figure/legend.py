"""The legend of a printed figure: factions by alliance with counts, and how to read fills, signs and lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from geodata.figure.data import Panel, Subject
from geodata.looks import NO_ALLIANCE, Look, capital_sign_name, legend_groups, sample_looks, totals
from geodata.rule import GRADES
from geodata.telling import word

Picture = Look | str | None
"""A look, ``sign:<name>``, ``line:approximate``, ``line:announced``, ``pocket`` or nothing."""


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


def legend_blocks(panels: Sequence[Panel], subject: Subject, marks: bool = True) -> list[Block]:
    """Gather the legend of some maps: what they show, and no more.

    Parameters
    ----------
    panels : sequence of Panel
    subject : Subject
    marks : bool, optional
        Whether the maps show capitals and pockets.

    Returns
    -------
    list of Block
    """
    return [*faction_blocks(panels, subject), _looks(panels), *_signs(panels, subject, marks)]


def faction_blocks(panels: Sequence[Panel], subject: Subject) -> list[Block]:
    """Factions that lead somewhere, by alliance, in the order of the dashboard.

    Parameters
    ----------
    panels : sequence of Panel
    subject : Subject

    Returns
    -------
    list of Block
        With the provinces led in each map.
    """
    calls = pd.concat([pd.DataFrame(panel.calls.drop(columns="geometry")) for panel in panels])
    counted = [totals(panel.calls, subject.colouring) for panel in panels]
    labels = tuple(panel.period.label for panel in panels) if len(panels) > 1 else ()
    groups = legend_groups(
        subject.colouring, subject.factions, subject.alliances, calls, lambda key: key_words(key, subject)
    )
    return [
        Block(
            group.name or word(f"meaning-{subject.colour}"),
            tuple(
                Row(item.name, item.look, item.code, tuple(_count(one.get(item.key, (0, 0))[0]) for one in counted))
                for item in group.items
            ),
            labels if number == 0 else (),
        )
        for number, group in enumerate(groups)
    ]


def key_words(key: str, subject: Subject) -> str:
    """An entry of the legend that stands in no table, in words."""
    if key == NO_ALLIANCE:
        return word("legend-independent")
    return word(f"grade-{key}") if key in GRADES else capital_words(key, False, subject)


def _looks(panels: Sequence[Panel]) -> Block:
    samples = sample_looks()
    counts = [panel.counts() for panel in panels]
    return Block(
        word("legend-looks"),
        (
            *(
                Row(word(f"look-{name}"), look, counts=tuple(_count(one[name], name == "weak") for one in counts))
                for name, look in samples.items()
            ),
            Row(word("count-note")),
        ),
    )


def _signs(panels: Sequence[Panel], subject: Subject, marks: bool) -> list[Block]:
    blocks = []
    states = {
        (str(status), bool(changed))
        for panel in panels
        for status, changed, place in zip(
            panel.calls["capital_status"],
            panel.calls["capital_changed_hands"],
            panel.provinces.set_index("province_id").loc[panel.calls["province_id"], "capital_place_id"],
            strict=True,
        )
        if place
    }
    if marks and states:
        signs: dict[str, str] = {}
        for status, changed in sorted(states, key=lambda state: (state[1], _rank(state[0]), state[0])):
            name = capital_sign_name(status, changed)
            signs.setdefault(name, capital_words(status, name.endswith("-changed"), subject))
        rows = tuple(Row(text, f"sign:{name}") for name, text in signs.items())
        blocks.append(Block(word("legend-signs"), rows))
    lines = []
    if marks and any(panel.pockets for panel in panels):
        lines.append(Row(word("pocket-sign"), "pocket"))
    if any((panel.provinces["boundary"] == "approximate").any() for panel in panels):
        lines.append(Row(word("line-approximate"), "line:approximate"))
    if any(len(panel.announced) for panel in panels):
        lines.append(Row(word("line-announced"), "line:announced"))
    if lines:
        blocks.append(Block(word("legend-lines"), tuple(lines)))
    return blocks


def capital_words(status: str, changed: bool, subject: Subject) -> str:
    """The state of a capital in words, as the dashboard has it."""
    holder = subject.side_names.get(status)
    state = word("capital-held", holder=holder) if holder else word(f"capital-{status}")
    return word("capital-changed", state=state) if changed else state


def _rank(status: str) -> int:
    """Capitals stand in the order of the dashboard's key."""
    order = ("government", "resistance", "other", "contested", "unknown")
    return order.index(status) if status in order else len(order)


def _count(number: int, part: bool = False) -> str:
    """A number of provinces; in brackets where the same provinces are counted elsewhere too."""
    return (f"({number})" if part else str(number)) if number else "–"
