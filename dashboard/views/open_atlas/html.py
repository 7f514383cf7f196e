"""HTML of the view: what may be given, problems as a table, and the preview of an atlas."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from markupsafe import Markup

from dashboard import templating
from dashboard.edition import Edition, cached
from dashboard.map import COARSER, StaticMaps, calls_payload, geometry_payload
from dashboard.parts import legend_data
from dashboard.text import Texts
from dashboard.uploads import LARGEST_UPLOAD, MEGABYTE, MOST_FILES
from geodata import COLOURINGS, Problem
from geodata.errors import shown

MOST_PROBLEMS = 200
"""More rows are read by nobody; how many there are besides is told."""

MOST_SHAPES = 400
"""With more of them a picture would be heavy, and is left out."""

_render = partial(templating.render, Path(__file__).parent / "templates")


def intro_html(words: Texts) -> str:
    """What may be given, and what becomes of it."""
    return _render("intro.html.j2", texts=words, megabytes=LARGEST_UPLOAD // MEGABYTE, files=MOST_FILES)


def problems_html(words: Texts, problems: Sequence[Problem], *, as_warnings: bool = False) -> str:
    """Problems as a table.

    Parameters
    ----------
    words : Texts
    problems : sequence of Problem
    as_warnings : bool, optional
        Whether they keep nothing from being opened.
    """
    rows = [_row(one) for one in problems[:MOST_PROBLEMS]]
    return _render(
        "problems.html.j2", texts=words, rows=rows, count=len(problems), more=len(problems) - len(rows),
        as_warnings=as_warnings,
    )  # fmt: skip


def _row(problem: Problem) -> dict[str, str]:
    told = {name: getattr(problem, name) for name in ("file", "row", "column", "value", "message", "hint")}
    # What the fix that `atlas validate` offers takes for granted.
    if problem.decide and not problem.certain and problem.fix:
        told["hint"] = ". ".join(filter(None, (problem.hint, problem.decide)))
    return {name: "" if one is None else shown(str(one)) for name, one in told.items()}


def report_html(words: Texts, lines: Sequence[str]) -> str:
    """What an import did; nothing, where nothing was imported."""
    return _render("report.html.j2", texts=words, lines=list(map(shown, lines))) if lines else ""


@cached(4)
def preview_html(edition: Edition, period_id: str) -> str:
    """The map of a period with its legend."""
    picture = None
    if len(edition.atlas.provinces(period_id)) <= MOST_SHAPES:
        calls = calls_payload(edition, (COLOURINGS[0],))
        maps = StaticMaps(
            geometry_payload(edition, COARSER),
            calls | {"periods": [one for one in calls["periods"] if one["id"] == period_id]},
        )
        label = edition.words("open-picture", title=edition.atlas.title, period=edition.atlas.period(period_id).label)
        picture = Markup(maps.definitions + maps.picture(period_id, label))
    legend = legend_data(edition, period_id, COLOURINGS[0])
    return _render("preview.html.j2", texts=edition.words, picture=picture, legend=legend)
