"""How an atlas shows itself in a notebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2

from geodata.dates import Period
from geodata.rule import RULE_VERSION
from geodata.telling.words import counted, word

STATUSES = (
    ("held", "Held"), ("shared", "Shared"), ("contested", "Contested"), ("unclear", "Unclear"),
    ("partly", "Known only in parts"), ("no-evidence", "No source says"),
)  # fmt: skip
"""Each status and what a reader sees, as in the legend of the dashboard."""

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, keep_trailing_newline=False
)


def atlas_html(facts: Mapping[str, Any], periods: Sequence[Period], statuses: Mapping[str, Sequence[str]]) -> str:
    """Summary of an atlas: title, what control means, calls by status, and how to go on.

    Parameters
    ----------
    facts : Mapping
        ``title, version, control`` (str), ``claims, sources`` (how many), ``reading`` (the rule as short
        text where it is not the atlas's own, else empty).
    periods : sequence of Period
        In order of time.
    statuses : Mapping of str to sequence of str
        By period, the status of the call of each province.

    Returns
    -------
    str
        HTML without styles of its own, so that it takes on the look of the notebook, light or dark.

    Examples
    --------
    >>> from datetime import date
    >>> facts = {"title": "Here & There", "version": "1.0", "control": "", "claims": 7, "sources": 2, "reading": ""}
    >>> period = Period("1900", "1900", date(1900, 1, 1), date(1900, 12, 31), "1900", "")
    >>> "<strong>Here &amp; There</strong>, version 1.0" in atlas_html(facts, [period], {"1900": ["held"]})
    True
    """
    rows = [
        {
            "label": period.label,
            "counts": {status: list(statuses[period.id]).count(status) for status, _ in STATUSES},
            "provinces": len(statuses[period.id]),
        }
        for period in periods
    ]
    template = _TEMPLATES.get_template("atlas.html.j2")
    return template.render(
        **{**facts, **{what: counted(what, facts[what]) for what in ("claims", "sources")}},
        otherwise=word("reading", rule=facts["reading"]) if facts["reading"] else "",
        rule=RULE_VERSION,
        statuses=STATUSES,
        caption=word("card-caption"),
        units=word("card-units"),
        periods=rows,
        first=periods[0].id if periods else "",
    )


def call_html(facts: Mapping[str, Any]) -> str:
    """Summary of a call with the claims for and against it.

    Parameters
    ----------
    facts : Mapping
        ``province, period, text`` (str), ``capital`` (str or None), ``area_km2`` (float), and ``groups``: pairs of a
        heading and claims with ``id, statement, date, basis, grade, citation, url``.

    Returns
    -------
    str
        HTML without styles of its own.
    """
    return _TEMPLATES.get_template("call.html.j2").render(**facts)
