"""Sources as citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geodata import dates
from geodata.frames import split_list
from geodata.telling.words import word

MAKING = frozenset({"creator", "author", "editor"})
"""Roles of contributors who are cited."""


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
    byline = _and(authors)
    when = dates.label(source["date"]) if source["date"] else source["year"]
    parts = [byline, f"“{source['title']}”", source["publisher"], when or "no date", locator]
    return ", ".join(part for part in parts if part) + "."


def name_source(source: Mapping[str, Any]) -> str:
    """Name a source in few words, where there is no room for a citation: who wrote or printed it, what, and when.

    Examples
    --------
    >>> name_source({"author": "A. Writer", "title": "A Book", "publisher": "Made-up Press", "year": "1950"})
    'A. Writer, A Book (1950)'
    >>> name_source({"author": "", "title": "Rebels Take a City", "publisher": "AP News", "year": ""})
    'AP News, Rebels Take a City'
    """
    authors = split_list(source["author"])
    byline = f"{authors[0]} and others" if len(authors) > 2 else " and ".join(authors)
    named = ", ".join(part for part in (byline or source["publisher"], source["title"]) if part)
    return f"{named} ({source['year']})" if source["year"] else named


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
        The data package's ``contributors`` (those who made it), ``title``, ``version`` and ``created``; what is missing
        is passed over.
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
    >>> cite_package({"title": "Here, 1900", "contributors": [{"title": "A. Maker", "roles": ["creator"]}]})
    'A. Maker, Here, 1900.'
    """
    version = f"version {descriptor['version']}" if descriptor.get("version") else ""
    otherwise = word("reading", rule=reading) if reading else ""
    year = str(descriptor.get("created", ""))[:4]
    parts = (_makers(descriptor), descriptor.get("title", ""), version, otherwise, year)
    return ", ".join(part for part in parts if part) + "."


def _makers(descriptor: Mapping[str, Any]) -> str:
    """Who made a data package; whoever has a role, but neither made nor wrote it, is no author."""
    named = [
        str(one["title"])
        for one in descriptor.get("contributors", [])
        if one.get("title") and (not one.get("roles") or MAKING.intersection(one["roles"]))
    ]
    return _and(named)


def _and(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
