"""Trends as a picture: a column of shares for each period, and ribbons for what went from whom to whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dashboard.edition import Edition
from dashboard.parts import NARROW, call_words, listed
from dashboard.templating import render
from dashboard.text import Texts
from dashboard.views.trends.columns import GAP, HEADING, LABEL_GAP, Columns, headings, smaller
from dashboard.views.trends.data import LAST, OTHERS, Flow, Measure, Share, Trends, folded, trends
from geodata.looks import NAMELESS, Colouring, ColouringName, Look, colouring_of, look_of, sample_looks, svg_pattern
from geodata.rule import CHANGED_HANDS, HELD, NO_EVIDENCE, OTHER_SOURCES, PARTLY, SHARED, UNCHANGED

TEMPLATES = Path(__file__).parent / "templates"

TOP, BOTTOM = 30, 16
MOST_GAPS = 0.25

MOST_TOLD = 12
"""Periods that the picture is put into words for."""

NO_STRENGTH = (PARTLY, NO_EVIDENCE)
"""Entries that rest on no evidence of who led, neither firm nor weak."""

RIBBONS = {CHANGED_HANDS: "changed-hands", OTHER_SOURCES: "other-sources", UNCHANGED: "same"}
"""How ribbons are drawn, by the kind of change; all other kinds are drawn alike, as neither."""

LABEL_PIXELS = 13
"""A block that is lower has no label."""


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
    found = folded(trends(edition, cast(ColouringName, by), cast(Measure, measure)), pins)
    colouring = colouring_of(by, edition.atlas)
    names = entry_names(edition, found, by)
    most = max(len(one) for one in found.shares)
    room = height - TOP - BOTTOM
    gap = min(GAP, room * MOST_GAPS / max(1, most - 1))
    scale = (room - gap * (most - 1)) / max(found.total(number) for number in range(len(found.shares)))
    codes = {key: colouring.code(key) if key not in (*LAST, OTHERS) else "" for key in found.keys}
    told = [
        {
            key: block_words(edition.words, codes[key] or names[key], share, found.total(number)).strip()
            for key, share in shares.items()
        }
        for number, shares in enumerate(found.shares)
    ]
    last = [told[-1][key] for key, share in found.shares[-1].items() if share.amount * scale >= LABEL_PIXELS]
    columns = Columns.of(len(edition.atlas.periods), width, narrow, last)
    blocks: list[list[Block]] = []
    for number, (shares, period) in enumerate(zip(found.shares, edition.atlas.periods, strict=True)):
        y, some = float(TOP), []
        for key in (key for key in found.keys if key in shares and shares[key].amount):
            share = shares[key]
            tall = share.amount * scale
            label = columns.label(number, told[number][key], codes[key])
            title = _share_title(edition.words, period.label, names[key], share, measure)
            strong = (share.firm + share.unrated) * scale
            some.append(Block(key, columns.left(number), y, tall, strong, label, title))
            y += tall + gap
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
        rtl=edition.words.direction == "rtl",
        label_gap=LABEL_GAP,
        prefix=prefix,
        patterns=patterns,
        colours={key: look.colours[0] if look.colours else NAMELESS for key, look in looks.items()},
        statuses=NO_STRENGTH,
        column=columns.wide,
        least=LABEL_PIXELS,
        blocks=blocks,
        kinds=RIBBONS,
        ribbons=_ribbons(edition, found, blocks, columns.wide, scale, by, measure) if columns.has_ribbons else (),
        periods=headings([one.label for one in edition.atlas.periods], columns),
        heading=smaller(HEADING, narrow),
        pins=[key for key in pins if key in looks],
        summary=summary_words(edition, by, measure),
    )


def summary_words(edition: Edition, by: str, measure: str) -> str:
    """Say in words what the picture shows: the largest three of each period, and who is nobody."""
    found = folded(trends(edition, cast(ColouringName, by), cast(Measure, measure)))
    names = entry_names(edition, found, by)
    said = []
    for number, period in enumerate(edition.atlas.periods):
        if number not in _told_periods(len(edition.atlas.periods)):
            continue
        total, shares = found.total(number), found.shares[number]
        largest = sorted((one for one in shares.values() if one.key not in LAST), key=lambda one: -one.amount)
        shown = [*largest[:3], *(shares[key] for key in LAST if key in shares)]
        parts = [block_words(edition.words, names[one.key], one, total) for one in shown if one.amount]
        said.append(edition.words("trends-summary", period=period.label, parts=edition.words("comma").join(parts)))
    return " ".join(said)


def _told_periods(number: int) -> frozenset[int]:
    """Which periods are told in words: all of a few, else as many from the first to the last, at equal steps."""
    if number <= MOST_TOLD:
        return frozenset(range(number))
    return frozenset(round(step * (number - 1) / (MOST_TOLD - 1)) for step in range(MOST_TOLD))


def entry_names(edition: Edition, found: Trends, by: str) -> dict[str, str]:
    """The name of each entry."""
    phrases, words = call_words(edition), edition.words
    names = {SHARED: words("status-shared"), OTHERS: words("trends-others", count=found.small)}
    return {key: names.get(key) or phrases.key(key, by) for key in found.keys}


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


OTHERS_LOOK = look_of(HELD, [NAMELESS], weak=False)
"""Of the small entries together: the colour of who has none."""


def entry_look(key: str, colouring: Colouring) -> Look:
    """The look of an entry; what nobody leads for certain looks as on the map."""
    if key == OTHERS:
        return OTHERS_LOOK
    samples = sample_looks()
    return samples.get(key, samples[NO_EVIDENCE]) if key in LAST else colouring.look(key)


def _share_title(words: Texts, period: str, name: str, share: Share, measure: str) -> str:
    amounts = words("comma").join(share_words(words, measure, share))
    return words("trends-title", period=period, name=name, amounts=amounts)


def _ribbons(
    edition: Edition,
    found: Trends,
    blocks: list[list[Block]],
    column: float,
    scale: float,
    by: str,
    measure: str,
) -> list[Ribbon]:
    names = entry_names(edition, found, by)
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
        kind = edition.words(f"change-{flow.kind}")
        title = edition.words("trends-ribbon", kind=kind, flow=flow_words(edition.words, names, flow, measure))
        ribbons.append(Ribbon(flow, path, title))
    return ribbons


def flow_words(words: Texts, names: Mapping[str, str], flow: Flow, measure: str) -> str:
    """What went from whom to whom."""
    return words(
        "trends-flow",
        before=names[flow.before],
        after=names[flow.after],
        names=listed(flow.names, words),
        amount=amount_words(words, measure, flow.amount),
    )
