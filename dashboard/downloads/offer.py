"""What each view offers to take away."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

from dashboard.downloads.citing import ADDRESS, DATE, atlas_citation
from dashboard.edition import Edition
from dashboard.state import State, parameters_of_rule
from dashboard.templating import render
from dashboard.text import DEFAULT_LANGUAGE
from geodata.figure import MOST_MAPS
from geodata.rule import RULE_PARAMETERS

TEMPLATES = Path(__file__).parent / "templates"

OFFERS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "map": (
        ("calls", ("calls.{period}.csv", "calls.{period}.csv-metadata.json", "calls.{period}.geojson",
                   "calls.{period}.gpkg", "calls.{period}.parquet")),
        ("claims-of", ("claims-of.{province}.csv", "claims-of.{province}.csv-metadata.json")),
        ("picture", ("figure.{period}.{colour}.png", "figure.{period}.{colour}.svg", "figure.{period}.{colour}.pdf")),
        ("picture-all", ("figure.all.{colour}.png", "figure.all.{colour}.svg", "figure.all.{colour}.pdf")),
    ),
    "what-if": (
        ("differences", ("differences.csv", "differences.csv-metadata.json")),
        ("gaps", ("gaps.csv", "gaps.csv-metadata.json")),
        ("calls", ("calls.{period}.csv", "calls.{period}.csv-metadata.json", "calls.{period}.geojson")),
        ("picture", ("figure.{period}.{colour}.png", "figure.{period}.{colour}.svg", "figure.{period}.{colour}.pdf")),
    ),
    "compare": (
        ("changes", ("changes.{period}.{compare}.csv", "changes.{period}.{compare}.csv-metadata.json",
                     "changes.{period}.{compare}.geojson")),
        ("picture", ("change-figure.{period}.{compare}.png", "change-figure.{period}.{compare}.svg",
                     "change-figure.{period}.{compare}.pdf")),
    ),
    "trends": (
        ("summary", ("summary.csv", "summary.csv-metadata.json")),
        ("calls-all", ("calls.all.csv", "calls.all.csv-metadata.json", "calls.all.geojson")),
        ("picture", ("trends.{by}.{measure}.png", "trends.{by}.{measure}.svg")),
    ),
    "timeline": (
        ("events", ("events.csv", "events.csv-metadata.json", "events.geojson")),
        ("picture", ("timeline.png", "timeline.svg")),
    ),
    "evidence": (
        ("claims", ("claims.csv", "claims.csv-metadata.json", "claims.geojson")),
        ("calls", ("calls.{period}.geojson",)),
        ("picture-evidence", ("figure.{period}.evidence.png", "figure.{period}.evidence.svg")),
    ),
    "factions": (
        ("factions", ("factions.csv", "factions.csv-metadata.json", "factions.geojson")),
        ("calls-all", ("calls.all.geojson",)),
        ("picture-all", ("figure.all.faction.png", "figure.all.faction.svg")),
    ),
    "method": (),
    "open": (),
}  # fmt: skip
"""For each view, what is offered and the names of the files; braces stand for what the reader has chosen."""

DATA_PREFIX = "/data"
LANGUAGE = "language"
"""The parameter of the address of a file that asks for names in another language."""

ALWAYS = (
    ("sources", ("sources.csv", "sources.csv-metadata.json", "sources.bib", "sources.json")),
    ("atlas", ("atlas.zip",)),
)


def take_away_html(edition: Edition, state: State) -> str:
    """Links to the files of a view, the address of what is seen, and a frame to embed it.

    Parameters
    ----------
    edition : Edition
    state : State
        The script of the page puts the newest choices into the links when one is used.
    """
    chosen = {
        "period": state.period,
        "colour": state.colour,
        "province": state.province or "",
        "compare": state.compare or "next",
        "by": state.by,
        "measure": state.measure,
    }
    first = edition.atlas.periods[0].id
    defaults = {
        "period": first,
        "province": "",
        "colour": "faction",
        "compare": "next",
        "by": "faction",
        "measure": "area",
    }
    offers = [
        (edition.words(f"offer-{name}"), [(one, one.format(**chosen), _ending(one)) for one in names])
        for name, names in (*OFFERS[state.view], *ALWAYS)
        if not (state.view == "compare" and len(edition.atlas.periods) < 2 and "{compare}" in names[0])
        and not (len(edition.atlas.periods) > MOST_MAPS and names[0].startswith("figure.all."))
    ]
    return render(
        TEMPLATES,
        "take-away.html.j2",
        texts=edition.words,
        offers=offers,
        first=_first(offers),
        defaults=defaults,
        bugs=edition.original.package.descriptor.get("bugs", ""),
        data_prefix=edition.address_of(DATA_PREFIX),
        language=LANGUAGE if edition.language != DEFAULT_LANGUAGE else "",
        reading=" ".join(RULE_PARAMETERS),
        query=file_query(edition),
        title=edition.original.title,
        has_address=not edition.place,
        citation=atlas_citation(edition),
        address=ADDRESS,
        date=DATE,
    )


def file_query(edition: Edition) -> str:
    """What the address of a file ends in, so that it is in the language and follows the reading of an edition.

    Examples
    --------
    >>> import geodata
    >>> from dashboard.edition import edition_of
    >>> file_query(edition_of(geodata.load(), "fa")), file_query(edition_of(geodata.load(), "en"))
    ('?language=fa', '')
    """
    language = {} if edition.language == DEFAULT_LANGUAGE else {LANGUAGE: edition.language}
    query = urlencode(language | parameters_of_rule(edition.atlas.rule, edition))
    return f"?{query}" if query else ""


Offer = tuple[str, list[tuple[str, str, str]]]
"""What it is, in words, and of each file the name with braces, the name and the ending."""


def _first(offers: list[Offer]) -> list[tuple[str, tuple[str, str, str]]]:
    """What most readers come for: this view's table, map and picture, one file each."""
    kinds = {"table": ("csv",), "map": ("geojson",), "picture": ("png",)}
    found = []
    for kind, endings in kinds.items():
        files = [one for _, some in offers for one in some if one[2] in endings and "{province}" not in one[0]]
        if files:
            found.append((kind, files[0]))
    return found


def _ending(name: str) -> str:
    return "metadata" if name.endswith("-metadata.json") else name.rpartition(".")[2]
