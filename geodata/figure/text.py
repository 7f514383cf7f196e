"""What a printed figure says: notes below the maps, changes, and the text for those who can't see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from geodata.figure.data import Panel, Subject
from geodata.figure.legend import Block, Row
from geodata.frames import records
from geodata.looks import COLOURINGS
from geodata.rule import KINDS, RULE_VERSION, SHARED, UNCHANGED
from geodata.shapes import Plane
from geodata.telling import and_list, counted, told, word

MOST_NAMED = 3
"""Of more sources than this, those on which most calls rest are named, and the others counted."""


MOST_LISTED = 40
"""Provinces with one kind of change that a printed list names."""

MOST_TOLD = 400
"""Provinces that the text for those who can't see the figure tells one by one."""


def notes(panels: Sequence[Panel], subject: Subject, plane: Plane) -> list[str]:
    """Source line, citation, licences, whose the outlines are, projection and stamp, each a paragraph.

    Parameters
    ----------
    panels : sequence of Panel
    subject : Subject
    plane : Plane
        What the maps lie in.

    Returns
    -------
    list of str
    """
    sources = sorted({source for panel in panels for source in panel.sources})
    claims = frozenset().union(*(panel.claims for panel in panels))
    said = word("sources", claims=counted("claims", len(claims)), sources=counted("sources", len(sources)))
    carrying = Counter(source for panel in panels for used in panel.calls["source_ids"] for source in used)
    first = sorted(sources, key=lambda one: (-carrying[one], one))[:MOST_NAMED]
    names = word("semicolon").join(subject.source_names[one] for one in first)
    others = len(sources) - len(first)
    if others:
        evidence = word("sources-first", sources=said, names=names, others=others)
    else:
        evidence = word("sources-all", sources=said, names=names) if names else word("sources-none", sources=said)
    place = {
        "latitude": _degrees(plane.latitude, "north", "south"),
        "longitude": _degrees(plane.longitude, "east", "west"),
    }
    about = [
        word("note-cite", citation=subject.citation),
        word("licence" if len(subject.licences) == 1 else "licences", licences="; ".join(subject.licences))
        if subject.licences
        else "",
        word("credit", credit=subject.credit.rstrip(".")) if subject.credit else "",
        word(f"projection-{plane.kind}", **place),
        word("stamp", version=subject.version, rule=RULE_VERSION)
        if subject.version
        else word("stamp-rule", rule=RULE_VERSION),
        word("unchecked"),
    ]
    return [evidence, " ".join(text for text in about if text)]


def _degrees(value: float, positive: str, negative: str) -> str:
    return word(f"degrees-{positive if value >= 0 else negative}", degrees=abs(value))


def change_blocks(
    changes: pd.DataFrame, panels: Sequence[Panel], subject: Subject, most: int = MOST_LISTED
) -> list[Block]:
    """Provinces by kind of change, with the codes before and after.

    Parameters
    ----------
    changes : pandas.DataFrame
        As `Atlas.changes` gives them.
    panels : sequence of Panel
        The two maps.
    subject : Subject
    most : int, optional
        How many provinces of each kind are named.

    Returns
    -------
    list of Block
    """
    rows = []
    for kind in KINDS:
        some = [row for row in records(changes) if row["kind"] == kind]
        if not some:
            continue
        told = word(f"change-{kind}")
        if kind == UNCHANGED or not most:
            # The map has them in grey: what is listed is what changed.
            rows.append(Row(word("change-row-count", kind=told, count=len(some))))
            continue
        items = _some(
            [
                word(
                    "change-item",
                    province=row["name"],
                    **{end: code_of(row[end], row[f"{end}_status"], subject) for end in ("from", "to")},
                )
                for row in some[:most]
            ],
            len(some),
        )
        rows.append(Row(word("change-row", kind=told, count=len(some), items=items)))
    key = word("change-key", second=panels[1].period.label)
    return [
        Block(word("legend-looks"), (Row(key), Row(word("change-note")))),
        Block(word("legend-changes"), tuple(rows)),
    ]


def _some(items: Sequence[str], whole: int) -> str:
    """Items in a row, and how many more there are."""
    shown = word("semicolon").join(items)
    return shown if len(items) == whole else word("and-more", items=shown, count=whole - len(items))


def code_of(leaders: Sequence[str] | None, status: str | None, subject: Subject) -> str:
    """The code of a call in the table of changes: ``JAM``, ``HIG/JAM``, or a sign where nobody leads."""
    if leaders is None:
        return word("code-none")
    return subject.style.code(SHARED, leaders) if leaders else word(f"code-{status}")


def alt_text(panels: Sequence[Panel], subject: Subject, changes: pd.DataFrame | None = None) -> str:
    """Say in words what a figure shows, every province of it.

    Parameters
    ----------
    panels : sequence of Panel
    subject : Subject
    changes : pandas.DataFrame, optional
        For a map of what changed.

    Returns
    -------
    str
    """
    if changes is not None:
        first, second = panels
        parts = []
        for kind in KINDS:
            some = [row for row in records(changes) if row["kind"] == kind]
            items = _some(
                [
                    row["name"] if kind == UNCHANGED else word(
                        "alt-change-item",
                        province=row["name"],
                        **{end: _leaders_words(row[end], row[f"{end}_status"], subject) for end in ("from", "to")},
                    )
                    for row in some[:MOST_TOLD]
                ],
                len(some),
            )  # fmt: skip
            if some:
                parts.append(word("alt-changes", kind=word(f"change-{kind}"), count=len(some), items=items))
        said = " ".join(parts)
        text = word("alt-change", first=first.period.label, second=second.period.label, changes=said)
    elif len(panels) == 1:
        text = _map_words(panels[0], subject)
    else:
        maps = " ".join(_map_words(panel, subject) for panel in panels)
        text = word("alt-many", count=len(panels), maps=maps)
    colour = (
        "" if subject.colour == COLOURINGS[0] else word("colour-line", colour=word(f"meaning-{subject.colour}")) + " "
    )
    reading = word("note-reading", rule=subject.reading) + " " if subject.reading else ""
    return f"{subject.title}. {reading}{colour}{text}"


def call_words(call: Mapping[str, object], subject: Subject) -> str:
    """Who led, how and on what evidence, as the dashboard has it."""
    names = {
        name: subject.faction_names(call[name])  # type: ignore[arg-type]
        for name in ("factions", "part_factions")
    }
    return told(call, names["factions"], names["part_factions"])


def _map_words(panel: Panel, subject: Subject) -> str:
    count = panel.counts()
    counts = word(
        "alt-count",
        held=count["held"],
        shared=count["shared"],
        contested=count["contested"],
        unclear=count["unclear"],
        partly=count["partly"],
        unknown=count["no-evidence"],
        weak=count["weak"],
    )
    told = [
        word("alt-call", province=call["name"], what=call_words(call, subject))
        for call in records(panel.calls[:MOST_TOLD].drop(columns="geometry"))
    ]
    calls = _some(told, len(panel.calls))
    return word(
        "alt-one",
        provinces=counted("provinces", len(panel.calls)),
        period=panel.period.label,
        counts=counts,
        calls=calls,
    )


def _leaders_words(leaders: Sequence[str] | None, status: str | None, subject: Subject) -> str:
    if leaders is None:
        return word("code-none")
    return and_list(subject.faction_names(tuple(leaders))) if leaders else word(f"state-{status}")
