"""Sources as citations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata import dates
from geodata.frames import split_list
from geodata.telling.words import word


def cite(source: Mapping[str, Any], locator: str = "") -> str:
    """Write a source as one line: author, title, publisher, date, locator.

    Parameters
    ----------
    source : Mapping
        A row of the table `sources`.
    locator : str, optional
        Page or part.

    Returns
    -------
    str

    Examples
    --------
    >>> cite({"author": "", "title": "Rebels Take a City", "publisher": "AP News", "date": "1988-10-11",
    ...       "year": "1988"}, "p. 3")
    '“Rebels Take a City”, AP News, 11 October 1988, p. 3.'
    """
    authors = split_list(source["author"])
    byline = ", ".join(authors[:-1]) + " and " + authors[-1] if len(authors) > 1 else "".join(authors)
    when = dates.label(source["date"]) if source["date"] else source["year"]
    parts = [byline, f"“{source['title']}”", source["publisher"], when or "no date", locator]
    return ", ".join(part for part in parts if part) + "."


def source_of(claim: Mapping[str, Any]) -> dict[str, Any]:
    """The source in a row of `Atlas.claims`, as a row of the table `sources`.

    Examples
    --------
    >>> source_of({"claim_id": "C1", "source_id": "S01", "source_title": "Rebels Take a City"})
    {'source_id': 'S01', 'title': 'Rebels Take a City'}
    """
    parts = {key.removeprefix("source_"): value for key, value in claim.items() if key.startswith("source_")}
    return {"source_id": parts.pop("id"), **parts}


def cite_package(descriptor: Mapping[str, Any], reading: str = "") -> str:
    """Write how to cite an atlas, in one line.

    Parameters
    ----------
    descriptor : Mapping
        The data package's ``title``, ``version`` and ``created``; what is missing is passed over.
    reading : str, optional
        The rule as short text, where it is not the atlas's own.

    Returns
    -------
    str

    Examples
    --------
    >>> cite_package({"title": "Here, 1900", "version": "1.2.0", "created": "2026-11-23T00:00:00Z"})
    'Here, 1900, version 1.2.0, 2026.'
    >>> cite_package({"title": "Here", "created": "2026-11-23T00:00:00Z"}, "without=S01")
    'Here, not the atlas’s own reading: without=S01, 2026.'
    """
    version = f"version {descriptor['version']}" if descriptor.get("version") else ""
    otherwise = word("reading", rule=reading) if reading else ""
    year = str(descriptor.get("created", ""))[:4]
    return ", ".join(part for part in (descriptor.get("title", ""), version, otherwise, year) if part) + "."
