"""Sources as citations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata import dates
from geodata.table_checks import split_list


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
