"""Head, summary of a period, and foot of the page."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dashboard.edition import Edition, cached
from dashboard.parts.panel_templates import render
from dashboard.parts.reading_words import reading_words
from dashboard.parts.rows import call_rows
from dashboard.text import DEFAULT_LANGUAGE
from geodata import RULE_VERSION
from geodata.rule import FIRM, LED, STATUSES
from geodata.telling import cite_atlas, licence_name, licences


def header_html(edition: Edition) -> str:
    """Title of the atlas and its definition of control."""
    return render(
        "header.html.j2",
        texts=edition.words,
        title=edition.atlas.title,
        definition=edition.atlas.control_definition,
        reading=reading_words(edition, edition.atlas.rule) if edition.atlas.reading else "",
    )


@cached(1, for_each_period=True)
def summary_data(edition: Edition, period_id: str) -> dict[str, Any]:
    """One ``sentence`` on a period, and ``notes`` (``text``, ``lang``) on it and on its announced provinces."""
    calls = call_rows(edition, period_id)
    period = edition.atlas.period(period_id)
    announced = _announced(edition.own, period_id)
    words, led = edition.words, [call for call in calls if call["status"] in LED]
    of_side = Counter(call["side"] for call in led)
    firm = Counter(call["side"] for call in led if call["side_strength"] == FIRM)
    parts = [
        words("summary-side", side=name, count=of_side[side], firm=firm[side])
        for side, name in edition.atlas.side_names.items()
        if of_side[side]
    ]
    statuses = Counter(call["status"] for call in calls)
    parts += [
        words(f"summary-{status}", count=statuses[status])
        for status in STATUSES
        if statuses[status] and status not in LED
    ]
    sentence = words("summary", period=period.label, provinces=len(calls), parts=words("semicolon").join(parts))
    # The atlas tells its notes in the language that it was written in.
    notes = [{"text": period.note, "lang": DEFAULT_LANGUAGE}] if period.note else []
    if announced:
        text = words("announced-note", names=words("comma").join(announced), count=len(announced))
        notes.append({"text": text, "lang": edition.language})
    return {"sentence": sentence, "notes": notes}


@cached(64)
def _announced(edition: Edition, period_id: str) -> tuple[str, ...]:
    return tuple(edition.atlas.announced(period_id)["name"])


def footer_html(edition: Edition) -> str:
    """Version, licences and citation."""
    terms = [licence_name(one) for one in licences(edition.atlas.package.descriptor)]
    return render(
        "footer.html.j2",
        texts=edition.words,
        atlas=edition.original,
        rule=RULE_VERSION,
        licences=edition.words("semicolon").join(terms),
        citation=cite_atlas(edition.original),
    )
