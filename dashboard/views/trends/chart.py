"""Trends as a picture: a column of shares for each period, and ribbons for what went from whom to whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dashboard.edition import Edition
from dashboard.parts import NARROW, CallWords
from dashboard.templating import render
from dashboard.text import Texts
from dashboard.views.trends.data import LAST, Flow, Measure, Share, Trends, trends
from geodata.looks import NAMELESS, Colouring, ColouringName, Look, colouring_of, sample_looks, svg_pattern
from geodata.rule import CHANGED_HANDS, NO_EVIDENCE, OTHER_SOURCES, PARTLY, SHARED, UNCHANGED

TEMPLATES = Path(__file__).parent / "templates"

TOP, BOTTOM = 30, 16
LABEL_WIDTH = 180
"""Pixels for the labels beside the last column."""
GAP = 3
"""Pixels between the blocks of a column."""

NO_STRENGTH = (PARTLY, NO_EVIDENCE)
"""Entries that rest on no evidence of who led, neither firm nor weak."""

RIBBONS = {CHANGED_HANDS: "changed-hands", OTHER_SOURCES: "other-sources", UNCHANGED: "same"}
"""How ribbons are drawn, by the kind of change; all other kinds are drawn alike, as neither."""

LABEL_PIXELS = 13
"""A block that is lower has no label."""


LETTER = 0.58
"""Of the size of the letters: how wide one is, at most, in a line of some."""

LETTERS, HEADING = 13, 15
"""Pixels; a narrow picture has smaller ones."""


@dataclass(frozen=True)
class Block:
    """A share in a column: ``strong`` pixels of ``height`` do not rest on weak evidence."""

    key: str
    x: float
    y: float
    height: float
    strong: float
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
    found = trends(edition, cast(ColouringName, by), cast(Measure, measure))
    phrases = CallWords(edition)
    colouring = colouring_of(by, edition.atlas)
    column = 46.0 if narrow else 84.0
    room = height - TOP - BOTTOM
    left, right = (12.0, width - column - 12.0) if narrow else (16.0, width - column - LABEL_WIDTH)
    apart = (right - left) / max(1, len(edition.atlas.periods) - 1)
    gaps = GAP * (max(len(one) for one in found.shares) - 1)
    scale = (room - gaps) / max(found.total(number) for number in range(len(edition.atlas.periods)))
    blocks: list[list[Block]] = []
    for number, (shares, period) in enumerate(zip(found.shares, edition.atlas.periods, strict=True)):
        total, y, some = found.total(number), float(TOP), []
        for key in (key for key in found.keys if key in shares and shares[key].amount):
            share, name = shares[key], entry_name(phrases, key, by)
            tall = share.amount * scale
            code = colouring.code(key) if key not in LAST else ""
            label = code if narrow else block_words(edition.words, code or name, share, total)
            last = number == len(edition.atlas.periods) - 1
            if not narrow and not last and not _fits(label, LETTERS, apart - column - GAP):
                label = code if _fits(code, LETTERS, apart - column - GAP) else ""
            title = _share_title(edition.words, period.label, name, share, measure)
            strong = (share.firm + share.unrated) * scale
            some.append(Block(key, left + number * apart, y, tall, strong, label.strip(), title))
            y += tall + GAP
        blocks.append(some)
    looks = {key: entry_look(key, colouring) for key in found.keys}
    prefix = f"trends-{width}-"
    patterns = [svg_pattern(look, prefix + key) for key, look in looks.items()]
    patterns += [
        svg_pattern(look.on_weak_evidence, f"{prefix}{key}-weak")
        for key, look in looks.items()
        if key not in NO_STRENGTH
    ]
    return render(
        TEMPLATES,
        "trends.svg.j2",
        width=width,
        height=height,
        narrow=narrow,
        prefix=prefix,
        patterns=patterns,
        colours={key: look.colours[0] if look.colours else NAMELESS for key, look in looks.items()},
        statuses=NO_STRENGTH,
        column=column,
        least=LABEL_PIXELS,
        blocks=blocks,
        kinds=RIBBONS,
        ribbons=_ribbons(found, blocks, column, scale, phrases, by, measure),
        periods=_headings([one.label for one in edition.atlas.periods], left, apart, column, narrow),
        heading=_smaller(HEADING, narrow),
        pins=[key for key in pins if key in looks],
        summary=summary_words(edition, by, measure),
    )


def _fits(text: str, size: float, room: float) -> bool:
    return len(text) * size * LETTER <= room


def _smaller(size: int, narrow: bool) -> int:
    return size - 2 if narrow else size


def _headings(
    labels: Sequence[str], left: float, apart: float, column: float, narrow: bool
) -> list[tuple[str, float, str]]:
    """Text, place and anchor of the heading of each column, or of as many at equal distances as fit.

    The first and the last stay within the picture.
    """
    size, longest = _smaller(HEADING, narrow), max(labels, key=len)
    step = next((one for one in range(1, len(labels)) if _fits(longest, size, one * apart - GAP)), len(labels))
    found = []
    for number in range(0, len(labels), step):
        x, overhang = left + number * apart, len(labels[number]) * size * LETTER / 2 - column / 2
        if overhang > left and number in (0, len(labels) - 1):
            found.append((labels[number], x, "start") if number == 0 else (labels[number], x + column, "end"))
        else:
            found.append((labels[number], x + column / 2, "middle"))
    return found


def summary_words(edition: Edition, by: str, measure: str) -> str:
    """Say in words what the picture shows: the largest three of each period, and who is nobody."""
    found = trends(edition, cast(ColouringName, by), cast(Measure, measure))
    phrases = CallWords(edition)
    said = []
    for number, period in enumerate(edition.atlas.periods):
        total, shares = found.total(number), found.shares[number]
        largest = sorted((one for one in shares.values() if one.key not in LAST), key=lambda one: -one.amount)
        shown = [*largest[:3], *(shares[key] for key in LAST if key in shares)]
        parts = [
            block_words(edition.words, entry_name(phrases, one.key, by), one, total) for one in shown if one.amount
        ]
        said.append(edition.words("trends-summary", period=period.label, parts=edition.words("comma").join(parts)))
    return " ".join(said)


def entry_name(phrases: CallWords, key: str, by: str) -> str:
    """The name of an entry."""
    return phrases.texts("status-shared") if key == SHARED else phrases.key(key, by)


def block_words(words: Texts, name: str, share: Share, total: float) -> str:
    """An entry with its parts of the whole, firm and weak apart: ``JAM 3% firm, 35% weak``."""
    amounts = [("firm", share.firm), ("weak", share.weak), ("unrated", share.unrated)]
    parts = [
        words(f"trends-{key}", amount=words("trends-percent", share=amount / total))
        for key, amount in amounts
        if amount
    ]
    return words("trends-block", name=name, parts=words("comma").join(parts))


def amount_words(words: Texts, measure: str, amount: float) -> str:
    """An amount with its unit."""
    return words("panel-area-value", km2=amount) if measure == "area" else words("legend-count", count=int(amount))


def share_words(words: Texts, measure: str, share: Share) -> list[str]:
    """What an entry has, firm and weak apart."""
    amounts = [("firm", share.firm), ("weak", share.weak), ("unrated", share.unrated)]
    said = [words(f"trends-{name}", amount=amount_words(words, measure, amount)) for name, amount in amounts if amount]
    return [*said, words("legend-shared", count=share.shared)] if share.shared and measure == "provinces" else said


def entry_look(key: str, colouring: Colouring) -> Look:
    """The look of an entry; what nobody leads for certain looks as on the map."""
    samples = sample_looks()
    return samples.get(key, samples[NO_EVIDENCE]) if key in LAST else colouring.look(key)


def _share_title(words: Texts, period: str, name: str, share: Share, measure: str) -> str:
    amounts = words("comma").join(share_words(words, measure, share))
    return words("trends-title", period=period, name=name, amounts=amounts)


def _ribbons(
    found: Trends,
    blocks: list[list[Block]],
    column: float,
    scale: float,
    phrases: CallWords,
    by: str,
    measure: str,
) -> list[Ribbon]:
    places = {(number, one.key): one for number, some in enumerate(blocks) for one in some}
    order = {key: number for number, key in enumerate(found.keys)}
    used_out: dict[tuple[int, str], float] = {}
    used_in: dict[tuple[int, str], float] = {}
    ribbons = []
    for flow in sorted(found.flows, key=lambda one: (one.number, order[one.before], order[one.after], one.kind)):
        start, end = places[flow.number, flow.before], places[flow.number + 1, flow.after]
        thick = flow.amount * scale
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
        kind = phrases.texts(f"change-{flow.kind}")
        title = phrases.texts("trends-ribbon", kind=kind, flow=flow_words(phrases, flow, by, measure))
        ribbons.append(Ribbon(flow, path, title))
    return ribbons


def flow_words(phrases: CallWords, flow: Flow, by: str, measure: str) -> str:
    """What went from whom to whom."""
    words = phrases.texts
    return words(
        "trends-flow",
        before=entry_name(phrases, flow.before, by),
        after=entry_name(phrases, flow.after, by),
        names=words("comma").join(flow.names),
        amount=amount_words(words, measure, flow.amount),
    )
