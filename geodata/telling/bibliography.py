"""Sources as a bibliography: BibTeX for LaTeX, CSL-JSON for reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from geodata import dates
from geodata.frames import records, split_list

MONTHS_OF_A_YEAR = 12
CONTAINED = frozenset(
    {
        "article", "article-journal", "article-magazine", "article-newspaper", "chapter", "entry-encyclopedia",
        "post-weblog", "webpage",
    }
)  # fmt: skip
"""CSL types whose `publisher` in the table is the newspaper, journal, encyclopedia or site that they appeared in."""

BIBTEX_TYPES = {
    "article": "article", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "report": "techreport",
}  # fmt: skip
"""Types that BibTeX has; all others are `misc`."""

BIBTEX_PUBLISHER = {"article": "journal", "book": "publisher", "incollection": "booktitle", "techreport": "institution"}

# Braces by name: BibTeX counts them even after a backslash.
LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip

POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")


def bibtex(sources: pd.DataFrame) -> str:
    r"""Write sources as BibTeX.

    The key of an entry is the id of the source. Authors and titles stand in double braces: the table does not say
    which authors are persons, so no name is taken apart. Dates stay as they are in ``date`` (EDTF, which biblatex
    reads); ``year`` is there for BibTeX itself. The file is UTF-8.

    Parameters
    ----------
    sources : pandas.DataFrame
        The table `sources`.

    Returns
    -------
    str
        One entry per source, in the order of the table.

    Examples
    --------
    >>> row = {"source_id": "S01", "type": "book", "title": "Cats & Dogs", "author": "A. One; A Club", "year": "1990",
    ...        "date": "1990~", "publisher": "A Press", "url": "", "language": "en", "note": ""}
    >>> print(bibtex(pd.DataFrame([row])))
    @book{S01,
      author = {{A. One} and {A Club}},
      title = {{Cats \& Dogs}},
      publisher = {A Press},
      year = {1990},
      date = {1990~},
      language = {en},
    }
    <BLANKLINE>
    """
    return "\n".join(_bibtex_entry(source) for source in records(sources))


def csl_json(sources: pd.DataFrame) -> str:
    """Write sources as CSL-JSON.

    Authors are literal names, for the table does not say which are persons. ``issued`` has what CSL can say of a
    date; the date as it stands in the table (EDTF) is in ``custom``, with what sort of witness the source is.

    Parameters
    ----------
    sources : pandas.DataFrame
        The table `sources`.

    Returns
    -------
    str
        A JSON list, one item per source, in the order of the table.

    Examples
    --------
    >>> row = {"source_id": "S01", "type": "article-newspaper", "title": "A City Falls", "author": "", "year": "1988",
    ...        "date": "1988-10", "publisher": "The Paper", "url": "", "language": "en", "kind": "press",
    ...        "independent": True, "thin": False, "note": ""}
    >>> json.loads(csl_json(pd.DataFrame([row])))[0]["issued"]
    {'date-parts': [[1988, 10]]}
    """
    items = [_csl_item(source) for source in records(sources)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _bibtex_entry(source: Mapping[str, Any]) -> str:
    kind = BIBTEX_TYPES.get(source["type"], "misc")
    authors = " and ".join(f"{{{_latex(author)}}}" for author in split_list(source["author"]))
    fields = {
        "author": authors,
        "title": f"{{{_latex(source['title'])}}}",
        BIBTEX_PUBLISHER.get(kind, "howpublished"): _latex(source["publisher"]),
        "year": source["year"],
        "date": source["date"],
        # Verbatim: BibTeX styles set it with \url.
        "url": source["url"],
        "language": source["language"],
        "note": _latex(source["note"]),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{source['source_id']},", *lines, "}\n"])


def _latex(text: str) -> str:
    return "".join(LATEX.get(character, character) for character in text)


def _csl_item(source: Mapping[str, Any]) -> dict[str, Any]:
    item = {
        "id": source["source_id"],
        "type": source["type"],
        "title": source["title"],
        "author": [{"literal": author} for author in split_list(source["author"])],
        "issued": _issued(source["date"] or source["year"]),
        "container-title" if source["type"] in CONTAINED else "publisher": source["publisher"],
        "URL": source["url"],
        "language": source["language"],
        "note": source["note"],
    }
    known = {name: value for name, value in item.items() if value}
    dated = {"edtf": source["date"]} if source["date"] else {}
    return known | {"custom": dated | {name: source[name] for name in ("kind", "independent", "thin")}}


def _issued(text: str) -> dict[str, Any]:
    """Date parts where the date is one day, month or year, or runs from one to another; otherwise words."""
    if not text:
        return {}
    points = [POINT.fullmatch(part) for part in text.split("/")]
    found = [point for point in points if point and (not point[2] or 1 <= int(point[2]) <= MONTHS_OF_A_YEAR)]
    if len(found) < len(points):
        return {"literal": dates.label(text)}
    issued: dict[str, Any] = {"date-parts": [[int(part) for part in point.groups()[:3] if part] for point in found]}
    if any(point[4] for point in found):
        issued["circa"] = True
    return issued
